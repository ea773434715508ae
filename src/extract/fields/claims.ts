import type { Claim, Claims } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { firstFrom, type Range } from '../phrase/ranges.ts';
import { readEnumeration, splitUnion, valuesClaim, withoutQuotes } from './enumeration.ts';
import { goesOn, isTypeWord, typeAtStart } from './types.ts';

/** The first claims, with what only the second say; a list of values stays with its own completeness. */
export function mergeClaims(first: Claims, second: Claims): Claims {
  const { values, exhaustive, ...rest } = second;
  const listed = first.values ? {} : { ...(values && { values }), ...(exhaustive && { exhaustive }) };
  return { ...rest, ...listed, ...first };
}

export function claimOf<Value>(phrase: Phrase, { start, end }: Range, value: Value): Claim<Value> {
  return { value, span: spanOf(phrase, start, end) };
}

const CONDITION =
  /^[\s,]{0,3}\(?(?:if|when|whenever|for|unless|only|in|on|with|by|to|until|while|where|depending|except|unless|at|from|as)\b/i;
const STATED_FIRST = /^[\s([*_–—-]{0,5}(?<word>required|optional|deprecated)(?=[\])]|\s*(?:[.,;:–—-]|$|\n))[\])]?/i;
const STATED_ASIDE = /\((?<word>required|optional|deprecated)\)/i;
const STATED_OF_THIS =
  /\b(?:this|the) (?:field|parameter|param|property|value|attribute|header|key) is (?:now )?(?<word>required|optional|deprecated)(?=\s{0,3}(?:[.;]|$))/i;

/** "Required.", "(optional)", "This field is deprecated.": what a description says outright of its field. */
export function statedClaims(phrase: Phrase, { start, end }: Range): Claims {
  const text = phrase.text.slice(start, Math.min(end, start + 600));
  const claims: { required?: Claim<boolean>; deprecated?: Claim<boolean> } = {};
  for (const pattern of [STATED_FIRST, STATED_ASIDE, STATED_OF_THIS]) {
    const match = pattern.exec(text);
    const word = match?.groups?.word;
    if (!match || word === undefined) continue;
    const from = start + match.index + match[0].search(/(?:required|optional|deprecated)/i);
    const rest = phrase.text.slice(from + word.length, from + word.length + 40);
    if (CONDITION.test(rest.replace(/^[\])*]/, ''))) continue;
    const range = { start: from, end: from + word.length };
    if (/^deprecated$/i.test(word)) claims.deprecated ??= claimOf(phrase, range, true);
    else claims.required ??= claimOf(phrase, range, /^required$/i.test(word));
  }
  return claims;
}

const DEFAULT = /\bdefault(?:s|ing)?(?: values?)?(?<link>(?:\s{0,3}(?:is|are|to|=|:|set)){0,3})\s{0,3}/gi;
const PLAIN_VALUE =
  /^(?:"(?<double>[^"\n]{1,60})"|'(?<single>[^'\n]{1,60})'|(?<plain>-?\d+(?:\.\d+)?|true|false)(?![\w%]|[.,]\d| ?(?:KB|MB|GB|ms)\b))/i;
