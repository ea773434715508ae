import type { Claims, Stance } from '../../model.ts';
import { claimOf, isDefault } from '../fields/claims.ts';
import { readEnumeration, splitUnion, valuesClaim, withoutQuotes } from '../fields/enumeration.ts';
import { isHeaderName, looksLikeIdentifier, readFieldName } from '../fields/field-name.ts';
import type { FieldPlace } from '../fields/setting.ts';
import { isTypeWord } from '../fields/types.ts';
import { nounAround } from './field-nouns.ts';
import type { Phrase } from './phrase.ts';
import { firstFrom, type Range, rangeAround } from './ranges.ts';
import { sentenceAround, stanceOf } from './stance.ts';

/** A field that a phrase names by the words around it. The range is in the phrase's text. */
export interface FieldInWords extends Range {
  readonly path: readonly string[];
  readonly place: FieldPlace;
  readonly claims: Claims;
  readonly stance: Stance;
}

/** All fields, parameters and headers which a phrase calls so, or of which it says what only a field can be. */
export function findFields(phrase: Phrase): FieldInWords[] {
  const found: FieldInWords[] = [];
  for (const code of phrase.codes) {
    const field = readField(phrase, code);
    if (field) found.push(field);
  }
  return [...found, ...plainHeaders(phrase)];
}

function readField(phrase: Phrase, code: Range): FieldInWords | undefined {
  const field = readFieldName(phrase, code.start, code.end);
  if (!field || field.optional) return undefined;
  const range = { start: field.start, end: field.end };
  const noun = nounAround(phrase, code);
  const telling =
    noun !== undefined || (!isTypeWord(phrase.text.slice(code.start, code.end)) && looksLikeIdentifier(field.path));
  const claims = claimsBeside(phrase, code, telling);
  const claimed = Object.keys(claims).length > 0;
  if (!noun && !claimed) return undefined;
  const place = noun?.place ?? 'unknown';

  const path =
    place === 'header' || place === 'query' || place === 'path'
      ? [phrase.text.slice(field.start, field.end)]
      : field.path;
  return { ...range, path, place, claims, stance: stanceOf(phrase, code) };
}

/** "requires the X-Orchard-Id header", without code marks. */
function plainHeaders(phrase: Phrase): FieldInWords[] {
  if (!/\bheaders?\b/i.test(phrase.text)) return [];
  return [
    ...phrase.text.matchAll(
      /(?<![\w-])([A-Z][\w]{0,30}(?:-[A-Z][\w]{0,30}){1,6}|Authorization)(?= (?:(?:HTTP|request|response) )?headers?\b)/g,
    ),
  ].flatMap(({ index: start, 0: name }) => {
    const range = { start, end: start + name.length };
    if (rangeAround(phrase.codes, range) || !isHeaderName(name)) return [];
    return [{ ...range, path: [name], place: 'header' as const, claims: {}, stance: stanceOf(phrase, range) }];
  });
}

/** Words between a field and what is said of it: "`mode` field is", "`mode` (query) must be". */
const SUBJECT = String.raw`^(?:\s{1,2}(?:\w+ ){0,2}(?:fields?|param(?:eter)?|property|attribute|header|key|value|option)(?: value)?)?(?:\s?\([^()]{1,30}\))?\s{1,2}`;
const STATES = new RegExp(
  String.raw`${SUBJECT}(?:is|are) (?:also |now |always )?(?<word>required|optional|deprecated|mandatory)(?=\s{0,2}(?:[.;)]|$|, (?:but|and|so)\b))`,
  'i',
);
const DEFAULTS = new RegExp(
  String.raw`${SUBJECT}(?:defaults to|is by default|(?:has|with) (?:an?|the) default(?: value)? of)\s{1,2}$`,
  'i',
);
const DEFAULT_BEFORE = /\bdefault (?:value )?(?:of|for) (?:the )?$/i;
const DEFAULT_OF = new RegExp(String.raw`${SUBJECT}is\s{1,2}$`, 'i');
const LISTS = new RegExp(
  String.raw`${SUBJECT}(?<verb>(?:(?:is|are|can be|may be|must be|should be|accepts|takes|supports)(?: set to)?)(?: either| any of)?(?<one> one of(?: the following(?: values)?)?)?)[\s:]{1,3}$`,
  'i',
);
const SETS = /\bset(?:ting|s)?\s{1,2}(?:the )?$/i;
const SET_TO = /^(?:\s{1,2}(?:\w+ ){0,2}(?:field|param(?:eter)?|property|attribute|header))?\s{1,2}(?:to|as)\s{1,2}$/i;

