import type { Severity } from '../model.ts';
import { detailsOf } from './finding-details.ts';
import { pathFromTop } from './path-from-top.ts';
import type { ReportedFinding, Reporter, ReporterOptions } from './report.ts';
import { describeCoverage, describeOutcome } from './summary-sentences.ts';

/** Workflow commands, which GitHub shows beside the lines of a pull request; below them what the run covered. */
export const github: Reporter = (report, options) =>
  [
    ...report.findings.map((finding) => annotate(finding, options)),
    ...report.notes.map((note) => `::notice title=specwins::${escapeMessage(note)}`),
    describeOutcome(report),
    describeCoverage(report.summary),
  ]
    .map((line) => `${line}\n`)
    .join('');

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotate(finding: ReportedFinding, options: ReporterOptions): string {
  const { start, end } = finding;
  const properties = {
    file: pathFromTop(finding.file, options),
    line: start.line,
    endLine: end.line,
    // GitHub takes columns within one line only.
    ...(start.line === end.line && { col: start.column, endColumn: end.column }),
    title: finding.rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const details = detailsOf(finding).filter(({ label }) => label !== 'says');
  const message = [finding.message, ...details.map(({ label, text }) => `${label}: ${text}`)].join('\n');
  return `::${COMMANDS[finding.severity]} ${written.join(',')}::${escapeMessage(message)}`;
}

/** What `escapeData` of actions/toolkit does. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
