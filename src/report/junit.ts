import { detailsOf } from './finding-details.ts';
import { groupByFile } from './group-by-file.ts';
import type { Report, ReportedFinding, Reporter } from './report.ts';
import { element, escapeXml } from './xml.ts';

/**
 * JUnit XML: a suite for every page, a case for every finding in it, and one that passes for a page without any. Errors and warnings
 * fail; infos pass, and what is suppressed counts as skipped.
 */
export const junit: Reporter = (report) => {
  const suites = suitesOf(report);
  const counts = countCases(suites.flatMap(({ cases }) => cases));
  const children = suites.map(({ file, cases }) =>
    element('testsuite', { name: file, ...countCases(cases), time: 0 }, lines(cases.map(renderCase), 2)),
  );
  const root = element('testsuites', { name: report.tool.name, ...counts, time: 0 }, lines(children, 1));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
};

interface Suite {
  readonly file: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly finding?: ReportedFinding;
}

function suitesOf({ pages = [], findings, suppressed = [] }: Report): readonly Suite[] {
  const shown = groupByFile(findings);
  const silenced = groupByFile(suppressed);
  const files = [...new Set([...pages, ...shown.keys(), ...silenced.keys()])].sort();
  return files.map((file) => {
    const cases = [
      ...(shown.get(file) ?? []).map((finding) => toCase(finding, finding.severity === 'info' ? 'passed' : 'failed')),
      ...(silenced.get(file) ?? []).map((finding) => toCase(finding, 'skipped')),
    ];
    return { file, cases: cases.length > 0 ? tellApart(cases) : [{ name: 'no drift', file, outcome: 'passed' }] };
  });
}

/** Without its line, so that a case keeps its name when lines move. */
function toCase(finding: ReportedFinding, outcome: Case['outcome']): Case {
  return { name: `${finding.rule}: ${finding.message}`, file: finding.file, outcome, finding };
}

/** Readers of reports take cases of one name for one case. */
function tellApart(cases: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>();
  return cases.map((each) => {
    const count = (seen.get(each.name) ?? 0) + 1;
    seen.set(each.name, count);
    return count === 1 ? each : { ...each, name: `${each.name} (${count})` };
  });
}

function countCases(cases: readonly Case[]) {
  const count = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return { tests: cases.length, failures: count('failed'), errors: 0, skipped: count('skipped') };
}

function renderCase({ name, file, outcome, finding }: Case): string {
  return element(
    'testcase',
    { name, classname: file, file, time: 0 },
    finding ? [renderOutcome(outcome, finding)] : [],
  );
}

function renderOutcome(outcome: Case['outcome'], finding: ReportedFinding): string {
  const { file, start, severity, message, suppression } = finding;
  const details = detailsOf(finding).map(({ label, text }) => `${label}: ${text}`);
  const text = escapeXml([`${file}:${start.line}:${start.column}`, ...details].join('\n')).replaceAll('&#10;', '\n');
  switch (outcome) {
    case 'failed':
      return element('failure', { message, type: severity }, [text]);
    case 'skipped':
      return element('skipped', { message: suppression?.reason ?? 'suppressed' });
    case 'passed':
      return element('system-out', {}, [escapeXml(`${severity}: ${message}\n`), text]);
  }
}

/** Each child on a line of its own. */
function lines(children: readonly string[], depth: number): readonly string[] {
  if (children.length === 0) return [];
  return [...children.map((child) => `\n${'  '.repeat(depth)}${child}`), `\n${'  '.repeat(depth - 1)}`];
}
