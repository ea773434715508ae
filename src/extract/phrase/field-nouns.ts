import type { FieldPlace } from '../fields/setting.ts';
import type { Phrase } from './phrase.ts';
import { firstFrom, type Range } from './ranges.ts';
import { sentenceAround } from './stance.ts';

/** What the words around a name call it. */
export interface FieldNoun {
  readonly place: FieldPlace;
}

const KINDS = String.raw`(?:(?:request|response|query(?:[- ]string)?|path|url|body|search|header|HTTP|JSON|string|boolean|integer|number|array|object|optional|required|new|nested|top-level|deprecated|custom|form|route|cookie) ){0,3}`;
const NOUN = String.raw`(?:fields?|param(?:eter)?s?|propert(?:y|ies)|headers?|attributes?|keys?)`;
const BEHIND = new RegExp(String.raw`^["']?\s{1,2}(?<kinds>${KINDS})(?<noun>${NOUN})\b(?!-)`, 'i');
const BEFORE = new RegExp(
  String.raw`\b(?<kinds>${KINDS})(?<noun>${NOUN})(?:,? (?:called|named|is|are|such as|like))?[\s:]{1,2}(?:["'(])?$`,
  'i',
);
const JOINT = /^\s{0,2}(?:,|\/|\bor\b|\band\b|,\s?or\b|,\s?and\b|&)\s{1,2}(?:the |an? )?$/;
/** In a sentence about a document of the reader's, "attribute" and "key" mean the reader's own names. */
const LOOSE = /^(?:attributes?|keys?)$/i;
const SPOKEN = /\b(?:requests?|responses?|body|query|payload|endpoint|API)\b/i;
/** A list of so many names is no sentence any more. */
const MOST_JOINED = 12;

/** The noun that calls the name in `code` a field: right beside it, or at the end of the row of names it stands in. */
export function nounAround(phrase: Phrase, code: Range): FieldNoun | undefined {
  const last = endOfRow(phrase, code);
  const behind = BEHIND.exec(phrase.text.slice(last.end, last.end + 80));
  const plural = behind && /s$|ies$/i.test(behind.groups?.noun ?? '');
  if (
    behind?.groups &&
    (last === code ||
      plural ||
      /\bor\s(?:the |an? )?$/.test(phrase.text.slice(Math.max(last.start - 8, 0), last.start)))
  )
    return nounOf(phrase, code, behind.groups);
  const first = startOfRow(phrase, code);
  const before = BEFORE.exec(phrase.text.slice(Math.max(first.start - 80, 0), first.start));
  if (!before?.groups || (first !== code && !/s$|ies$/i.test(before.groups.noun ?? ''))) return undefined;
  return nounOf(phrase, code, before.groups);
}

/** Headers of other things than a request. */
const OTHER_HEADER = /\b(?:csv|columns?|jwt|jose|jws|tables?|tokens?|page|section|file|row|SAML|XML) $/i;

function nounOf(
  phrase: Phrase,
  code: Range,
  { kinds = '', noun = '' }: Readonly<Record<string, string>>,
): FieldNoun | undefined {
  const [start, end] = sentenceAround(phrase, code);
  const sentence = phrase.text.slice(start, end);
  const stated = placeOfKind(`${kinds}${noun}`);
  if (stated === 'header' && OTHER_HEADER.test(wordBefore(phrase, code, noun))) return undefined;
  if (LOOSE.test(noun) && stated === undefined && !SPOKEN.test(sentence)) return undefined;
  return { place: stated ?? placeOfSentence(sentence) };
}

/** The words right before the noun, where it stands before the name. */
function wordBefore({ text }: Phrase, code: Range, noun: string): string {
  const before = text.slice(Math.max(code.start - 60, 0), code.start);
  const at = before.toLowerCase().lastIndexOf(noun.toLowerCase());
  return at < 0 ? '' : before.slice(0, at);
}

function placeOfKind(words: string): FieldPlace | undefined {
  if (/\bheaders?\b/i.test(words)) return 'header';
  if (/\bquery\b/i.test(words)) return 'query';
  if (/\b(?:path|route)\b/i.test(words)) return 'path';
  if (/\bcookie\b/i.test(words)) return 'cookie';
  if (/\b(?:request|body|form)\b/i.test(words))
    return /\bparam/i.test(words) && !/\bbody\b/i.test(words) ? undefined : 'request';
  return /\bresponse\b/i.test(words) ? 'response' : undefined;
}

const PLACES: readonly (readonly [FieldPlace, RegExp])[] = [
  ['query', /\bquery (?:string|param(?:eter)?s?)\b/i],
  ['path', /\bpath param(?:eter)?s?\b/i],
  [
    'request',
    /\b(?:in|of|to|into|inside|with) (?:the|your|a|its) (?:JSON |POST |PUT |PATCH )?(?:request(?:['’]s)?(?: body| payload| object)?|body|payload)\b|\brequest body\b/i,
  ],
  [
    'response',
    /\b(?:in|of|from|inside) (?:the|each|every|its|a) (?:\w+ )?(?:response|answer|reply)(?:['’]s)?\b|\bresponse(?: body| object)? (?:contains|includes|has|will)\b|\bresponse body\b/i,
  ],
];

/** The only place which a sentence names. */
function placeOfSentence(sentence: string): FieldPlace {
  const said = PLACES.filter(([, pattern]) => pattern.test(sentence));
  return said.length === 1 ? (said[0]?.[0] ?? 'unknown') : 'unknown';
}

function endOfRow({ text, codes }: Phrase, code: Range): Range {
  let last = code;
  for (let i = 0; i < MOST_JOINED; i++) {
    const next = firstFrom(codes, last.end);
    if (!next || next.start - last.end > 20 || !JOINT.test(text.slice(last.end, next.start))) break;
    last = next;
  }
  return last;
}

function startOfRow({ text, codes }: Phrase, code: Range): Range {
  let first = code;
  let index = indexOf(codes, code);
  for (let i = 0; i < MOST_JOINED; i++) {
    const previous = codes[--index];
    if (!previous || first.start - previous.end > 20 || !JOINT.test(text.slice(previous.end, first.start))) break;
    first = previous;
  }
  return first;
}

/** Ranges stand in order. */
function indexOf(codes: readonly Range[], code: Range): number {
  let low = 0;
  let high = codes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle]?.start ?? 0) < code.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
