import type { Claim, Claims } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { firstFrom, type Range } from '../phrase/ranges.ts';
import { isTypeWord } from './types.ts';

/** Values in a row, as "`a`, `b` or `c`". */
export interface Enumeration extends Range {
  readonly items: readonly Range[];
  /** Nothing can follow: "or" stands before the last, or the clause ends behind it. */
  readonly closed: boolean;
  /** "or" stands before the last. */
  readonly alternative: boolean;
}

const SEPARATOR = /^\s{0,3}(?:,\s{0,3}(?:and|or)\b|,|\||\/|\b(?:and|or)\b)\s{0,3}/;
const REMARK = /^\s?\([^()\n]{1,80}\)/;
const QUOTED = /^(?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|“([^”\n]{1,60})”)/;
/** What the list goes on with where it is not the whole of it. */
const OPENED = /^[\s,;:]{0,3}(?:\(?(?:etc|and|or|plus)\b|\(?…|\.\.\.)/i;
/** The row is the subject of a sentence about something else: "either `a` or `b` must be given". */
const GOVERNED =
  /^\s{1,3}(?:is|are|was|were|must|should|can|may|has|have|need|needs|will|to|fields?|parameters?|properties|property|headers?|attributes?|keys?|endpoints?|objects?|routes?)\b/i;
/** One item is itself a list: `"a" | "b"`, `a|b`. */
const UNION = /^\s*["'“]?[\w.:/+-]{1,60}["'”]?(?:\s{0,3}\|\s{0,3}["'“]?[\w.:/+-]{1,60}["'”]?){1,60}\s*$/;

/** As many as a spec can hold; more are a table of something else. */
const MOST = 200;

/** The values which stand in a row from `start` on, in code or in quotes; nothing where fewer than two do. */
export function readEnumeration(phrase: Phrase, start: number, end: number): Enumeration | undefined {
  const items: Range[] = [];
  let at = start;
  let joint = '';
  while (items.length < MOST) {
    const item = itemAt(phrase, at, end);
    if (!item) break;
    items.push(...item.items);
    if (item.items.length > 1) joint = '|';
    at = item.end;
    at += REMARK.exec(phrase.text.slice(at, Math.min(at + 90, end)))?.[0].length ?? 0;
    const separator = SEPARATOR.exec(phrase.text.slice(at, Math.min(at + 14, end)))?.[0];
    if (separator === undefined || !itemAt(phrase, at + separator.length, end)) break;
    joint = separator;
    at += separator.length;
  }
  if (items.length < 2) return undefined;
  const rest = phrase.text.slice(at, Math.min(at + 60, end));
  if (GOVERNED.test(rest)) return undefined;
  const closed = (/and|or|\||\//.test(joint) || /^\s*(?:$|[.;)\n])/.test(rest)) && !OPENED.test(rest);
  return { start, end: at, items, closed, alternative: /or|\|/.test(joint) };
}

/** The values as a claim; types and `null` among them say that others are possible too, or nothing. */
export function valuesClaim(
  phrase: Phrase,
  items: readonly Range[],
  complete: boolean,
): Pick<Claims, 'values' | 'exhaustive'> {
  const texts = items.map(({ start, end }) => phrase.text.slice(start, end));
  if (!texts.every(isValue)) return {};
  const isType = ({ start, end }: Range) =>
    isTypeWord(phrase.text.slice(start, end)) && !/["']/.test(phrase.text[start - 1] ?? '');
  const kept = items.filter((item) => !isType(item));
  if (kept.length < 2) return {};
  const named = kept.map(
    ({ start, end }): Claim<string> => ({
      value: phrase.text.slice(start, end),
      span: spanOf(phrase, start, end),
    }),
  );
  const open = items.some((item) => isType(item) && !/^null$/i.test(phrase.text.slice(item.start, item.end)));
  return { values: named, ...(complete && !open && { exhaustive: true }) };
}

/** The parts of `"a" | "b"` without their quotes, each in its place; nothing where a text is no union. */
export function splitUnion(phrase: Phrase, start: number, end: number): readonly Range[] {
  const text = phrase.text.slice(start, end);
  if (text.length > 4000 || !UNION.test(text)) return [];
  return [...text.matchAll(/["'“]?([\w.:/+-]+)["'”]?/g)].map((match) => {
    const from = start + match.index + match[0].indexOf(match[1] ?? '');
    return { start: from, end: from + (match[1]?.length ?? 0) };
  });
}

function itemAt(
  phrase: Phrase,
  at: number,
  end: number,
): { readonly items: readonly Range[]; readonly end: number } | undefined {
  const code = firstFrom(phrase.codes, at);
  if (code && code.start === at && code.end <= end) {
    const union = splitUnion(phrase, code.start, code.end);
    return { items: union.length > 1 ? union : [withoutQuotes(phrase, code)], end: code.end };
  }
  const quoted = QUOTED.exec(phrase.text.slice(at, Math.min(at + 64, end)))?.[0];
  if (quoted === undefined || phrase.text[at - 1] === quoted[0]) return undefined;
  return { items: [{ start: at + 1, end: at + quoted.length - 1 }], end: at + quoted.length };
}

/** `"ripe"` in code is the value ripe. */
export function withoutQuotes(phrase: Phrase, { start, end }: Range): Range {
  const text = phrase.text.slice(start, end);
  const [, before = '', inner = ''] = /^(\s*["'])([^"']{0,200})["']\s*$/.exec(text) ?? [];
  if (inner !== '') return { start: start + before.length, end: start + before.length + inner.length };
  return { start: start + (text.length - text.trimStart().length), end: start + text.trimEnd().length };
}

/** One word or number as specs list them: no range, no placeholder, no expression. */
function isValue(text: string): boolean {
  return /^[\w][\w.:/+@ -]{0,59}$|^-?\d+(?:\.\d+)?$|^[*+-]$/.test(text) && !/^\d+\s?-\s?\d+$|\s{2}|^https?:/.test(text);
}
