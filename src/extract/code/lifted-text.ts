import { lastUpTo, type SourceText, startsOf } from '../../text/source-text.ts';

/** The characters of a fence from `from` to `to`, as parsers count them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A run of lifted text which stands for the characters from `start` to `end` of a fence. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The characters from `start` to `end` as they are. */
export function verbatimPiece(code: SourceText, start: number, end: number): Piece {
  return { text: code.text.slice(start, end), start, end };
}

/** `${name}` in place of an expression which an address cannot hold, such as `encodeURIComponent(tree.id)`. */
export function variablePiece(expression: string, start: number, end: number): Piece {
  return { text: `\${${nameOf(expression)}}`, start, end };
}

/**
 * Joins pieces to one text. A piece that is longer or shorter than what it stands for keeps its first character on
 * the first and its last on the last one, so that a span over it covers the whole expression.
 */
export function liftPieces(code: SourceText, pieces: readonly Piece[]): SourceText {
  let text = '';
  for (const piece of pieces) text += piece.text;
  let known: readonly number[] | undefined;
  return {
    text,
    at(index) {
      const inside = Math.max(index, 0);
      if (inside >= text.length) return code.at(pieces.at(-1)?.end ?? 0);
      known ??= startsOf(pieces);
      const at = lastUpTo(inside, known);
      const piece = pieces[at];
      return piece ? code.at(offsetIn(piece, inside - (known[at] ?? 0))) : 0;
    },
  };
}

function offsetIn({ text, start, end }: Piece, index: number): number {
  const last = Math.max(end - 1, start);
  return index === text.length - 1 ? last : Math.min(start + index, last);
}

/** `tree.id` stays; of a longer expression the last plain name is the most telling one. */
function nameOf(expression: string): string {
  const trimmed = expression.trim().slice(0, 200);
  if (/^[\w$]+(?:\??\.[\w$]+)*$/.test(trimmed)) return trimmed.replace(/\?\./g, '.');
  const withoutStrings = trimmed.replace(/(["'`])(?:(?!\1).)*\1/g, '');
  return withoutStrings.match(/[A-Za-z_]\w*/g)?.at(-1) ?? 'value';
}

/**
 * Of `"%s/trees"`, `"{}/trees"`, `$"{baseUrl}/trees"` and `"%(base)s/trees"`, whatever formats them: the placeholder in
 * front stands for the origin.
 */
export function originInFront(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces;
  const mark = first && /^(?:\{\w*\}|%[sv]|%\(\w+\)s)(?=\/)/.exec(first.text)?.[0];
  if (!first || mark === undefined) return pieces;
  const split = first.start + mark.length;
  return [
    variablePiece(/\w{2,}/.exec(mark)?.[0] ?? 'base', first.start, split),
    { text: first.text.slice(mark.length), start: split, end: first.end },
    ...rest,
  ];
}
