import type { Claim, Stance } from '../../model.ts';
import { isKnownStatus, reasonBehind } from '../fields/status.ts';
import type { Phrase } from './phrase.ts';
import { type Range, rangeAround } from './ranges.ts';
import { sentenceAround } from './stance.ts';

/** A status that a phrase says some server answers with. The range is in the phrase's text. */
export interface NamedStatus extends Range {
  readonly code: string;
  readonly reason?: Claim<string>;
  readonly stance: Stance;
}

const NUMBER = /(?<![\w.$€£#:/+-])[1-5](?:\d\d|xx)(?![\w%]|[.,:]\d|\s?[-–]\s?\d)/gi;
const ANSWERS = String.raw`(?:returns?|returned|returning|responds?|responded|responding|answers?|answered|answering|replies|reply|fails?|failed|failing|gives?|gets?|receives?|yields?|throws?|results?|raises?|produces?|rejected|rejects?|emits?)`;
/** "returns a `404`", "responds with HTTP status code 404", "fails with the status `404`". */
const ANSWERED = new RegExp(
  String.raw`\b${ANSWERS}(?: back)?(?: (?:with|in|as|by))?(?: (?<article>an?|the|either))?(?: (?:\w+ )?(?<kind>HTTP(?: status)?(?: code)?|status(?: code)?|error(?: code)?|response(?: code)?)(?: of)?)?[\s:(]*$`,
  'i',
);
const NAMED =
  /\b(?:HTTP(?:\/\d(?:\.\d)?)?|(?:HTTP |status |response )(?:status |response )?codes?|status)(?: (?:of|is|are|was|be|will be|equals?|like))?(?: (?:an?|the|either))?[\s:=(]*$/i;
const CALLED_BEHIND =
  /^\s{0,2}(?:HTTP )?(?:(?:status(?:es)?|response|error)s?(?: codes?)?|errors|responses|s\b)(?![\w-])/i;
/** Behind a count stands what is counted; behind a status the sentence ends or says when. */
const ENDS =
  /^\s{0,2}(?:$|[.,;:)\]!?—–]|\n|\b(?:if|when|whenever|for|on|with|and|or|instead|because|unless|once|after|before|otherwise|rather|while|without|but|until|as|in|from|by|means|indicates)\b)/i;
const ABOUT_ANSWERS =
  /\b(?:HTTP|status|errors?|responses?|endpoints?|requests?|API|server)\b|\b(?:GET|POST|PUT|PATCH|DELETE) /;
const LIST = /^[\s,/|]{0,3}(?:(?:and|or|an?)\s{1,3}){0,2}$/;
const COUNTED =
  /\b(?:limit|up to|at most|at least|max(?:imum)?|min(?:imum)?|than|over|under|about|around|first|last|every|per|of|port|page|size|count|total|version)\b[\s:=]{0,3}$/i;
/** Whose server answers is said far from the number: "your endpoint must answer within 30 s with a 200". */
const READERS =
  /\b(?:your|their|the (?:customer|user|receiver|subscriber|consumer)['’]?s?) (?:own )?(?:\w+ ){0,2}(?:servers?|endpoints?|handlers?|apps?|applications?|backend|service|webhooks?|receiver|listener|route|function|URL|proxy|middleware|hook|target)\b/i;
/** Whoever is told to answer is no API: "to accept it, return a `204`", "it must respond with 200". */
const ORDERED =
  /(?:^\W{0,5}|[,:;)]\s{0,2}|\b(?:must|should|shall|needs? to|ha(?:s|ve) to|can|and|then|please|to)\s)(?:return|respond|reply|answer|send|acknowledge)(?: back)?(?: (?:with|an?|the|HTTP|status|code|\W{0,3}[2-5](?:\d\d|xx)\W{0,3}(?:,|or|and)))*\W*$/i;
const DENIED =
  /(?:\b(?:never|not|no longer|cannot|instead of|rather than|without)|n['’]t)(?: (?:be|returns?|returning|responds?|responding|answers?|gives?|gets?|fails?|throws?|with|an?|the|HTTP|status|code|just|simply))*\W*$/i;
const DENIED_BEHIND = /^[^.;]{0,20}\b(?:is|are|was|were) (?:no longer|not|never) (?:returned|used|sent|an error)/i;
const PAST = /\b(?:previously|formerly|used to|no longer|before v?\d|until v?\d|in the past|instead of|rather than)\b/i;

/** All statuses which a phrase says that a server answers with; numbers of anything else are none. */
export function findStatuses(phrase: Phrase): NamedStatus[] {
  if (!/(?<![\w.])[1-5](?:\d\d|xx)(?!\w)/i.test(phrase.text)) return [];
  const found: NamedStatus[] = [];
  for (const { index: start, 0: written } of phrase.text.matchAll(NUMBER)) {
    const range = { start, end: start + written.length };
    const code = written.toUpperCase();
    if (!isKnownStatus(code)) continue;
    // In code, only a number alone or with its phrase is one.
    const inCode = rangeAround(phrase.codes, range);
    const reason = reasonBehind(phrase, range.end);
    if (inCode && !isWholeCode(phrase, inCode, range)) continue;
    const last = found.at(-1);
    const joined =
      last !== undefined && LIST.test(phrase.text.slice(endOf(last, phrase), inCode?.start ?? start).slice(0, 20));
    if (!joined && !isAnswer(phrase, range, { code, reason, inCode })) continue;
    found.push({ ...range, code, ...(reason && { reason }), stance: stanceOfStatus(phrase, range) });
  }
  return found;
}

function endOf({ end, reason }: NamedStatus, { text }: Phrase): number {
  const after = reason ? end + text.slice(end).indexOf(reason.value) + reason.value.length : end;
  return /^["'”)]/.test(text.slice(after)) ? after + 1 : after;
}

function isWholeCode({ text }: Phrase, code: Range, range: Range): boolean {
  const before = text.slice(code.start, range.start);
  return (
    /^\s*(?:HTTP(?:\/[\d.]{1,4})? |status:? )?$/i.test(before) &&
    /^\s*(?:$|[A-Z(])/.test(text.slice(range.end, code.end))
  );
}

interface Found {
  readonly code: string;
  readonly reason: Claim<string> | undefined;
  readonly inCode: Range | undefined;
}

function isAnswer(phrase: Phrase, range: Range, { code, reason, inCode }: Found): boolean {
  const [from, to] = sentenceAround(phrase, range);
  const start = inCode?.start ?? range.start;
  const before = phrase.text.slice(Math.max(from, start - 80), start).replace(/\s+/g, ' ');
  const after = phrase.text.slice(inCode?.end ?? range.end, Math.min(to + 1, range.end + 60));
  if (COUNTED.test(before) && !/\b(?:status|code|HTTP|error|response) of\W*$/i.test(before)) return false;
  if (reason || NAMED.test(before) || (CALLED_BEHIND.test(after) && !/^1/.test(code))) return true;
  const answered = ANSWERED.exec(before);
  if (!answered || /^1/.test(code)) return false;
  if (answered.groups?.kind || inCode || code.endsWith('XX')) return true;
  if (answered.groups?.article) return ENDS.test(after);
  const round = code.endsWith('00');
  return ENDS.test(after) && (!round || ABOUT_ANSWERS.test(phrase.text.slice(from, to)));
}

/** Other words than those about an operation: "404 if it does not exist" is said of a status that is there. */
function stanceOfStatus(phrase: Phrase, range: Range): Stance {
  if (rangeAround(phrase.deletions, range)) return 'historical';
  const [start, end] = sentenceAround(phrase, range);
  const before = phrase.text.slice(Math.max(start, range.start - 200), range.start).replace(/\s+/g, ' ');
  if (DENIED.test(before) || DENIED_BEHIND.test(phrase.text.slice(range.end, Math.min(end, range.end + 80))))
    return 'negated';
  if (PAST.test(before)) return 'historical';
  return READERS.test(before) || ORDERED.test(before) ? 'reader' : 'claim';
}
