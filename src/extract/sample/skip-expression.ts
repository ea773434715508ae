import { type Cursor, take } from './cursor.ts';
import { readString } from './read-string.ts';

const MARK = /<[^<>\n]{1,100}>|\{\{[^{}\n]{1,120}\}\}/y;
const COMMENT = /\s(?:\/\/|\/\*|#)/y;

/**
 * Passes over code, type words and placeholders that stand where a value belongs, up to the separator or the line end
 * behind them; brackets may hold both.
 */
export function skipExpression(cursor: Cursor): void {
  let depth = 0;
  while (cursor.index < cursor.text.length) {
    const char = cursor.text.charAt(cursor.index);
    if (depth === 0 && isEnd(cursor, char)) return;
    if ((char === '<' || char === '{') && take(cursor, MARK) !== undefined) continue;
    if ('"\'`'.includes(char) && readString(cursor)) continue;
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    // Behind a backslash a quote opens nothing.
    cursor.index += char === '\\' ? 2 : 1;
  }
  cursor.index = cursor.text.length;
  if (depth > 0) cursor.skipped = true;
}

function isEnd({ text, index }: Cursor, char: string): boolean {
  if (',;)]}\n'.includes(char)) return true;
  COMMENT.lastIndex = index;
  return char <= ' ' && COMMENT.test(text);
}