/** What the sentence says of the field in `code`. `telling`: its name or a noun shows that it is one. */
function claimsBeside(phrase: Phrase, code: Range, telling: boolean): Claims {
  const [, end] = sentenceAround(phrase, code);
  const rest = phrase.text.slice(code.end, Math.min(end, code.end + 100));
  const stated = telling ? STATES.exec(rest) : null;
  if (stated?.groups?.word) {
    const start = code.end + stated[0].length - stated.groups.word.length;
    const range = { start, end: start + stated.groups.word.length };
    const deprecated = /^deprecated$/i.test(stated.groups.word);
    if (deprecated) return { deprecated: claimOf(phrase, range, true) };
    return { required: claimOf(phrase, range, !/^optional$/i.test(stated.groups.word)) };
  }
  const said = saidBehind(phrase, code);
  if (!said || said.next.start > end || said.next.start - code.end > 120) return {};
  const { next, between } = said;
  const before = phrase.text.slice(Math.max(code.start - 40, 0), code.start);
  if (DEFAULTS.test(between) || (DEFAULT_BEFORE.test(before) && DEFAULT_OF.test(between)))
    return defaultBeside(phrase, next);
  const verb = LISTS.exec(between)?.groups?.verb;
  if (verb !== undefined) return listBeside(phrase, { next, end, before, verb });
  if (telling && SETS.test(before) && SET_TO.test(between)) return valueBeside(phrase, next, end);
  return {};
}

/** The next code behind a field, and the words up to it; "of `GET /x`" only says whose field it is. */
function saidBehind(phrase: Phrase, code: Range): { next: Range; between: string } | undefined {
  const first = firstFrom(phrase.codes, code.end);
  if (!first || first.start - code.end > 90) return undefined;
  const lead = phrase.text.slice(code.end, first.start).replace(/\s+/g, ' ');
  const owner = /^(.{0,80}?) (?:of|in|for|on) (?:the )?$/.exec(lead);
  if (!owner || !/^(?:[A-Z]{3,7} )?\//.test(phrase.text.slice(first.start, first.end))) {
    return { next: first, between: lead };
  }
  const next = firstFrom(phrase.codes, first.end);
  return next && { next, between: owner[1] + phrase.text.slice(first.end, next.start).replace(/\s+/g, ' ') };
}

function defaultBeside(phrase: Phrase, next: Range): Claims {
  const range = withoutQuotes(phrase, next);
  const text = phrase.text.slice(range.start, range.end);
  const rest = phrase.text.slice(next.end, next.end + 40);
  return isDefault(text) && !/^\s?(?:if|when|for|on|unless|in|with|or|,? (?:if|when|unless)|\()/.test(rest)
    ? { default: claimOf(phrase, range, text) }
    : {};
}

interface Listing {
  readonly next: Range;
  readonly end: number;
  readonly before: string;
  readonly verb: string;
}

function listBeside(phrase: Phrase, { next, end, before, verb }: Listing): Claims {
  if (/\b(?:if|when|where|while|unless|because|not)\b[^,.;]{0,30}$/i.test(before)) return {};
  const union = splitUnion(phrase, next.start, next.end);
  if (union.length > 1) return valuesClaim(phrase, union, true);
  const list = readEnumeration(phrase, next.start, end);
  // "`pages` is `4`, `page` `1` holds …" lists nothing.
  if (list && /^(?:is|are)$/i.test(verb) && !(list.closed && list.alternative)) return {};
  return list ? valuesClaim(phrase, list.items, list.closed && /one of|must be|either/i.test(verb)) : {};
}

/** "set `mode` to `fast`"; a list behind it are values among others. */
function valueBeside(phrase: Phrase, next: Range, end: number): Claims {
  const list = readEnumeration(phrase, next.start, end);
  if (list) return valuesClaim(phrase, list.items, false);
  const range = withoutQuotes(phrase, next);
  const text = phrase.text.slice(range.start, range.end);
  return isDefault(text) && /^-?[\w][\w.:-]*$/.test(text) && !isTypeWord(text) && !/^(?:YOUR|MY)_/.test(text)
    ? { value: claimOf(phrase, range, text) }
    : {};
}
