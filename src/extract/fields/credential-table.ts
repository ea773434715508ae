import { spanOf } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import { nounPhrases } from '../phrase/find-credentials.ts';
import type { Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';

/** A table with the operations of its rows and of the cells of its head. */
export interface CallTable {
  readonly head: readonly Phrase[];
  readonly rows: readonly (readonly Phrase[])[];
  readonly block: number;
  /** By row: the only operation that it names. */
  readonly requests: readonly (number | undefined)[];
  /** By column: the only operation that its head names. */
  readonly columns: readonly (number | undefined)[];
}

const CREDENTIAL_HEAD =
  /^\W*(?:required |accepted |allowed )?(?:credentials?|auth(?:entication|ori[sz]ation)?|security|keys?|tokens?)(?: (?:required|needed|type|method|credential))?\W*$/i;
const SCOPE_HEAD = /^\W*(?:required |needed |oauth )?scopes?(?: (?:required|needed))?\W*$/i;
const TICK = /^\W*(?:[✓✔✅☑]|(?:yes|allowed|accepted)\b)/iu;
const CROSS = /^\W*(?:[✗✘❌✕⛔🚫]|(?:no|not allowed|rejected|refused|denied)\b)/iu;

/** What a table says of credentials: a column of them beside calls, or a matrix of both. */
export function addCredentialTable(table: CallTable, page: PageContext): void {
  const { head, rows, requests } = table;
  for (const [column, cell] of head.entries()) {
    if (SCOPE_HEAD.test(cell.text)) addScopes(column, table, page);
    if (!CREDENTIAL_HEAD.test(cell.text)) continue;
    for (const [index, row] of rows.entries()) {
      const call = requests[index];
      const named = row[column];
      // "Org API Key, not the admin token" is a sentence of its own.
      if (call === undefined || !named || /\b(?:not|except|unless|only)\b/i.test(named.text)) continue;
      for (const words of nounPhrases(named.text))
        addClaim({ phrase: named, words, relation: 'takes', call }, table, page);
    }
  }
  addMatrix(table, page);
}

/** A column of scopes beside calls. */
function addScopes(column: number, { rows, requests, block }: CallTable, page: PageContext): void {
  for (const [index, row] of rows.entries()) {
    const call = requests[index];
    const cell = row[column];
    if (call === undefined || !cell) continue;
    for (const { start, end } of cell.codes) {
      const text = cell.text.slice(start, end);
      const span = spanOf(cell, start, end);
      const words = [{ value: text, span }];
      page.fact({
        kind: 'credential',
        scope: true,
        source: 'table',
        span,
        text,
        stance: 'claim',
        block,
        relation: 'takes',
        words,
        calls: [call],
      });
    }
  }
}

/** Ticks where calls and credentials cross; calls stand in the first column, or in the head. */
function addMatrix(table: CallTable, page: PageContext): void {
  const { head, rows, requests, columns } = table;
  const named = head.map(soleName);
  const across = named.filter((name) => name !== undefined).length > 1;
  for (const [index, row] of rows.entries()) {
    const [label] = row;
    const own = label && soleName(label);
    for (const [column, cell] of row.entries()) {
      const relation = TICK.test(cell.text) ? 'takes' : CROSS.test(cell.text) ? 'refuses' : undefined;
      if (column === 0 || !relation) continue;
      const [call, words, phrase] = across
        ? [requests[index], named[column], head[column]]
        : [columns[column], own, label];
      // The mark is what is wrong; the name stands in another cell.
      if (call !== undefined && words && phrase) addClaim({ phrase, words, relation, call, mark: cell }, table, page);
    }
  }
}

/** The words of a cell that holds the name of a credential and nothing else. */
function soleName({ text }: Phrase): readonly Range[] | undefined {
  const [words, ...others] = nounPhrases(text);
  const [first, last] = [words?.[0], words?.at(-1)];
  if (!words || !first || !last || others.length > 0) return undefined;
  return text.slice(0, first.start).trim() === '' && text.slice(last.end).trim() === '' ? words : undefined;
}

interface TableClaim {
  readonly phrase: Phrase;
  readonly words: readonly Range[];
  readonly relation: 'takes' | 'refuses';
  readonly call: number;
  /** The cell that says it, where that is not the one with the name. */
  readonly mark?: Phrase;
}

function addClaim({ phrase, words, relation, call, mark }: TableClaim, { block }: CallTable, page: PageContext): void {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return;
  const span = mark ? spanOf(mark, 0, mark.text.length) : spanOf(phrase, first.start, last.end);
  page.fact({
    kind: 'credential',
    source: 'table',
    span,
    text: phrase.text.slice(first.start, last.end),
    stance: 'claim',
    block,
    relation,
    words: words.map(({ start, end }) => ({
      value: phrase.text.slice(start, end),
      span: mark ? span : spanOf(phrase, start, end),
    })),
    calls: [call],
  });
}
