import { placeOfSpec, replacementsOf } from './finding-details.ts';
import { groupByFile } from './group-by-file.ts';
import { codeSpan, sentence } from './markdown-text.ts';
import type { Report, ReportedFinding, Reporter } from './report.ts';
import { describeCoverage, describeOutcome } from './summary-sentences.ts';

/** A comment on GitHub holds 65,536 characters, and a job summary more. */
const mostCharacters = 60_000;

/** For a job summary or a comment on a pull request: the outcome, a table for each page, and what was verified. */
export const markdown: Reporter = (report) => {
  const head = `## API guides against the spec\n\n${sentence(describeOutcome(report))}\n`;
  const foot = renderFoot(report);
  const { tables, left } = renderTables(report, mostCharacters - head.length - foot.length);
  const rest = left > 0 ? `\n${left} more ${left === 1 ? 'finding' : 'findings'} did not fit in here.\n` : '';
  return `${head}${tables}${rest}${foot}`;
};

/** As many rows as there is room for, and how many findings are left. */
function renderTables({ findings }: Report, room: number): { readonly tables: string; readonly left: number } {
  let tables = '';
  let shown = 0;
  for (const [file, onPage] of groupByFile(findings)) {
    let table = `\n### ${codeSpan(file)}\n\n| line | severity | drift | the spec | write |\n|--:|---|---|---|---|\n`;
    for (const row of onPage.map(renderRow)) {
      if (tables.length + table.length + row.length > room) return { tables, left: findings.length - shown };
      tables += table + row;
      table = '';
      shown += 1;
    }
  }
  return { tables, left: 0 };
}

function renderRow(finding: ReportedFinding): string {
  const place = placeOfSpec(finding);
  const cells = [
    String(finding.start.line),
    finding.severity,
    `${sentence(finding.message)}${renderRelated(finding)} <br>${codeSpan(finding.rule)}`,
    [finding.operation, place].flatMap((text) => (text === undefined ? [] : [codeSpan(text)])).join(' <br>'),
    replacementsOf(finding).map(codeSpan).join(' or '),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function renderRelated({ related }: ReportedFinding): string {
  if (related.length === 0) return '';
  return ` (and in ${related.length} other ${related.length === 1 ? 'place' : 'places'})`;
}

function renderFoot({ summary, notes }: Report): string {
  const verified = `**Verified:** ${sentence(describeCoverage(summary))}\n`;
  const list = notes.map((note) => `- ${sentence(note)}\n`).join('');
  return `\n${verified}${list === '' ? '' : `\n${list}`}`;
}
