import type { Cursor } from './cursor.ts';

export interface QuotedText {
  /** Escapes undone. */
  readonly text: string;
  /** Of the content, without the quote marks. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the string in double, single or back quotes that begins here. Nothing is read where its line does not close it:
 * but for a long text that was broken over lines, whose closing mark stands where a value ends.
 */
export function readString(cursor: Cursor): QuotedText | undefined {
  const { text, index } = cursor;
  const quote = text.charAt(index);
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  const close = closingQuote(text, index + 1, quote);
  if (close === -1) return undefined;
  const raw = text.slice(index + 1, close);
  if (quote !== '`' && raw.includes('\n') && (quote === "'" || !endsValue(text, close + 1))) return undefined;
  cursor.index = close + 1;
  return { text: raw.includes('\\') ? withoutEscapes(raw) : raw, start: index + 1, end: close };
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let close = text.indexOf(quote, from); close !== -1; close = text.indexOf(quote, close + 1)) {
    let slashes = 0;
    while (close - slashes > from && text[close - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return close;
  }
  return -1;
}

function endsValue(text: string, from: number): boolean {
  const ends = /[ \t\r]*(?:[,}\]\n]|$)/y;
  ends.lastIndex = from;
  return ends.test(text);
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '\n': '' };

/** RFC 8259, section 7; an escape that JSON does not know stands for its character. */
function withoutEscapes(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, hex: string | undefined, char: string = '') =>
    hex === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
