/** 1-based line and column; `offset` and `column` count UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The lines of one file. A line ends with `\n` or `\r\n`; a lone `\r` is a character like any other. */
export interface Lines {
  readonly count: number;
  /** Offsets beyond the text are taken for its end. */
  locate(offset: number): LinePosition;
  /** The text of a 1-based line without its end; '' where there is no such line. */
  text(line: number): string;
  /** The offset of the first character of a 1-based line. */
  start(line: number): number;
}

/** Indexes `text` once, so that each look-up is a binary search. */
export function indexLines(text: string): Lines {
  const starts = lineStarts(text);
  const start = (line: number): number => starts[line - 1] ?? text.length;
  return {
    count: starts.length,
    start,
    locate(offset) {
      const inside = Math.min(Math.max(offset, 0), text.length);
      const line = lineAt(starts, inside);
      return { line, column: inside - start(line) + 1, offset: inside };
    },
    text(line) {
      if (line < 1 || line > starts.length) return '';
      const end = line < starts.length ? start(line + 1) - 1 : text.length;
      const content = text.slice(start(line), end);
      return line < starts.length && content.endsWith('\r') ? content.slice(0, -1) : content;
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return starts;
}

/** The 1-based number of the last line that starts at or before `offset`. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
