import picocolors from 'picocolors';
import { printable } from '../../report/crop-line.ts';
import type { Report, ReportedFinding, ReporterOptions } from '../../report/report.ts';
import { describeOutcome } from '../../report/summary-sentences.ts';
import { renderFiles } from '../../report/terminal.ts';

/** What one run finds and the other does not; findings that only moved are the same. */
export interface Difference {
  readonly added: readonly ReportedFinding[];
  readonly gone: readonly ReportedFinding[];
}

export function compareReports(before: Report, after: Report): Difference {
  return { added: missingFrom(before, after.findings), gone: missingFrom(after, before.findings) };
}

function missingFrom({ findings }: Report, all: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const known = new Set(findings.map(keyOf));
  return all.filter((finding) => !known.has(keyOf(finding)));
}

/** A rule that weighs another way now is news. */
function keyOf({ fingerprint, severity }: ReportedFinding): string {
  return `${fingerprint} ${severity}`;
}

/** The new findings in full, the gone ones as a line each, and what there is in all. */
export function renderDifference({ added, gone }: Difference, report: Report, options: ReporterOptions): string {
  const colors = picocolors.createColors(options.color);
  const lines = gone.map(({ file, start, message, rule }) =>
    [
      colors.green('gone'),
      colors.dim(`${printable(file)}:${start.line}:${start.column}`),
      printable(message),
      colors.dim(rule),
    ].join('  '),
  );
  const counts = [
    added.length > 0 ? `${added.length} new` : undefined,
    gone.length > 0 ? `${gone.length} gone` : undefined,
  ].filter((text) => text !== undefined);
  const news = counts.length > 0 ? `${counts.join(', ')}.` : 'Nothing new.';
  const closing = `${news} ${describeOutcome(report)}`;
  return [
    ...renderFiles(added, options),
    ...(lines.length > 0 ? [lines.join('\n')] : []),
    report.summary.errors > 0 ? colors.red(closing) : closing,
  ].join('\n\n');
}
