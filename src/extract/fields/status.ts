import type { Claim } from '../../model.ts';
import type { Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';
import { claimOf } from './claims.ts';

/** RFC 9110, section 15, and the statuses that other RFCs registered; some have kept an older phrase in use. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  100: ['Continue'],
  101: ['Switching Protocols'],
  102: ['Processing'],
  103: ['Early Hints'],
  200: ['OK'],
  201: ['Created'],
  202: ['Accepted'],
  203: ['Non-Authoritative Information'],
  204: ['No Content'],
  205: ['Reset Content'],
  206: ['Partial Content'],
  207: ['Multi-Status'],
  208: ['Already Reported'],
  226: ['IM Used'],
  300: ['Multiple Choices'],
  301: ['Moved Permanently'],
  302: ['Found'],
  303: ['See Other'],
  304: ['Not Modified'],
  305: ['Use Proxy'],
  307: ['Temporary Redirect'],
  308: ['Permanent Redirect'],
  400: ['Bad Request'],
  401: ['Unauthorized'],
  402: ['Payment Required'],
  403: ['Forbidden'],
  404: ['Not Found'],
  405: ['Method Not Allowed'],
  406: ['Not Acceptable'],
  407: ['Proxy Authentication Required'],
  408: ['Request Timeout'],
  409: ['Conflict'],
  410: ['Gone'],
  411: ['Length Required'],
  412: ['Precondition Failed'],
  413: ['Content Too Large', 'Payload Too Large', 'Request Entity Too Large'],
  414: ['URI Too Long', 'Request-URI Too Long'],
  415: ['Unsupported Media Type'],
  416: ['Range Not Satisfiable'],
  417: ['Expectation Failed'],
  418: ["I'm a Teapot"],
  421: ['Misdirected Request'],
  422: ['Unprocessable Content', 'Unprocessable Entity'],
  423: ['Locked'],
  424: ['Failed Dependency'],
  425: ['Too Early'],
  426: ['Upgrade Required'],
  428: ['Precondition Required'],
  429: ['Too Many Requests'],
  431: ['Request Header Fields Too Large'],
  451: ['Unavailable For Legal Reasons'],
  500: ['Internal Server Error'],
  501: ['Not Implemented'],
  502: ['Bad Gateway'],
  503: ['Service Unavailable'],
  504: ['Gateway Timeout'],
  505: ['HTTP Version Not Supported'],
  506: ['Variant Also Negotiates'],
  507: ['Insufficient Storage'],
  508: ['Loop Detected'],
  510: ['Not Extended'],
  511: ['Network Authentication Required'],
};
const PHRASES = new Set(Object.values(REASONS).flatMap((phrases) => phrases.map(plain)));
/** Single words that anybody may say; only with a capital, or where the cell holds nothing else, they are a phrase. */
const LONGEST = 40;

/** A status that is registered; any other number of three digits is as likely a count. */
export function isKnownStatus(code: string): boolean {
  return Object.hasOwn(REASONS, code) || /^[1-5]XX$/.test(code);
}

export function isReasonPhrase(text: string): boolean {
  return PHRASES.has(plain(text));
}

/** The reason phrase that stands right behind a status: ` No Content`, ` (Not Found)`, `: Conflict`. */
export function reasonBehind(phrase: Phrase, at: number): Claim<string> | undefined {
  const rest = phrase.text.slice(at, at + LONGEST + 8);
  const lead = /^\s{0,2}(?:[(:–—-]\s{0,2})?["'“]?/.exec(rest)?.[0].length ?? 0;
  const words = /^[A-Z][\w'’-]{0,20}(?:[ -][A-Za-z'’-]{1,20}){0,4}/.exec(rest.slice(lead))?.[0] ?? '';
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const text = words.slice(0, end);
    if (!isReasonPhrase(text)) continue;
    const range: Range = { start: at + lead, end: at + lead + text.length };
    return claimOf(phrase, range, text);
  }
  return undefined;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '');
}
