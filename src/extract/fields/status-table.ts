import { spanOf } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { stanceOf } from '../phrase/stance.ts';
import { claimOf } from './claims.ts';
import type { PlainTable } from './field-table.ts';
import { type Surroundings, settingFrom } from './setting.ts';
import { isKnownStatus, isReasonPhrase, reasonBehind } from './status.ts';

const HEAD = /^(?:(?:http|response|error|status)[- ]?)*(?:status(?:es)?|codes?|errors?)(?: codes?)?$/i;
const CELL = /^\s*(?:HTTP )?(?<code>[1-5](?:\d\d|xx))(?![\w.%]|\s?[-–]\s?\d)/i;
/** The reader's server answers, not the API. */
const READERS =
  /\b(?:your|the (?:customer|user|reader)['’]s) (?:\w+ ){0,2}(?:server|endpoint|handler|app|service|backend|webhook|receiver)\b/i;

/** Adds the statuses of a table with a column of them; gives that column, if there is one. */
export function addStatusTable(table: PlainTable, around: Surroundings, page: PageContext): number | undefined {
  const { head, rows, block, requests } = table;
  const column = statusColumn(table);
  if (column === undefined) return undefined;
  const setting = settingFrom(around.texts);
  const reader = [...around.texts.slice(0, 2), ...head.map(({ text }) => text)].some((text) => READERS.test(text));
  for (const [index, row] of rows.entries()) {
    const status = statusIn(row, column);
    const request = requests[index];
    if (!status) continue;
    page.fact({
      kind: 'status',
      source: 'table',
      ...status,
      ...(reader && { stance: 'reader' as const }),
      block,
      ...(request !== undefined && { request }),
      ...(setting && { setting }),
    });
  }
  return column;
}

/** The column that is headed so and holds little else. */
function statusColumn({ head, rows }: PlainTable): number | undefined {
  const column = head.findIndex(({ text }, index) => {
    if (!HEAD.test(text.replace(/[*_]/g, '').trim())) return false;
    const filled = rows.filter((row) => row[index]?.text.trim());
    const coded = filled.filter((row) => statusIn(row, index) !== undefined);
    return coded.length > 0 && coded.length * 3 >= filled.length * 2;
  });
  return column < 0 ? undefined : column;
}

function statusIn(row: readonly Phrase[], column: number) {
  const cell = row[column];
  const match = cell && CELL.exec(cell.text);
  const text = match?.groups?.code;
  const code = text?.toUpperCase();
  if (!cell || !match || text === undefined || code === undefined || !isKnownStatus(code)) return undefined;
  const range = { start: match[0].length - text.length, end: match[0].length };
  const beside = row[column + 1];
  const reason =
    reasonBehind(cell, range.end) ??
    (beside && isReasonPhrase(beside.text) ? claimOf(beside, trimmed(beside.text), beside.text.trim()) : undefined);
  const span = spanOf(cell, range.start, range.end);
  return { span, text, stance: stanceOf(cell, range), code, ...(reason && { reason }) };
}

function trimmed(text: string) {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}
