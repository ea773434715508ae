import stringWidth from 'string-width';

/** A source line as a terminal can show it, with the place to underline in columns of the terminal. */
export interface CroppedLine {
  readonly text: string;
  /** Columns before the place. */
  readonly before: number;
  /** Columns of the place; at least 1. */
  readonly marked: number;
}

/** A place in a line, in UTF-16 code units from its start. */
interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** What is shown for one character as a reader counts them. */
interface Cell {
  readonly text: string;
  readonly width: number;
  /** In UTF-16 code units from the start of the line. */
  readonly start: number;
}

/** Cuts the line down to `width` columns around the place; prose paragraphs are one line and run on for pages. */
export function cropLine(line: string, span: LineSpan, width: number): CroppedLine {
  const cells = toCells(line);
  const first = indexAt(cells, span.from);
  const last = Math.max(first, indexAt(cells, span.to - 1));
  const { begin, end } = widthOf(cells) <= width ? { begin: 0, end: cells.length } : window(cells, first, width);
  const head = begin > 0 ? '…' : '';
  const tail = end < cells.length ? '…' : '';
  return {
    text: `${head}${textOf(cells.slice(begin, end))}${tail}`.trimEnd(),
    before: head.length + widthOf(cells.slice(begin, first)),
    marked: Math.max(1, widthOf(cells.slice(first, Math.min(last + 1, end)))),
  };
}

/** The cells from `begin` to before `end`, a third of the width for what leads up to the place. */
function window(
  cells: readonly Cell[],
  first: number,
  width: number,
): { readonly begin: number; readonly end: number } {
  const room = width - 2;
  let begin = Math.min(first, cells.length);
  let end = begin;
  let taken = 0;
  const take = (index: number, limit: number): boolean => {
    const cell = cells[index];
    if (!cell || taken + cell.width > limit) return false;
    taken += cell.width;
    return true;
  };
  while (take(begin - 1, room / 3)) begin -= 1;
  while (take(end, room)) end += 1;
  while (take(begin - 1, room)) begin -= 1;
  return { begin, end };
}

/** Made when it is needed, since that takes Node longer than reading a page. */
let graphemes: Intl.Segmenter | undefined;

function toCells(line: string): readonly Cell[] {
  // Each character is what a reader counts as one.
  if (/^[\t\u0020-\u007e]*$/.test(line)) {
    return Array.from(line, (character, start) => {
      const text = printable(character);
      return { text, width: text.length, start };
    });
  }
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(line), ({ segment, index }) => {
    const text = printable(segment);
    return { text, width: stringWidth(text), start: index };
  });
}

/** A tab becomes two columns everywhere, so that the underline fits; a page must not send control codes to the terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the terminal.
  return text.replaceAll('\t', '  ').replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '·');
}

/** The cell that holds the code unit at `offset`; behind the last cell where the line is shorter. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const after = cells.findIndex((cell) => cell.start > offset);
  if (after !== -1) return Math.max(0, after - 1);
  const last = cells.at(-1);
  return last && offset < last.start + last.text.length ? cells.length - 1 : cells.length;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}
