import type { Table, TableRow } from 'mdast';
import type { HostMention, MethodMention, RequestTarget, Stance } from '../../model.ts';
import type { SourceText } from '../../text/source-text.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { addTableFacts, mayHoldFacts } from '../fields/table-facts.ts';
import { addOperations, mayHoldAddress } from '../phrase/add-operations.ts';
import { isMethodList, splitMethods } from '../phrase/find-operations.ts';
import { flattenPhrase, type Phrase } from '../phrase/phrase.ts';
import { stanceOf } from '../phrase/stance.ts';
import { hostOfCell, statedHost } from '../phrase/stated-host.ts';
import { parseTarget } from '../target.ts';

/** Tables: method and path in one cell or in two, the method carried from the row above where its cell is blank. */
export const tables = defineExtractor({
  id: 'tables',
  nodes: ['table'],
  extract(node, page) {
    const addressed = mayHoldAddress(node, page);
    if (!addressed && !mayHoldFacts(node, page)) return;
    const rows = node.children.map((row: TableRow) => row.children.map((cell) => flattenPhrase(cell.children, page)));
    const calls = addressed ? addCalls(node, rows, page) : { requests: [], columns: [] };
    addTableFacts(node, { rows, ...calls }, page);
  },
});

/** Adds the operations of a table; gives for each row but the head, and for each cell of the head, the one that it names, if it names one alone. */
function addCalls(
  node: Table,
  [head, ...rows]: readonly (readonly Phrase[])[],
  page: PageContext,
): { readonly requests: readonly (number | undefined)[]; readonly columns: readonly (number | undefined)[] } {
  if (!head) return { requests: [], columns: [] };
  const blocks = node.children[0]?.children.map((cell) => page.spanOf(cell).start) ?? [];
  const table = readHead([head, ...rows], blocks, page);
  const columns = addRow(head, table, [], page).cells.map(only);
  let carried: readonly MethodMention[] = [];
  const requests = rows.map((row) => {
    const { methods, cells } = addRow(row, table, carried, page);
    carried = methods;
    return only(cells.flat());
  });
  return { requests, columns };
}

function only(added: readonly number[]): number | undefined {
  return added.length === 1 ? added[0] : undefined;
}

const PREDECESSOR = /^\s*(?:old|before|legacy|deprecated|removed|from|previous(?:ly)?|was)\b/i;
const SUCCESSOR =
  /\b(?:replacement|replaced by|use instead|instead|successor|migrate to|new (?:api|endpoint|path|route|url))\b/i;

/** A cell of the row says that what it names is not there. */
export const REFUSED =
  /^\s*(?:[❌✗✘]|(?:removed|deprecated|planned|coming soon|not (?:yet )?(?:available|supported|implemented)|unavailable|unsupported|n\/a|none)\b|(?:404|405|410|501)\b)/i;

const TICKED = /^\s*(?:[✓✔✅☑]|yes\b)/iu;

interface CallTable {
  readonly methodColumn: number;
  readonly columns: readonly { readonly endpoints: boolean; readonly stance?: Stance; readonly block: number }[];
  readonly base?: RequestTarget;
  readonly host?: HostMention;
  /** The column of hosts; -1 where there is none. */
  readonly hostColumn: number;
}

function readHead(
  [head = [], ...rows]: readonly (readonly Phrase[])[],
  blocks: readonly number[],
  page: PageContext,
): CallTable {
  const named = head.findIndex((cell) => /\b(?:methods?|verb)\b/i.test(cell.text));
  const filled = head.findIndex((_, column) => rows.some((row) => isMethodCell(row[column])));
  const methodColumn = filled >= 0 ? filled : named;
  const base = statedBase(page.leads);
  const { above } = page;
  const next = above?.type === 'paragraph' ? statedHost(flattenPhrase(above.children, page)) : undefined;
  const host = next?.host ?? page.statedHost;
  const past = pastColumns(head);
  return {
    hostColumn: head.findIndex(({ text }) =>
      /^\s*(?:hosts?|servers?|base url|surface|served (?:by|from|on))\s*$/i.test(text),
    ),
    methodColumn,
    columns: head.map(({ text }, column) => ({
      block: blocks[column] ?? 0,
      endpoints:
        /\b(?:endpoints?|routes?|urls?|operations?)\b/i.test(text) || (methodColumn >= 0 && /\bpaths?\b/i.test(text)),
      ...(past.has(column) && { stance: 'historical' as const }),
    })),
    ...(base && { base }),
    ...(host && { host }),
  };
}

/** The columns that show how something used to be. */
export function pastColumns(head: readonly Phrase[]): ReadonlySet<number> {
  // A column "Use instead" makes what stands before it the old way.
  const successor = head.findIndex((cell) => SUCCESSOR.test(cell.text));
  // Of columns headed `v1` and `v2` the lower one is the past.
  const newest = head.map((cell) => versionOf(cell.text)).reduce((one, other) => (other > one ? other : one), 0);
  const isPast = (text: string, column: number) =>
    PREDECESSOR.test(text) || column < successor || versionOf(text) < newest;
  return new Set([...head.keys()].filter((column) => isPast(head[column]?.text ?? '', column)));
}

