import { printable } from './crop-line.ts';
import { detailsOf } from './finding-details.ts';
import type { ReportedFinding, Reporter } from './report.ts';
import { describeCoverage, describeOutcome } from './summary-sentences.ts';

/** For programs that read text: a headline a finding, and what it says, what the spec says and what to write below. */
export const agent: Reporter = (report) =>
  [
    ...report.findings.flatMap(renderFinding),
    describeOutcome(report),
    describeCoverage(report.summary),
    ...report.notes.map((note) => `Note: ${printable(note)}`),
  ]
    .map((line) => `${line}\n`)
    .join('');

function renderFinding(finding: ReportedFinding): readonly string[] {
  const { file, start, severity, rule, message } = finding;
  return [
    `${printable(file)}:${start.line}:${start.column} ${severity} ${rule}: ${printable(message)}`,
    ...detailsOf(finding).map(({ label, text }) => `  ${label}: ${text}`),
  ];
}
