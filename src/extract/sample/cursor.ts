import type { Span } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';

/** Where the reading of one text is. */
export interface Cursor {
  readonly source: SourceText;
  readonly text: string;
  index: number;
  depth: number;
  /** Something was passed over that is no JSON, not even as guides write it. */
  skipped: boolean;
  /** It is nested deeper than anybody writes by hand. */
  tooDeep: boolean;
}

export function openCursor(source: SourceText): Cursor {
  return { source, text: source.text, index: 0, depth: 0, skipped: false, tooDeep: false };
}

export function spanAt({ source }: Cursor, start: number, end: number): Span {
  return spanOf(source, start, end);
}

/** Steps over what the sticky pattern matches here, and gives it. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.index;
  const match = pattern.exec(cursor.text)?.[0];
  if (match !== undefined) cursor.index += match.length;
  return match;
}

const ELISION = /(?:\.{2,}|…)+/y;
/** A comment that says that something was left out. */
const LEFT_OUT = /\.{3}|…|\b(?:more|other|others|additional|rest|remaining|omitted|truncated|etc|snip|and so on)\b/i;

/** Passes over `...` and `…`. */
export function skipElision(cursor: Cursor): boolean {
  return take(cursor, ELISION) !== undefined;
}

/** Passes over white space and comments; true where a comment says that something was left out. */
export function skipTrivia(cursor: Cursor): boolean {
  let leftOut = false;
  for (;;) {
    skipSpace(cursor);
    const start = cursor.index;
    const end = commentEnd(cursor.text, start);
    if (end === undefined) return leftOut;
    leftOut ||= LEFT_OUT.test(cursor.text.slice(start, Math.min(end, start + 300)));
    cursor.index = end;
  }
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  let { index } = cursor;
  while (index < text.length && isSpace(text.charCodeAt(index))) index++;
  cursor.index = index;
}

/** Blank, tab, line ends, no-break space and byte order mark. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** The index behind the comment that begins at `index`. */
function commentEnd(text: string, index: number): number | undefined {
  const char = text[index];
  if (char !== '/' && char !== '#') return undefined;
  if (char === '/' && text[index + 1] === '*') {
    const close = text.indexOf('*/', index + 2);
    return close === -1 ? text.length : close + 2;
  }
  if (char === '/' && text[index + 1] !== '/') return undefined;
  return lineEnd(text, index);
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