/** `POST`, `post` or `Post`: in a cell of its own a method needs no capitals. */
function isMethodCell(cell: Phrase | undefined): boolean {
  return cell !== undefined && isMethodList(cell.text.toUpperCase());
}

/** The number in `v2` and `Version 2.1`. */
function versionOf(title: string): number {
  return Number(/^\s*(?:version\s*|v)(\d+(?:\.\d+)?)\b/i.exec(title)?.[1] ?? Number.NaN);
}

/** Adds a row's operations; gives them by cell, and the methods that a blank method cell below would repeat. */
function addRow(
  row: readonly Phrase[],
  table: CallTable,
  carried: readonly MethodMention[],
  page: PageContext,
): { readonly methods: readonly MethodMention[]; readonly cells: readonly (readonly number[])[] } {
  const cell = row[table.methodColumn];
  const own =
    cell && isMethodCell(cell)
      ? splitMethods(cell, cell.text.length - cell.text.trimStart().length, cell.text.trim())
      : [];
  // A method that stands in the row above is not this row's to mend.
  const repeated = carried.map((method) => ({ ...method, implied: true }));
  const methods = own.length > 0 || !cell || /\S/.test(cell.text.replace(/["″〃]/g, '')) ? own : repeated;
  // Where some cells are ticked, the crosses are about what the columns are called.
  const refused = row.some((phrase) => REFUSED.test(phrase.text)) && !row.some((phrase) => TICKED.test(phrase.text));
  const ownHost = row[table.hostColumn];
  const host = (ownHost && hostOfCell(ownHost)) ?? table.host;
  const cells = row.map((phrase, index) => {
    const column = table.columns[index];
    const { block, endpoints = false } = column ?? {};
    const stance = refused ? 'negated' : column?.stance;
    const target = index === table.methodColumn ? undefined : lonePath(phrase, methods.length > 0 || endpoints);
    if (target && (methods.length > 0 || endpoints))
      return addPathCell({ phrase, target, methods, table, stance, block, host }, page);
    const operations = addOperations(phrase, page, {
      source: 'table',
      ...(block !== undefined && { block }),
      ...(stance && { stance }),
      ...(table.base && { base: table.base }),
      ...(host && { statedHost: host }),
      certain: endpoints,
    });
    return operations.map(({ index: at }) => at);
  });
  return { methods, cells };
}

interface PathCell {
  readonly phrase: Phrase;
  readonly target: RequestTarget;
  readonly methods: readonly MethodMention[];
  readonly table: CallTable;
  readonly stance: Stance | undefined;
  readonly block: number | undefined;
  readonly host: HostMention | undefined;
}

function addPathCell(
  { phrase, target, methods, table, stance, block, host }: PathCell,
  page: PageContext,
): readonly number[] {
  const range = { start: 0, end: phrase.text.length };
  const shared = {
    source: 'table' as const,
    ...(block !== undefined && { block }),
    span: target.span,
    target,
    ...(table.base && { base: table.base }),
    ...(host && !target.host && { statedHost: host }),
    stance: stance ?? stanceOf(phrase, range),
    certain: true,
  };
  if (methods.length === 0) return [page.mention({ ...shared, text: target.text })];
  return methods.map((method) => page.mention({ ...shared, text: `${method.value} ${target.text}`, method }));
}

/** The cell's only content is a path or a URL. */
function lonePath(phrase: Phrase, shorthand: boolean): RequestTarget | undefined {
  const text = phrase.text.trim();
  if (/\s/.test(text.replace(/[{<(][^{}<>()]*[})>]/g, '')) || !/^(?:\/|https?:\/\/|[$<{\w])/.test(text))
    return undefined;
  const start = phrase.text.indexOf(text);
  const target = parseTarget(phrase, start, start + text.length);
  if (!target || target.segments.length === 0) return undefined;
  return text.startsWith('/') || target.host || (shorthand && target.segments.length > 1) ? target : undefined;
}

const STATES_BASE =
  /\b(?:base (?:url|path)|prefix(?:ed)?|under|relative to|starts? with|mounted (?:at|on|under)|served (?:from|under))\b/i;

/** Whatever stands above that many paragraphs without a heading is not remembered by a reader either. */
const MOST_LEADS = 100;

/** "All routes below are under `/api/v1/admin`": the path that the text above the table puts before each of its paths. */
function statedBase(leads: readonly SourceText[]): RequestTarget | undefined {
  for (const lead of leads.slice(-MOST_LEADS).toReversed()) {
    if (!STATES_BASE.test(lead.text)) continue;
    const match = /(?:https?:\/\/[^\s/]+)?\/[\w{}:.~-]+(?:\/[\w{}:.~-]+)*/.exec(lead.text);
    if (!match) continue;
    const target = parseTarget(lead, match.index, match.index + match[0].replace(/[.:,]+$/, '').length);
    if (target) return target;
  }
  return undefined;
}
