import type { Heading } from 'mdast';
import { contentOf, rangeOf } from './python-markdown-source.ts';

/** An id that a heading is given, and where its text ends before it. */
export interface HeaderId {
  readonly id: string | undefined;
  readonly textEnd: number;
}

/** An inline attribute list at a place in the text. */
export interface SpanAttributes {
  readonly end: number;
  readonly id: string | undefined;
}

/**
 * `{#id}` at the very end of the line, after a space (HEADER_ID of `kramdown/parser/kramdown/header.rb`), or an
 * attribute list `{: #id}` on the line below or above (`extensions.rb`), which wins.
 */
export function headerId(heading: Heading, source: string): HeaderId {
  const { start, end } = contentOf(heading);
  const listed = idBelow(heading, source) ?? idAbove(heading, source);
  // `## Trees {#trees} ##` has no id: it is looked for before the closing marks go.
  const closed = /^[ \t]*#/.test(source.slice(end, rangeOf(heading).end));
  const [own, id] = (!closed && /[ \t]\{#([\p{L}_:][\p{L}\p{M}\p{N}_:.·-]*)\}$/u.exec(source.slice(start, end))) || [];
  return { id: listed ?? id, textEnd: end - (own?.length ?? 0) };
}

/** `*ripe*{:.big}`: a list right after an element is no text. Anywhere else it is. */
export function spanAttributes(text: string, start: number): SpanAttributes | undefined {
  const list = /\{:(?![:/])((?:\\.|[^}\\])+)\}/y;
  list.lastIndex = start;
  const content = list.exec(text)?.[1];
  return content === undefined ? undefined : { end: list.lastIndex, id: idIn(content) };
}

/** Lists on the lines below the heading; the last id wins. */
function idBelow(heading: Heading, source: string): string | undefined {
  const line = /\r?\n {0,3}\{:(?![:/])((?:\\.|[^}\\\n])+)\}[ \t]*(?=\r?\n|$)/y;
  const { end } = rangeOf(heading);
  const lineEnd = source.indexOf('\n', end);
  if (lineEnd < 0 || source.slice(end, lineEnd).trim() !== '') return undefined;
  line.lastIndex = source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  let id: string | undefined;
  for (let match = line.exec(source); match; match = line.exec(source)) id = idIn(match[1] ?? '') ?? id;
  return id;
}

/** A list on the line above, which itself stands below an empty line: else it belongs to the block before it. */
function idAbove(heading: Heading, source: string): string | undefined {
  const lineStart = source.lastIndexOf('\n', rangeOf(heading).start - 1);
  if (lineStart <= 0) return undefined;
  const listStart = source.lastIndexOf('\n', lineStart - 1);
  const [, content] = /^ {0,3}\{:(?![:/])((?:\\.|[^}\\])+)\}\s*$/.exec(source.slice(listStart + 1, lineStart)) ?? [];
  if (content === undefined) return undefined;
  const before = source.slice(source.lastIndexOf('\n', listStart - 1) + 1, Math.max(listStart, 0));
  return before.trim() === '' ? idIn(content) : undefined;
}

/** `key="value"`, `#id.class` and names of other lists, apart by spaces; the last id wins. */
function idIn(list: string): string | undefined {
  const parts = /(?:^|\s)(?:(\w[\w-]*)=(?:"([^"]*)"|'([^']*)')|((?:#[a-z][\w:-]*|\.-?\w[\w-]*)+))(?=\s|$)/gi;
  let id: string | undefined;
  for (const [, key, double, single, marks] of list.matchAll(parts)) {
    if (key === 'id') id = double ?? single;
    else if (marks !== undefined) id = /#([^#.]*)(?:\.[^#]*)?$/.exec(marks)?.[1] ?? id;
  }
  return id;
}
