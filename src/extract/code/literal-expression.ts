import type { SourceText } from '../../text/source-text.ts';
import { liftPieces, originInFront, type Piece, variablePiece } from './lifted-text.ts';

/** Expressions that a fence assigns to names: where each begins, in order. */
export type Assignments = ReadonlyMap<string, readonly number[]>;

/** `url := "…"`, `$url = '…'`, `val url = "…"`, `uri = URI("…")`, in any language that writes them so. */
export function findAssignments(text: string): Assignments {
  const found = new Map<string, number[]>();
  for (const match of text.matchAll(
    /([$@]?\b[A-Za-z_]\w{0,60})(?:\s{0,2}:\s{0,2}[\w<>?&']{1,30})?[ \t]{0,8}(?::=|=(?![=>~]))\s{0,20}/g,
  )) {
    const name = (match[1] ?? '').replace(/^[$@]/, '');
    found.set(name, [...(found.get(name) ?? []).slice(-20), match.index + match[0].length]);
  }
  return found;
}

export interface ExpressionPlace {
  readonly code: SourceText;
  readonly assignments: Assignments;
  /** Where the expression begins, as an index into the fence's text. */
  readonly at: number;
}

/**
 * The address which an expression makes of string literals, names and calls that only wrap them; a name alone is
 * followed to what was assigned to it above. `end` is where the expression ends at this place.
 */
export function readLiteralAddress(place: ExpressionPlace): { address: SourceText; end: number } | undefined {
  const here = readPieces(place.code.text, place.at);
  let pieces = here.pieces;
  for (let hops = 0, before = place.at; hops < 3 && isLoneName(pieces); hops++) {
    const start = place.assignments.get(nameIn(pieces))?.findLast((position) => position < before);
    if (start === undefined) return undefined;
    pieces = readPieces(place.code.text, start).pieces;
    before = start;
  }
  if (pieces.length === 0 || isLoneName(pieces)) return undefined;
  return { address: liftPieces(place.code, pieces), end: here.end };
}

/** The string that was assigned last to each name, for the names whose value is one literal. */
export function literalAssignments(code: SourceText, assignments: Assignments): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, positions] of assignments) {
    const text = readPieces(code.text, positions.at(-1) ?? 0)
      .pieces.map((piece) => piece.text)
      .join('');
    if (/^https?:\/\/[^\s${}]+$/.test(text)) values.set(name, text);
  }
  return values;
}

const WRAPPER =
  /(?:new\s+)?(?:URI\.create|URI\.parse|URI|Uri\.parse|Uri|URL|URL\(string:|fmt\.Sprintf|String\.format|string\.Format|&?format!|sprintf)\s*\(\s*|&(?=\w)|\(/y;
const STRING = /[$@frbL]{0,2}(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`]*)`)/y;
const NAME = /[$@]?[A-Za-z_]\w*(?:(?:\.|->|::)\w+)*(?:\(\))?/y;
const JOIN = /\s*(?:\+|\.(?=\s*["'$]))\s*/y;

function readPieces(text: string, from: number): { pieces: readonly Piece[]; end: number } {
  const pieces: Piece[] = [];
  let at = from;
  for (let count = 0; count < 12; count++) {
    for (let wrapper = match(WRAPPER, text, at); wrapper; wrapper = match(WRAPPER, text, at)) at += wrapper[0].length;
    const literal = match(STRING, text, at);
    const name = literal ? undefined : match(NAME, text, at);
    const found = literal ?? name;
    if (!found) break;
    pieces.push(...(literal ? literalPieces(text, at, literal) : namePieces(text, at, found[0].length)));
    at += found[0].length;
    const join = match(JOIN, text, at);
    if (!join) break;
    at += join[0].length;
  }
  return { pieces: originInFront(pieces), end: at };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && found[0].length < 2000 ? found : undefined;
}

function namePieces(text: string, at: number, length: number): readonly Piece[] {
  return [
    {
      text: `\${${text
        .slice(at, at + length)
        .replace(/^[$@]|\(\)$/g, '')
        .replace(/->|::/g, '.')}}`,
      start: at,
      end: at + length,
    },
  ];
}

/** `#{id}` (Ruby), `{$id}` (PHP) and `\(id)` (Swift) inside a string are variables; other marks stay as they are. */
function literalPieces(text: string, at: number, literal: RegExpExecArray): readonly Piece[] {
  const content = literal[1] ?? literal[2] ?? literal[3] ?? '';
  const start = at + literal[0].length - content.length - 1;
  const pieces: Piece[] = [];
  let from = start;
  for (const mark of content.matchAll(/#\{([^{}]*)\}|\{\$([^{}]*)\}|\\\(([^()]*)\)/g)) {
    const begin = start + mark.index;
    if (begin > from) pieces.push({ text: text.slice(from, begin), start: from, end: begin });
    pieces.push(variablePiece(mark[1] ?? mark[2] ?? mark[3] ?? '', begin, begin + mark[0].length));
    from = begin + mark[0].length;
  }
  const end = start + content.length;
  return end > from ? [...pieces, { text: text.slice(from, end), start: from, end }] : pieces;
}

function isLoneName(pieces: readonly Piece[]): boolean {
  const [only, second] = pieces;
  return second === undefined && only !== undefined && /^\$\{[\w.]+\}$/.test(only.text);
}

/** `uri.request_uri` is still `uri`. */
function nameIn(pieces: readonly Piece[]): string {
  const [only] = pieces;
  return only?.text.replace(/^\$\{|\}$|\.(?:request_uri|path|to_s|toString|String)\b/g, '') ?? '';
}
