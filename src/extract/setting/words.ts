import type { Direction, Setting } from '../../model.ts';
import type { Cue } from './cues.ts';

export interface SaidDirection {
  readonly direction: Direction;
  /** No event and no file is called so. */
  readonly firm: boolean;
}

const ANSWERS =
  /\b(?:returns|returned|responds|answers(?= with)|(?:will|would|should|may|might|can|does|to) (?:return|respond|answer)|(?:get|receive|see)s? (?:back |something like )?(?:a|an|the following|this|output|back)|responses? (?:body|payload|example|format|schema|structure|object|is|looks?|will|would|should|contains?|includes?|has)|(?:example|sample|successful|success|api|server|json|error|typical|http|full|same|following)(?: \w+)? responses?|in the response|outputs?|results? looks?|produces)\b/i;
/** "The following query returns all trees" shows the query. */
const SHOWN_CALL = /\bthe following (?:\w+ ){1,3}(?:returns?|responds|gets?|produces|outputs|finds)\b/i;
/** Who shall answer so is not said; it may be the reader. */
const TOLD_TO_ANSWER = /(?:^|[,;:] |\b(?:and|then|must) )(?:return|respond|answer|reply)\b/i;
const SENDS =
  /\b(?:request (?:body|payload|data|object|example|format|schema|json|looks?|parameters)|(?:example|sample|following|json|http|api) requests?|(?:post|put|patch|json) body|body (?:of the|parameters)|body looks|in the (?:request )?body)\b|(?:^|[,;:] |\b(?:to|and|then|can|must|should|you|or|by) )(?:send|post|pass|submit|provide|include)(?:ing)? (?:\w+ ){0,4}(?:following|body|payload|json|object|below|post|put|patch|request)\b/i;
const RESPONSE = /\bresponses?\b/i;

/** Headings name things: only one that is made of such words says which way a block goes. */
const RESPONSE_HEADING =
  /^(?:[\d.]+\s)?(?:the |an? )?(?:(?:example|sample|success(?:ful)?|error|api|http|json|server|sync|async|standard|full|[2345]\d\d(?: ok)?)[ -]){0,3}(?:responses?|returns|output)(?: (?:body|payload|example|examples|sample|format|schema|structure|object|fields?|data|json|shape)){0,2}\b|\bresponse (?:body|example|format|schema|payload|structure|shape|object)$|\b(?:example|sample|success|error) responses?$/i;
const REQUEST_HEADING =
  /^(?:[\d.]+\s)?(?:the |an? )?(?:(?:example|sample|api|http|json|full|minimal|basic) ){0,3}(?:(?:requests?|post|put|patch)(?: (?:body|payload|example|examples|sample|format|schema|structure|object|fields?|data|json|shape|parameters))+|requests?|body|body parameters|parameters)(?:\W*$)/i;
const PAYLOAD = /\b(?:payloads?|body)\b/i;

/** Which way a block goes, as far as one title, lead-in or heading says; contradicting words say `unknown`. */
export function directionOf({ text, form }: Cue): SaidDirection | undefined {
  if (form !== 'lead') return headingDirection(text);
  // The last sentence is the one that leads in.
  const last = /[^.!?]*[.!?:\s]*$/.exec(text.replace(/\.(?=\S)/g, '·'))?.[0] ?? text;
  return leadDirection(last) ?? (last === text ? undefined : leadDirection(text)) ?? headingDirection(text);
}

function leadDirection(text: string): SaidDirection | undefined {
  if (SHOWN_CALL.test(text)) return { direction: 'unknown', firm: false };
  if (TOLD_TO_ANSWER.test(text)) return { direction: 'response', firm: false };
  const [answers, sends] = [ANSWERS.test(text), SENDS.test(text)];
  if (answers !== sends) return { direction: answers ? 'response' : 'request', firm: true };
  if (answers) return { direction: 'unknown', firm: false };
  if (RESPONSE.test(text)) return { direction: 'response', firm: true };
  return PAYLOAD.test(text) ? { direction: 'request', firm: false } : undefined;
}

function headingDirection(text: string): SaidDirection | undefined {
  if (/^(?:request|response|body|payload|data|input|output)\b[\w.-]*\.json[c5]?$/i.test(text))
    return { direction: /^(?:response|output)/i.test(text) ? 'response' : 'request', firm: true };
  const [response, request] = [RESPONSE_HEADING.test(text), REQUEST_HEADING.test(text)];
  if (response !== request) return { direction: response ? 'response' : 'request', firm: true };
  if (STATUS_TITLE.test(text)) return { direction: 'response', firm: true };
  return /^(?:example |sample |the )?payload\b/i.test(text) ? { direction: 'request', firm: false } : undefined;
}

