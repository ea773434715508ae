import type { Setting, Stance } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import { type Surroundings, settingFrom, surroundingsOf } from '../fields/setting.ts';
import type { AddedOperation } from './add-operations.ts';
import { findCredentials } from './find-credentials.ts';
import { findFields } from './find-fields.ts';
import { findScopes } from './find-scopes.ts';
import { findStatuses } from './find-statuses.ts';
import type { Phrase } from './phrase.ts';
import type { Range } from './ranges.ts';
import { sentenceAround, stanceOf } from './stance.ts';

interface FactSetting {
  readonly source: 'prose' | 'heading';
  /** The operations that the phrase names. */
  readonly operations?: readonly AddedOperation[];
  /** The one that the row around the phrase names. */
  readonly request?: number | undefined;
}

/** Adds what a phrase says of fields, headers and statuses; a fact belongs to the only operation of its sentence. */
export function addPhraseFacts(
  phrase: Phrase,
  { source, operations = [], request }: FactSetting,
  page: PageContext,
): void {
  addCredentials(phrase, { source, operations, request }, page);
  const fields = findFields(phrase);
  const statuses = findStatuses(phrase);
  if (fields.length === 0 && statuses.length === 0) return;
  const setting = settingAround(page, surroundingsOf(page));
  const shared = (range: Range) => {
    const call = operationOf(phrase, range, operations) ?? request;
    return {
      source,
      span: spanOf(phrase, range.start, range.end),
      text: phrase.text.slice(range.start, range.end),
      ...(call !== undefined && { request: call }),
      ...(setting && { setting }),
    };
  };
  for (const { stance, place, path, claims, ...range } of fields)
    page.fact({ kind: 'field', ...shared(range), stance, place, path, claims });
  for (const { stance, code, reason, ...range } of statuses)
    page.fact({ kind: 'status', ...shared(range), stance, code, ...(reason && { reason }) });
}

/** What a phrase says of credentials, where it names the calls, or is a line about them: "Authentication: Org API Key". */
function addCredentials(phrase: Phrase, { source, operations = [], request }: FactSetting, page: PageContext): void {
  const isLabel = /^\s*(?:auth(?:entication|ori[sz]ation)?|credentials?|required credentials?)\s*:/i.test(phrase.text);
  const scopes = findScopes(phrase).map(
    (range) => ({ ...range, words: [range], relation: 'takes', scope: true }) as const,
  );
  // A credential that belongs to no call is none of the API's.
  const isAboutCalls = isLabel || operations.length > 0 || request !== undefined;
  const credentials = isAboutCalls ? findCredentials(phrase) : [];
  const claims = [...credentials, ...scopes];
  for (const { start, end, words, relation, ...rest } of claims) {
    const isScope = 'scope' in rest;
    const [from, to] = sentenceAround(phrase, { start, end });
    const inside = operations.filter((operation) => operation.start >= from && operation.end <= to);
    const calls = inside.length > 0 ? inside.map(({ index }) => index) : request === undefined ? [] : [request];
    if (calls.length === 0 && !isLabel && !isScope) continue;
    const isOnly = claims.filter((claim) => claim.start >= from && claim.end <= to).length === 1;
    page.fact({
      kind: 'credential',
      source,
      span: spanOf(phrase, start, end),
      text: phrase.text.slice(start, end),
      stance: stanceOfClaim(phrase, { start, end }),
      relation,
      ...(isScope && { scope: true }),
      ...(isOnly && areListed(inside, phrase.text, from) && { ofEach: true }),
      words: words.map((word) => ({
        value: phrase.text.slice(word.start, word.end),
        span: spanOf(phrase, word.start, word.end),
      })),
      calls,
    });
  }
}

/** That a credential is refused is a claim too. */
function stanceOfClaim(phrase: Phrase, range: Range): Stance {
  const stance = stanceOf(phrase, range);
  return stance === 'negated' ? 'claim' : stance;
}

/** The headings alone: a sentence speaks for itself, and the paragraph above it is another thought. */
function settingAround({ outline }: PageContext, { titles }: Surroundings): Setting | undefined {
  return titles.length > 0 || outline.length > 0 ? settingFrom(titles) : undefined;
}

/** The index of the only operation in the sentence around `range`; several calls may be one operation each by its own method. */
function operationOf(phrase: Phrase, range: Range, operations: readonly AddedOperation[]): number | undefined {
  if (operations.length === 0) return undefined;
  const [start, end] = sentenceAround(phrase, range);
  const inside = operations.filter((operation) => operation.start >= start && operation.end <= end);
  const [only, ...others] = inside;
  return only && others.length === 0 && !isAside(phrase, only, range) ? only.index : undefined;
}

/** "Where it was closed (`POST /x`): answers 409" speaks of another call than the one in brackets. */
function isAside({ text }: Phrase, operation: Range, range: Range): boolean {
  const [before, after] = operation.start < range.start ? [operation, range] : [range, operation];
  const open = text.lastIndexOf('(', operation.start);
  const close = open < 0 ? -1 : text.indexOf(')', operation.end);
  const bracketed = close > 0 && !text.slice(open, operation.start).includes(')');
  return bracketed && (range.start < open || range.start > close) && /[;:.]/.test(text.slice(before.end, after.start));
}

/** "`GET /orchards`, `GET /trees` and `POST /trees`": nothing but a list stands between them, and none is told from the others before. */
function areListed(operations: readonly AddedOperation[], text: string, from: number): boolean {
  const [first, second] = operations;
  if (!first || !second) return true;
  if (/\b(?:unlike|like|as|than|after|before|once|instead|besides|except|but)\b/i.test(text.slice(from, first.start)))
    return false;
  const gaps = operations.slice(1).map(({ start }, index) => text.slice(operations[index]?.end, start));
  return (
    gaps.every((gap) => /^\W{0,6}(?:(?:and|or)\W{0,4}(?:the\W{1,3})?)?$/i.test(gap)) &&
    /\w|[&/]/.test(gaps.at(-1) ?? '')
  );
}