/** "If omitted, it defaults to …" is no condition, it is what a default is. */
const OWN_CONDITION =
  /\b(?:if|when|where)\b(?![^.;]{0,40}\b(?:omitted|not (?:set|given|specified|provided|present|passed|supplied|defined)|unset|unspecified|missing|absent|empty|left out|isn['’]t (?:set|given|specified|provided)|no[nt]e? (?:is|are)?)\b)/i;

/** "Defaults to `20`", "(default: `20`)"; nothing where a text gives several, or one on conditions. */
export function defaultClaim(phrase: Phrase, { start, end }: Range): Pick<Claims, 'default'> {
  const text = phrase.text.slice(start, Math.min(end, start + 1500));
  let found: Claim<string> | undefined;
  for (const match of text.matchAll(DEFAULT)) {
    const at = start + match.index + match[0].length;
    const value = valueAt(phrase, at, end);
    if (!value) continue;
    const before = text.slice(sentenceStart(text, match.index), match.index);
    const linked = /\S/.test(match.groups?.link ?? '') || /[(,;.:]\s{0,2}$/.test(before) || before.trim() === '';
    const rest = phrase.text.slice(value.after, value.after + 40);
    if (
      !linked ||
      // "Draft models default to 4" speaks of those.
      (/^default\s+to/i.test(match[0]) && before.trim() !== '') ||
      OWN_CONDITION.test(before) ||
      CONDITION.test(rest) ||
      /^\s{0,2}(?:\(|or\b|and\b|-|–|\w*[%])/.test(rest) ||
      namesAnother(phrase, match.index + start, before)
    )
      return {};
    const claim = claimOf(phrase, value, phrase.text.slice(value.start, value.end));
    if (found && found.value !== claim.value) return {};
    found ??= claim;
  }
  return found && isDefault(found.value) ? { default: found } : {};
}

/** "`limit` defaults to …" within the description of another field. */
function namesAnother(phrase: Phrase, at: number, before: string): boolean {
  const code = firstFrom(phrase.codes, at - before.length);
  return (
    code !== undefined &&
    code.start < at &&
    /^\s{0,2}(?:is|has|value|field|parameter|param|property)?\s{0,2}$/.test(phrase.text.slice(code.end, at))
  );
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(at - 300, 0), at);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('; '));
  return Math.max(at - 300, 0) + (stop < 0 ? 0 : stop + 2);
}

function valueAt(phrase: Phrase, at: number, end: number): (Range & { readonly after: number }) | undefined {
  const code = firstFrom(phrase.codes, at);
  if (code?.start === at && code.end <= end) return { ...withoutQuotes(phrase, code), after: code.end };
  const match = PLAIN_VALUE.exec(phrase.text.slice(at, Math.min(at + 80, end)));
  if (!match) return undefined;
  const inner = match.groups?.double ?? match.groups?.single;
  const after = at + match[0].length;
  return inner === undefined ? { start: at, end: after, after } : { start: at + 1, end: after - 1, after };
}

/** Words for "there is none" and code that is computed are no values. */
export function isDefault(text: string): boolean {
  return (
    text.length <= 80 &&
    !/^(?:-|–|—|n\/?a|none|null|nil|undefined|unset|required|optional|varies|auto-generated|["']{2})?$/i.test(
      text.trim(),
    ) &&
    !/[(){}<>$\n]|\.\.\.|…|\s\S+\s/.test(text)
  );
}

const VALUES_CUE =
  /\b(?:(?<complete>one of(?: the following)?(?: values?)?|must be(?: either)?|either|(?:possible|allowed|valid|accepted|permitted|supported|available) (?:values|options|types|choices)(?: are| include)?|(?:allowed|values|options|enum|accepted|choices)(?: are)?(?= ?:)|values are|can be(?: either)?|is either)|(?<sample>for example|e\.g\.|such as|like|including|include|accepts|supports|any of|may be|for instance))[\s:,(]{1,4}/gi;
const SAMPLE_BEFORE =
  /(?:\be\.g\.|\bfor example|\bfor instance|\bsuch as|\blike|\bincluding|\bincludes?|\bexamples?:?)[^.;]{0,25}$/i;
/** "can be" is followed by anything; only a list that ends makes it a statement about values. */
const WEAK = /^can be/i;

/** "One of `a`, `b` or `c`": the values which a description lists; examples among them never make a complete list. */
export function listedValues(phrase: Phrase, { start, end }: Range): Pick<Claims, 'values' | 'exhaustive'> {
  const text = phrase.text.slice(start, Math.min(end, start + 2000));
  for (const match of text.matchAll(VALUES_CUE)) {
    const at = start + match.index + match[0].length;
    const list = readEnumeration(phrase, at, end);
    if (!list) continue;
    const cue = match.groups?.complete;
    const sampled =
      cue === undefined ||
      /include/i.test(cue) ||
      SAMPLE_BEFORE.test(text.slice(Math.max(match.index - 40, 0), match.index));
    if (cue !== undefined && WEAK.test(cue) && !list.closed) continue;
    const before = text.slice(sentenceStart(text, match.index), match.index);
    if (/\b(?:if|when|unless|not|never)\b|\b(?:pass|provide|supply|specify|exactly|only|at least)\s*$/i.test(before))
      continue;
    const claims = valuesClaim(phrase, list.items, list.closed && !sampled);
    if (claims.values) return claims;
  }
  return {};
}

/** What the words of a description claim of the field which they describe. */
export function describedClaims(phrase: Phrase, range: Range): Claims {
  return { ...statedClaims(phrase, range), ...defaultClaim(phrase, range), ...listedValues(phrase, range) };
}

/** A type as a cell, a parenthesis or an attribute writes it: `"a" | "b"` are the values, `string` is the type. */
export function typeClaims(phrase: Phrase, range: Range): Claims {
  const text = phrase.text.slice(range.start, range.end);
  const lead = text.length - text.trimStart().length;
  const start = range.start + lead;
  const written = typeAtStart(text.trim());
  const union = splitUnion(phrase, start, range.start + text.trimEnd().length);
  const literal =
    union.length > 1 && !union.every(({ start: from, end: to }) => isTypeWord(phrase.text.slice(from, to)));
  if (literal && /["'“]/.test(text)) return valuesClaim(phrase, union, true);
  if (literal) return {};
  if (written !== '' && goesOn(phrase.text.slice(start + written.length, range.end))) return {};
  const value = written !== '' ? written : /^[A-Za-z][\w.<>[\], |]{0,50}$/.test(text.trim()) ? text.trim() : '';
  if (value === '' || /^enum/i.test(value)) return enumIn(phrase, range);
  return { type: claimOf(phrase, { start, end: start + value.length }, value), ...enumIn(phrase, range) };
}

/** `string enum: a, b`, "string (one of `a`, `b`)". */
function enumIn(phrase: Phrase, { start, end }: Range): Claims {
  const text = phrase.text.slice(start, end);
  const cue = /\b(?:enum|one of)\b[\s:(]{0,4}/i.exec(text);
  if (!cue) return {};
  const at = start + cue.index + cue[0].length;
  const list = readEnumeration(phrase, at, end);
  if (list) return valuesClaim(phrase, list.items, list.closed);
  const plain = /^[\w-]{1,40}(?:\s{0,2}[,|]\s{0,2}[\w-]{1,40}){1,60}\)?\s*$/.exec(phrase.text.slice(at, end));
  if (!plain) return {};
  const items = [...plain[0].matchAll(/[\w-]+/g)].map(({ index, 0: word }) => ({
    start: at + index,
    end: at + index + word.length,
  }));
  return valuesClaim(phrase, items, true);
}
