import { overlapsAny } from '../phrase/ranges.ts';
import { ends, isConditional, isSetApart, opens, type Setting, wrapping } from './unit.ts';

/** How sure it is that words are a hedge. `likely` ones may also speak of the reader's own things. */
export type Certainty = 'certain' | 'likely' | undefined;

const CODE = String.raw`(?:[\w/.-]{1,80}\.(?:go|rs|ts|js|py|java|rb|php|kt|cs)|handlers?|implementation|codebase|(?:source|server|handler|backend|api|go|rust) code)`;
const PEOPLE = String.raw`(?:(?:api|back-?end|platform|engineering|dev) (?:team|devs|developers|engineers))`;
const LOOSE = String.raw`(?:source|back-?end|code|(?:open)?api (?:spec(?:ification)?|description|document)|spec(?:ification)?|openapi|swagger)`;
const WHAT = String.raw`(?:this|these|it|that|(?:the )?(?:exact )?(?:paths?|fields?|(?:(?:field|path|parameter|header) )?names?|shapes?|values?|routes?|endpoints?|parameters?|headers?|methods?))`;
const ADJECTIVES = String.raw`(?:(?:the|our|actual|current|real|live|running|go|rust) ){0,3}`;

/** "Verify against handler", "check the field names against the implementation", "confirm with the API team" */
export const ORDERS = wrapping(
  String.raw`\b(?:verify|check|confirm|validate|double-check|cross-check)(?: ${WHAT})? (?:against ${ADJECTIVES}(?:${CODE}|${PEOPLE}|${LOOSE})|with ${ADJECTIVES}${PEOPLE})\b`,
);

const IN_CODE = new RegExp(String.raw`\b${CODE}$`, 'i');
const BY_PEOPLE = new RegExp(String.raw`\b${PEOPLE}$`, 'i');
/** "Verify against the code" that came by mail. */
const ONE_TIME = /\b(?:otp|sms|one-time|passcode|e-?mails?|authenticator|sent|received?|enter(?:ed)?|digits?|phone)\b/i;

export function judgeOrder({ words, lead, rest, unit, range, alone }: Setting): Certainty {
  if (!opens(lead) && !/(?:\b(?:please|note):?|,)$/i.test(lead)) return undefined;
  if (/\bcode$/i.test(words) && !IN_CODE.test(words) && ONE_TIME.test(nearby(unit, range))) return undefined;
  if (lead.endsWith(',')) return ends(rest) && IN_CODE.test(words) ? 'certain' : undefined;
  if (!ends(rest) && !(IN_CODE.test(words) ? /^before\b/i : BEFORE_USE).test(rest)) return undefined;
  if (isSetApart(lead) || IN_CODE.test(words)) return 'certain';
  // In samples, "# verify against the spec" names the next step.
  if (unit.form === 'comment') return undefined;
  if (BY_PEOPLE.test(words)) return 'certain';
  // A step of a list is for the reader.
  return alone && unit.form !== 'cell' ? undefined : 'likely';
}

/** What a writer asks before others read it. */
const BEFORE_USE = /^before (?:\w+ )?(?:relying|use\b|using|publish|merg|release)/i;

function nearby({ phrase }: Setting['unit'], { start, end }: Setting['range']): string {
  return phrase.text.slice(Math.max(0, start - 400), end + 200);
}

/** "Not yet verified against the handler", "needs to be confirmed by the API team" */
export const STATES = wrapping(
  String.raw`\b(?:(?:not|never)(?: yet)?(?: been)?|(?:needs?|has|have|still|yet|remains?|should|must)(?: still)? (?:to )?be|to be) (?:verified|checked|confirmed|reviewed|double-checked) (?:against|with|by) ${ADJECTIVES}(?:${CODE}|${PEOPLE}|${LOOSE})\b`,
);

export function judgeState({ words, lead }: Setting): Certainty {
  if (isConditional(lead)) return undefined;
  if (BY_PEOPLE.test(words)) return 'certain';
  if (/ by /i.test(words)) return undefined;
  if (IN_CODE.test(words)) return /checked/i.test(words) && !/\byet\b/i.test(words) ? undefined : 'certain';
  // "Tokens are not checked against the source" says what the API does.
  return /\b(?:yet|been)\b/i.test(words) && /verified|confirmed/i.test(words) ? 'certain' : undefined;
}

const DOCUMENT = String.raw`(?:section|page|example|sample|route|path|table|behaviou?r|statement|paragraph|list|field|limit|default)s?`;

/** "This section has not been verified", "we have not tested this" */
export const ADMISSIONS = wrapping(
  [
    String.raw`\b(?:I|we)(?: have|['’]ve| did)?(?: not|n['’]t)(?: yet)?(?: actually)? (?:verif(?:y|ied)|confirm(?:ed)?|double-check(?:ed)?|test(?:ed)?) (?:this|these|that|it)\b`,
    String.raw`\b(?:this|these|the (?:above|below|following)) ${DOCUMENT} (?:is|are|was|were|has|have)(?: not|n['’]t)(?: yet)?(?: been)? (?:verified|confirmed|double-checked)\b`,
  ].join('|'),
);

