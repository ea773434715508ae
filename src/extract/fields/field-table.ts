import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { addField, blockOf } from './add-field.ts';
import { mergeClaims } from './claims.ts';
import { isConstant, isHeaderName } from './field-name.ts';
import { type NameCell, readNameCell } from './name-cell.ts';
import { parentPath } from './parent-path.ts';
import { placeOfRow, rowClaims } from './row-claims.ts';
import { believable, type FieldPlace, namesFields, placeFrom, placeIn, type Surroundings } from './setting.ts';
import { readTableHead, type TableHead } from './table-head.ts';
import { isForeignType, isListType } from './types.ts';

/** A table of which nothing is known yet. */
export interface PlainTable {
  readonly head: readonly Phrase[];
  readonly rows: readonly (readonly Phrase[])[];
  /** Where it starts in the file. */
  readonly block: number;
  /** By row: the only operation that it names, as an index into the page's mentions. */
  readonly requests: readonly (number | undefined)[];
}

interface NamedRow {
  readonly cells: readonly Phrase[];
  readonly cell: Phrase;
  readonly name: NameCell;
  readonly request: number | undefined;
}

/** Adds the fields of a table that lists fields, one or more for each row. */
export function addFieldTable(table: PlainTable, around: Surroundings, page: PageContext): void {
  const head = readTableHead(table.head.map(({ text }) => text));
  const rows = head && namedRows(table, head);
  if (!head || !rows) return;
  const stated =
    placeIn(head.title) ??
    believable(
      placeFrom(around.texts),
      rows.flatMap(({ name }) => name.names),
    );
  if (!isMeant(head, rows, { stated, around })) return;
  const prefix = around.lead ? parentPath(around.lead) : [];
  const block = blockOf('table', table.block, around);
  const open: { readonly depth: number; readonly path: readonly string[] }[] = [];
  for (const { cells, cell, name, request } of rows) {
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= name.depth) open.pop();
    const parent = [...prefix, ...(open.at(-1)?.path ?? [])];
    const claims = name.names.length === 1 ? mergeClaims(name.claims, rowClaims(cells, head)) : {};
    const description = cells[head.roles.indexOf('description')]?.text ?? '';
    const place = placeOfRow(cells, head) ?? stated;
    const shared = { ...block, ...(request !== undefined && { request }) };
    for (const field of name.names)
      addField({ phrase: cell, field, path: [...parent, ...field.path], place, claims, description }, shared, page);
    const [first] = name.names;
    if (!first) continue;
    const items = isListType(claims.type?.value ?? '') && first.path.at(-1) !== '[]' ? ['[]'] : [];
    open.push({ depth: name.depth, path: [...(open.at(-1)?.path ?? []), ...first.path, ...items] });
  }
}

/** The rows that name fields; nothing where too many name something else. */
function namedRows({ rows, requests }: PlainTable, head: TableHead): readonly NamedRow[] | undefined {
  const filled = rows
    .map((cells, index) => ({ cells, cell: cells[head.nameColumn], request: requests[index] }))
    .filter(({ cell }) => cell !== undefined && cell.text.trim() !== '');
  const named = filled.flatMap(({ cells, cell, request }) => {
    const name = cell && readNameCell(cell);
    return cell && name ? [{ cells, cell, name, request }] : [];
  });
  const texts = filled.map(({ cell }) => cell?.text.trim() ?? '');
  const foreign =
    texts.some((text) => /^--?\w|^\$|\(\)/.test(text)) || texts.filter(isConstant).length * 3 > texts.length;
  return named.length === 0 || named.length * 5 < filled.length * 3 || foreign ? undefined : named;
}

interface Words {
  readonly stated: FieldPlace;
  readonly around: Surroundings;
}

/** Whether the table is about requests and answers, as far as its columns, its cells and the words above it tell. */
function isMeant(head: TableHead, rows: readonly NamedRow[], { stated, around }: Words): boolean {
  const typeColumn = head.roles.indexOf('type');
  if (rows.some(({ cells }) => isForeignType(cells[typeColumn]?.text ?? ''))) return false;
  if (/\bheaders?$/.test(head.title)) {
    const headers = rows.filter(({ name }) =>
      name.names.every(({ path }) => isHeaderName(path.join('.')) || path[0]?.includes('-')),
    );
    return headers.length * 2 >= rows.length;
  }
  if (!head.loose || stated !== 'unknown') return true;
  return (
    rows.some(({ cells }) => placeOfRow(cells, head) !== undefined) ||
    head.roles.some((role) => role === 'type' || role === 'required' || role === 'presence') ||
    namesFields(around)
  );
}
