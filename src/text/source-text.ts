/**
 * A piece of text that was lifted out of a file, with the way back: `at(i)` is the offset in the file of the
 * character at `i`, in UTF-16 code units; `at(text.length)` is the end of the last character.
 *
 * Extractors work on the lifted text (indentation, quote marks, escapes and references are gone) and still report
 * spans of the file as it lies on disk.
 */
export interface SourceText {
  readonly text: string;
  at(index: number): number;
  /** The offset in the file behind the character at `index`, where one may be several there, as `&lt;` and `\{`. */
  readonly after?: (index: number) => number;
}

/** The whole file, or a slice of it that was taken without change. */
export function verbatim(text: string, start = 0): SourceText {
  return { text, at: (index) => start + index };
}

/** How many characters of a byte order mark `text` begins with: parsers take it away, and count from behind it. */
export function byteOrderMark(text: string): 0 | 1 {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

/** Text with one offset for each character, and one more for the end; `ends` where characters are longer in the file. */
export function mapped(text: string, offsets: readonly number[], ends?: readonly number[]): SourceText {
  const last = offsets.length - 1;
  const at = (index: number): number => offsets[Math.min(Math.max(index, 0), last)] ?? 0;
  return { text, at, ...(ends && { after: (index) => ends[index] ?? at(index) + 1 }) };
}

/** Pieces of text one behind the other, each still mapped to its own place. */
export function joined(pieces: readonly SourceText[]): SourceText {
  const [only, another] = pieces;
  if (only && !another) return alone(only);
  let text = '';
  for (const piece of pieces) text += piece.text;
  const { length } = text;
  // Of most texts nobody asks where they stand.
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    known ??= startsOf(pieces);
    return known;
  };
  const after = (index: number): number => {
    const at = lastUpTo(index, starts());
    const piece = pieces[at];
    return piece ? endOf(piece, index - (starts()[at] ?? 0)) : 0;
  };
  return {
    text,
    after,
    at(index) {
      if (index >= length && length > 0) return after(length - 1);
      const at = lastUpTo(Math.max(index, 0), starts());
      return pieces[at]?.at(Math.max(index, 0) - (starts()[at] ?? 0)) ?? 0;
    },
  };
}

/** One piece as `joined` would have it: the text ends where its last character does. */
function alone(piece: SourceText): SourceText {
  const { text } = piece;
  const last = text.length - 1;
  return {
    text,
    after: (index) => endOf(piece, index),
    at: (index) => (index > last && last >= 0 ? endOf(piece, last) : piece.at(Math.max(index, 0))),
  };
}

/** Where each of some pieces begins in the text that they make together. */
export function startsOf(pieces: readonly Pick<SourceText, 'text'>[]): number[] {
  let length = 0;
  return pieces.map(({ text }) => {
    const start = length;
    length += text.length;
    return start;
  });
}

/** The index of the last of the ascending numbers that is not above `limit`; else 0. */
export function lastUpTo(limit: number, numbers: readonly number[]): number {
  let low = 0;
  let high = numbers.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}

function endOf(piece: SourceText, index: number): number {
  return piece.after?.(index) ?? piece.at(index) + 1;
}

/** The characters from `start` to `end` of `source`, still mapped to the file. */
export function slice(source: SourceText, start: number, end: number): SourceText {
  const { after } = source;
  return {
    text: source.text.slice(start, end),
    at: (index) => source.at(start + index),
    ...(after && { after: (index) => after(start + index) }),
  };
}

/** The span in the file of the characters from `start` to `end` of `source`. */
export function spanOf(source: SourceText, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: source.at(start), end: source.at(start) };
  return { start: source.at(start), end: source.after?.(end - 1) ?? source.at(end - 1) + 1 };
}