export function judgeAdmission({ lead, rest }: Setting): Certainty {
  return ends(rest) && !isConditional(lead) ? 'certain' : undefined;
}

/** What only a writer verifies: servers know no "exact name", and readers have no shape. */
const STATEMENT = String.raw`(?:shapes?|(?:header|field|parameter|exact) names?|paths?|routes?|defaults?|limits?|semantics|behaviou?rs?|precedence|status codes?)`;

/** "The header name has not been verified", "the exact path needs confirmation", "limits are unconfirmed" */
export const PREDICATES = wrapping(
  String.raw`\b${STATEMENT} (?:[\w/{}:.-]{1,60} )?(?:(?:is|are|was|were|has|have|still|yet|not|been|needs?|remains?|to|be|(?:is|are|was|were|has|have)n['’]t) ){0,6}(?:unconfirmed|unverified|verification|confirmation|verified|confirmed)\b`,
);

export function judgePredicate({ words, lead, rest, unit }: Setting): Certainty {
  if (!ends(rest) || isConditional(lead) || unit.form === 'heading') return undefined;
  const doubts =
    /\bun\w+$|\b(?:needs?|remains?|still)\b.*(?:to be|tion$)|\bnot confirmed$/i.test(words) ||
    // "The path is not verified" may say what a server does.
    (/\bnot\b|n['’]t\b/i.test(words) && /\b(?:yet|been)\b/i.test(words));
  return doubts ? 'certain' : undefined;
}

/** Notes that stand for themselves. */
export const NOTES = wrapping(
  String.raw`\b(?:unconfirmed|unverified|not (?:yet )?(?:verified|confirmed)|needs? (?:verification|confirmation|verifying|confirming)|to (?:verify|be (?:verified|checked|reviewed))|verify this|double(?:-| )check(?: this)?)\b`,
);

/** What users have and servers check: "users (unconfirmed)" are people. */
const ENTITY =
  /(?:user|account|mail|address|phone|number|domain|order|booking|reservation|payment|transaction|subscri|member|customer|contact|identit|sender|device|invit|session|sign-?ups?|profile|person|people|compan|business|merchant|seller|certificate|signature|token|publisher|app|bot|badge|status|state|block|balance|deposit|withdrawal|output|webhook|claim|issuer|client|callback|url|owner|author|host|key)s?$/i;
const ABOUT_API =
  /\b(?:path|endpoint|route|field|header|parameter|limit|default|timeout|rate|quota|minutes?|seconds?|hours?|days?|\d[\d,]* requests?|\d+ ?[kmg]b|bytes?|characters|items|scope|permission|method|prefix|type|format|version|payload|schema|retr(?:y|ies)|pagination|size|behaviou?r|(?:limit|rate|timeout|default|max(?:imum)?|min(?:imum)?|quota|size|ttl)\b.{0,40}\d)s?$/i;

const UNSURE = /\b(?:I think|we think|afaik|iirc|probably|presumably|not sure|believe)\b/i;
/** Pages are published, and so is nothing of a reader's. */
const BEFORE_PUBLISHING = /^before (?:\w+ )?(?:publish|merg)/i;

export function judgeNote(setting: Setting): Certainty {
  const { words, lead, rest, unit } = setting;
  if (unit.form === 'comment' || unit.form === 'heading') return undefined;
  const asksWriter = /\b(?:verify|confirm|check|be \w+|verification|confirmation|verifying|confirming)\b/i.test(words);
  const apart = isBracketed(lead, rest) || (/[—–]$/.test(lead) && ends(rest));
  if (apart) {
    const subject = lead.replace(/[\s([—–;,"'`]+$/, '');
    // `403 (not verified)` is a status and its reason.
    if (ENTITY.test(subject) || /\b[1-5]\d\d$/.test(subject)) return undefined;
    if ((ABOUT_API.test(subject) && endsWithBracket(rest)) || UNSURE.test(subject) || endsInCode(setting, subject))
      return 'certain';
    return asksWriter ? 'certain' : undefined;
  }
  if (opens(lead) && BEFORE_PUBLISHING.test(rest)) return 'certain';
  if (lead !== '' || !/^[.!?]?$/.test(rest) || unit.holdsValues) return undefined;
  return asksWriter ? 'likely' : undefined;
}

/** After the bracket nothing more is said: "the request (unverified) is dropped" goes on. */
function endsWithBracket(rest: string): boolean {
  return ends(rest.replace(/^[.!?]?[)\]] ?/, ''));
}

function isBracketed(lead: string, rest: string): boolean {
  return /[([](?:[^()[\]]{1,60}[;,—–])?$/.test(lead) && /^[.!?]?[)\]]/.test(rest);
}

/** "`budget_limits` (unconfirmed)" */
function endsInCode({ unit: { phrase }, range }: Setting, subject: string): boolean {
  const end = phrase.text.lastIndexOf(subject.slice(-1), range.start - 1);
  return end >= 0 && overlapsAny(phrase.codes, end, end + 1);
}
