import type { Binding, Finding } from '../../src/model.ts';
import { createJudgement, type JudgementInput } from '../../src/report/create-judgement.ts';
import { createReport } from '../../src/report/create-report.ts';
import { mentionsByFile } from '../../src/report/distinct-bindings.ts';
import { createRedaction } from '../../src/report/redact.ts';
import type { Report } from '../../src/report/report.ts';

/** A report on pages that are given as text. */
export function reportOn(
  files: Readonly<Record<string, string>>,
  { bindings = [], ...more }: Partial<JudgementInput> & { readonly bindings?: readonly Binding[] } = {},
): Report {
  const readSource = (file: string) => files[file] ?? '';
  const judgement = createJudgement({
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
    mentions: mentionsByFile(bindings),
    truth: { specs: [], operations: {} },
    notes: [],
    site: { resolve: () => ({ status: 'external' }), findFragment: () => ({ status: 'found' }) },
    readSource,
    redaction: createRedaction([...(more.shown ?? []), ...(more.suppressed ?? [])], readSource),
    locateTruth: ({ pointer }) => (pointer === '/paths/~1harvests' ? 41 : undefined),
    ...more,
  });
  return createReport(judgement);
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