// ----------------------------------------------------------------------------------------------------- topics

export interface SaidTopic {
  readonly topic: NonNullable<Setting['topic']>;
  /** The words name it outright, so that no other word about the block undoes it. */
  readonly own: boolean;
}

const EVENT_BODY =
  /\b(?:webhooks?|events?|callbacks?|notifications?|queue|sse|stream(?:ed)?)(?: \w+)? (?:payloads?|bod(?:y|ies)|messages?|events?|data|objects?|format|structure|examples?)\b|\b(?:payload|body|event|message)s? (?:of|for|sent|delivered|posted|received|in|to) (?:\w+ ){0,4}(?:webhooks?|events?|callbacks?|notifications?|your (?:endpoint|server|url))\b|\b(?:sends?|delivers?|posts?|receives?|emits?|fires?|triggers?) (?:\w+ ){0,5}(?:webhooks?|events?|callbacks?|notifications?|your (?:endpoint|server|url))\b|\bserver-sent events?\b/i;
const EVENT = /\b(?:webhooks?|events?|callbacks?|notifications?|server-sent)\b/i;
/** Operations on webhooks are calls like others. */
const ABOUT_EVENTS =
  /\b(?:creat|list|get|fetch|retriev|updat|delet|remov|register|manag|subscrib|set(?:ting)? up|configur)\w*\b/i;
const CONFIG =
  /\b(?:config(?:uration|s)?(?: file)?|configure|settings file|manifest|json schema|schema file|mcpservers|tsconfig|environment variables|env file|dotenv)\b/i;
const FILE = /[\w-]\.(?:jsonc?|json5|ya?ml|toml|jsonnet)\b(?!\()/i;
/** What the reader's own server gets or gives. */
const READERS =
  /\byour (?:\w+ )?(?:server|endpoint|handler|webhook|service|application|app|backend|url) (?:\w+ ){0,3}(?:returns?|responds?|answers?|receives?|gets?)\b/i;
const ERROR =
  /\berrors? (?:responses?|object|body|payload|format|example|looks?|message)\b|\breturns? an? (?:\w+ )?error\b|^errors?\b/i;
const OTHER =
  /\b(?:jwt|json web token|claims|access token (?:payload|contents?)|log (?:line|entry|output|event)s?|graphql|system prompt|tool (?:call|definition|arguments?|input)|function call(?:ing)?|data ?sets?|documents?? (?:file|structure|looks?)|cli output)\b/i;
const OWN_FILE = /^(?:request|response|body|payload|data|input|output|example|sample)\b[\w.-]*\.json/i;

/** What else than a call a block shows. */
export function topicOf({ text, form }: Cue): SaidTopic | undefined {
  if (EVENT_BODY.test(text) || READERS.test(text)) return { topic: 'event', own: true };
  if (ERROR.test(text)) return { topic: 'error', own: true };
  if (form === 'title' && OWN_FILE.test(text)) return undefined;
  if (FILE.test(text)) return { topic: 'config', own: form !== 'heading' };
  if (CONFIG.test(text)) return { topic: 'config', own: form === 'title' };
  if (OTHER.test(text)) return { topic: 'other', own: false };
  return EVENT.test(text) && !ABOUT_EVENTS.test(text) ? { topic: 'event', own: false } : undefined;
}

// --------------------------------------------------------------------------------------------------- statuses

const STATUS_TITLE =
  /^\W?(?:(?:http|status|code|error|response|success)[ :]{1,3}){0,2}([1-5]\d\d|[1-5]xx)\W?(?:$|[ –—:(-]{1,5}[a-z]+(?: [a-z]+){0,4}\)?$)/i;
const STATUS_WORDS =
  /\b(?:status(?: code)?(?: of| is)?|http(?:\/[\d.]+)?|returns?|responds? with|answers? with|responses?|code)[\s:(]{0,3}(?:an? |the )?(?:http )?(?:status )?(?:code )?([1-5]\d\d|[1-5]xx)\b(?![.,]?\d)|\b([1-5]\d\d) (?:ok|created|accepted|no content|bad request|unauthori[sz]ed|forbidden|not found|conflict|unprocessable|too many|internal server|responses?|errors?|status)\b/i;

/** The status that a title or a sentence states, as `200` or `4XX`. */
export function statusIn({ text, form }: Cue): string | undefined {
  const title = form === 'lead' ? undefined : STATUS_TITLE.exec(text)?.[1];
  const words = title === undefined ? STATUS_WORDS.exec(text) : undefined;
  return (title ?? words?.[1] ?? words?.[2])?.toUpperCase();
}
