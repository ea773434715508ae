import type { Report, ReportedFinding, Reporter } from './report.ts';

/** The stable report, indented; an excerpt is for people and left out. */
export const json: Reporter = (report) => `${JSON.stringify(plainReport(report), null, 2)}\n`;

/** One finding a line, and the summary with the notes as the last. */
export const jsonl: Reporter = ({ summary, notes, findings }) =>
  [...findings.map((finding) => ({ kind: 'finding', ...plainFinding(finding) })), { kind: 'summary', summary, notes }]
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');

/** Without what other formats need alone. */
function plainReport({ suppressed: _, pages: __, ...report }: Report): Report {
  return { ...report, findings: report.findings.map(plainFinding) };
}

function plainFinding({ excerpt: _, ...finding }: ReportedFinding): ReportedFinding {
  return { ...finding, edits: finding.edits.map(({ start, end, text }) => ({ start, end, text })) };
}
