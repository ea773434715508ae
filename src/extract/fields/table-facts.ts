import type { Table } from 'mdast';
import type { PageContext } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { addPhraseFacts } from '../phrase/add-facts.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { addCredentialTable, type CallTable } from './credential-table.ts';
import { addFieldTable, type PlainTable } from './field-table.ts';
import { surroundingsOf } from './setting.ts';
import { addStatusTable } from './status-table.ts';
import { addValues } from './value-block.ts';

/** Words of which one stands in the head of every table of fields, of values or of statuses. */
const HEAD =
  /\b(?:fields?|param(?:eter)?s?|propert(?:y|ies)|attributes?|names?|keys?|headers?|arguments?|columns?|members?|status(?:es)?|codes?|values?|errors?)\b/i;

/** The head of a column of values. */
const VALUE_HEAD = /^(?:values?|status|state|type|mode)$/i;

/** Whether a table may say anything of requests and answers: most do not, and need not be taken apart. */
export function mayHoldFacts(node: Table, { doc }: PageContext): boolean {
  const { start, end } = offsetsOf(node);
  const lineEnd = doc.text.indexOf('\n', start);
  return HEAD.test(doc.text.slice(start, lineEnd < 0 ? end : lineEnd));
}

/** Adds what a table says of fields, of the values of one, or of statuses. */
export function addTableFacts(
  node: Table,
  {
    rows: [head, ...rows],
    requests,
    columns,
  }: { readonly rows: readonly (readonly Phrase[])[] } & Pick<CallTable, 'columns' | 'requests'>,
  page: PageContext,
): void {
  if (!head) return;
  const table = { head, rows, block: page.spanOf(node).start, requests };
  addCredentialTable({ ...table, columns }, page);
  const statuses = addStructure(table, page);
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.entries())
      if (column !== statuses) addPhraseFacts(cell, { source: 'prose', request: requests[index] }, page);
  }
}

/** Adds what the columns say; gives the one of statuses, of which nothing is left to say. */
function addStructure(table: PlainTable, page: PageContext): number | undefined {
  const { head, rows, block } = table;
  const around = surroundingsOf(page);
  const statuses = addStatusTable(table, around, page);
  if (statuses !== undefined) return statuses;
  const cells = rows.flatMap((row) => row[0] ?? []);
  const valued =
    VALUE_HEAD.test(head[0]?.text.trim() ?? '') && addValues({ cells, source: 'table', block }, around, page);
  if (!valued) addFieldTable(table, around, page);
  return undefined;
}
