import type { Finding } from '../../src/model.ts';
import { createReport, type ReportInput } from '../../src/report/create-report.ts';
import type { Report } from '../../src/report/report.ts';

/** A report on pages that are given as text. */
export function reportOn(files: Readonly<Record<string, string>>, more: Partial<ReportInput> = {}): Report {
  return createReport({
    shown: [],
    suppressed: [],
    pages: Object.keys(files).map((file) => ({
      file,
      format: 'mdx',
      headings: [],
      anchors: [],
      links: [],
      mentions: [],
      directives: [],
      imports: [],
    })),
    bindings: [],
    truth: { specs: [], operations: {} },
    notes: [],
    site: { resolve: () => ({ status: 'external' }), findFragment: () => ({ status: 'found' }) },
    readSource: (file) => files[file] ?? '',
    locateTruth: ({ pointer }) => (pointer === '/paths/~1harvests' ? 41 : undefined),
    ...more,
  });
}

/** A finding on the first `text` of a page. */
export function findingOn(
  file: string,
  [source, text]: readonly [string, string],
  more: Partial<Finding> = {},
): Finding {
  const start = source.indexOf(text);
  return {
    rule: 'unknown-path',
    severity: 'error',
    messageId: 'missing',
    message: `No spec describes \`${text}\`.`,
    file,
    span: { start, end: start + text.length },
    suggestions: [],
    edits: [],
    related: [],
    ...more,
  };
}
