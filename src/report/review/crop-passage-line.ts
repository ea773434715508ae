import type { PassageLine } from '../review.ts';

/** Prose paragraphs and minified specs are one line and run on for pages. */
const mostCharacters = 320;

interface LineToQuote {
  readonly number: number;
  readonly text: string;
  readonly marked: boolean;
  readonly mark?: { readonly from: number; readonly to: number };
}

/** Cuts a long line down around its mark, or behind its beginning where it has none. */
export function cropPassageLine(
  { number, text, marked, mark }: LineToQuote,
  longestLine = mostCharacters,
): PassageLine {
  if (text.length <= longestLine) return { number, text: text.trimEnd(), marked, ...(mark && { mark }) };
  const from = mark?.from ?? 0;
  const begin = from > longestLine * (2 / 3) ? boundary(text, from - longestLine / 3) : 0;
  const end = boundary(text, begin + longestLine);
  const head = begin > 0 ? '…' : '';
  const tail = end < text.length ? '…' : '';
  const moved = mark && {
    from: from - begin + head.length,
    to: Math.min(mark.to, end) - begin + head.length,
  };
  return { number, text: `${head}${text.slice(begin, end)}${tail}`, marked, ...(moved && { mark: moved }) };
}

/** Not in the middle of a character. */
function boundary(text: string, at: number): number {
  const index = Math.min(Math.floor(at), text.length);
  return /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index;
}
