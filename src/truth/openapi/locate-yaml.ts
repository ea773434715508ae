import { findInFlow, keyText, type MemberOffsets } from './locate-flow.ts';

/** A node of block YAML: it begins at `column` of `line` and ends before `end`. Lines count from 0. */
interface Block {
  readonly line: number;
  readonly column: number;
  readonly end: number;
}

/** A text that is searched again and again. */
export interface Lines {
  readonly text: string;
  /** Offset of each line. */
  readonly starts: readonly number[];
  readonly known: MemberOffsets;
  /** The members of the mappings in block style, by the offset of the mapping. */
  readonly blocks: Map<number, ReadonlyMap<string, Block>>;
}

export function splitLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts, known: new Map(), blocks: new Map() };
}

/** The line, from 1, of an offset. */
export function lineAt({ starts }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Finds a JSON pointer in YAML by indentation, or, as JSON is YAML in flow style, in JSON. Answers the offset of the
 * key, or of the item of a list.
 */
export function findInYaml(lines: Lines, pointer: readonly string[]): number | undefined {
  return findFrom(lines, contentFrom(lines, { line: 0, column: 0, end: lines.starts.length }), pointer);
}

function findFrom(lines: Lines, start: Block | undefined, pointer: readonly string[]): number | undefined {
  let block = start;
  let found = start;
  for (const [i, token] of pointer.entries()) {
    block = block && openBlock(lines, block);
    if (block === undefined) return undefined;
    if (/[{[]/.test(charAt(lines, block))) return findInCollection(lines, block, pointer.slice(i));
    const list = isItem(lines, block);
    found = list ? findItem(lines, block, Number(token)) : membersOf(lines, block).get(token);
    block = found && (list ? itemValue(lines, found) : keyValue(lines, found));
    if (found === undefined) return undefined;
  }
  return found && offsetOf(lines, found);
}

function findInCollection(lines: Lines, block: Block, pointer: readonly string[]): number | undefined {
  const found = findInFlow(lines.text, offsetOf(lines, block), { pointer, known: lines.known });
  if (typeof found !== 'object') return found;
  return findFrom(lines, findAnchor(lines, found.alias, lineAt(lines, found.at) - 1), found.pointer);
}

function offsetOf({ starts }: Lines, { line, column }: Block): number {
  return (starts[line] ?? 0) + column;
}

function charAt(lines: Lines, block: Block): string {
  return lines.text.charAt(offsetOf(lines, block));
}

/** The rest of the line that the block begins on. */
function restOf(lines: Lines, { line, column }: Pick<Block, 'line' | 'column'>): string {
  return lines.text.slice((lines.starts[line] ?? 0) + column, lines.starts[line + 1] ?? lines.text.length).trimEnd();
}

function indentOf({ text, starts }: Lines, line: number): number {
  const start = starts[line] ?? 0;
  let at = start;
  while (text.charAt(at) === ' ') at += 1;
  return at - start;
}

function isItem(lines: Lines, block: Block): boolean {
  return charAt(lines, block) === '-' && /^-(?:\s|$)/.test(restOf(lines, block));
}

/** The first content at or after the beginning of a block: comments, blank lines, directives and `---` are none. */
function contentFrom(lines: Lines, block: Block): Block | undefined {
  for (let line = block.line; line < block.end; line += 1) {
    const column = line === block.line ? block.column : 0;
    const rest = restOf(lines, { line, column });
    const blank = /^\uFEFF?(?:---(?=\s|$))?\s*/.exec(rest)?.[0].length ?? 0;
    const content = rest.slice(blank);
    if (content !== '' && !content.startsWith('#') && !(column === 0 && rest.startsWith('%'))) {
      return { line, column: column + blank, end: block.end };
    }
  }
  return undefined;
}

/** Goes past `&anchor` and `!tag`, and to the anchored node for an `*alias`. */
function openBlock(lines: Lines, block: Block): Block | undefined {
  const rest = restOf(lines, block);
  const alias = /^\*(\S+)/.exec(rest)?.[1];
  if (alias !== undefined) return findAnchor(lines, alias, block.line);
  const properties = /^(?:[&!]\S*(?:\s+|$))+/.exec(rest)?.[0].length ?? 0;
  return properties === 0 ? block : contentFrom(lines, { ...block, column: block.column + properties });
}

/** The last `&name` above the alias. */
function findAnchor(lines: Lines, name: string, before: number): Block | undefined {
  for (let line = before; line >= 0; line -= 1) {
    const rest = restOf(lines, { line, column: 0 });
    const at = rest.split(/(?<=\s)/).findIndex((piece) => piece.trim() === `&${name}`);
    if (at < 0) continue;
    const column = rest.indexOf(`&${name}`) + name.length + 1;
    const end = endOfDeeper(lines, line, indentOf(lines, line));
    return contentFrom(lines, { line, column, end });
  }
  return undefined;
}

function membersOf(lines: Lines, block: Block): ReadonlyMap<string, Block> {
  const offset = offsetOf(lines, block);
  const members = lines.blocks.get(offset) ?? scanMembers(lines, block);
  lines.blocks.set(offset, members);
  return members;
}

function scanMembers(lines: Lines, block: Block): ReadonlyMap<string, Block> {
  const members = new Map<string, Block>();
  for (let line = block.line; line < block.end; ) {
    const key =
      line === block.line || indentOf(lines, line) === block.column
        ? keyAt(restOf(lines, { line, column: block.column }))
        : undefined;
    const end = key === undefined ? line + 1 : memberEnd(lines, { ...block, line });
    if (key !== undefined) members.set(keyText(key), { line, column: block.column, end });
    line = end;
  }
  return members;
}

/** A key as it is written, with quotes; nothing where the line has none. */
function keyAt(rest: string): string | undefined {
  const quoted = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?:\s|$)/.exec(rest);
  if (quoted !== null) return quoted[1];
  return /^(?!["'#]|-(?:\s|$))(.+?)\s*:(?:\s|$)/.exec(rest)?.[1];
}

/** The member of a mapping ends before the next line of the same indentation that is no list under the key. */
function memberEnd(lines: Lines, { line, column, end }: Block): number {
  let next = line + 1;
  for (; next < end; next += 1) {
    const rest = restOf(lines, { line: next, column: 0 });
    const text = rest.trimStart();
    if (text === '' || text.startsWith('#')) continue;
    const indent = indentOf(lines, next);
    // A list may stand at the indentation of its key, and the closing bracket of a flow collection too.
    if (indent < column || (indent === column && !/^(?:-(?:\s|$)|[\]}])/.test(text))) break;
  }
  return next;
}

function keyValue(lines: Lines, found: Block): Block | undefined {
  const rest = restOf(lines, found);
  const key = keyAt(rest) ?? '';
  const colon = rest.indexOf(':', key.length);
  return contentFrom(lines, { ...found, column: found.column + colon + 1 });
}

function findItem(lines: Lines, block: Block, index: number): Block | undefined {
  let seen = -1;
  for (let line = block.line; line < block.end; line += 1) {
    if (line !== block.line && indentOf(lines, line) !== block.column) continue;
    const item = { line, column: block.column, end: block.end };
    if (!isItem(lines, item)) continue;
    seen += 1;
    if (seen === index) return { ...item, end: Math.min(block.end, endOfDeeper(lines, line, block.column)) };
  }
  return undefined;
}

function itemValue(lines: Lines, item: Block): Block | undefined {
  return contentFrom(lines, { ...item, column: item.column + 1 });
}

/** The first line after `line` that is not indented deeper than `indent`. */
function endOfDeeper(lines: Lines, line: number, indent: number): number {
  let next = line + 1;
  for (; next < lines.starts.length; next += 1) {
    const text = restOf(lines, { line: next, column: 0 }).trimStart();
    if (text === '' || text.startsWith('#')) continue;
    if (indentOf(lines, next) <= indent) break;
  }
  return next;
}
