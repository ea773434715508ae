import type { Stance } from '../../model.ts';
import type { Phrase } from './phrase.ts';
import { overlapsAny, type Range, rangeAround } from './ranges.ts';

// The words must govern the mention, so each list is anchored to it: "there is no `DELETE /x`" denies the operation,
// "`POST /x` does not accept arrays" affirms it. Wrapped lines count as one; see `sentenceAround`.
const DENIED_BEFORE =
  /\b(?:no|not an?|isn['’]t an?|without|lacks?|instead of|rather than|neither|nor|avoid|(?:never|do(?:es)? not|don['’]t|doesn['’]t|cannot|can['’]t|can not|won['’]t|must not|shouldn['’]t|should not)(?: \w+)?(?: (?:have|support|expose|provide|offer|call|use|send|implement|include|write|try))?)\b[^.;:,]{0,30}$/i;
const WRONG_BEFORE = /(?:\b(?:wrong|incorrect|mistake|bad)\b|[❌✗✘])[^.;:]{0,30}:?\s*$/i;
const DENIED_AFTER = after(
  [
    String.raw`(?:do(?:es)? not|don['’]t|doesn['’]t|did not|didn['’]t) (?:yet )?(?:exist|work)`,
    String.raw`won['’]t work`,
    String.raw`(?:is|are)(?: not|n['’]t)(?: yet)? (?:available|supported|exposed|implemented|allowed|possible|there|an? (?:endpoint|route)|part of)`,
    String.raw`(?:is|are) (?:intentionally |deliberately )?(?:missing|unavailable|unsupported|disabled|planned)`,
    String.raw`(?:return|answer|respond|give|fail|yield)(?:s|ed|ing)?(?: \w+)? \W?(?:404|405|410|501)`,
    String.raw`(?:will be added|comes later|coming soon|is on the roadmap)`,
    String.raw`(?:→|->|=>)\s*\W?(?:404|405|410|501)`,
  ],
  40,
);
const FUTURE_BEFORE = before(
  [String.raw`(?:coming soon|planned|upcoming|plan to (?:add|support|offer)|in the future|roadmap)`],
  40,
);
const PAST_BEFORE = before(
  [
    String.raw`(?:(?<=^|[(,;] ?|\b(?:this|that|it|which|call) )was|renamed)(?=:? *$)`,
    String.raw`(?:formerly|previously|(?<!\b(?:be|is|are|being|was|were|can be) )used to|was (?:called|named)|(?:renamed|moved|migrated|changed) from|old(?:er)?|legacy|former|replaces?|replaced|supersedes?|removed?s?|removing|removal of|dropped|support for|if you still use)`,
    String.raw`(?:in|before|until|up to|prior to|since) (?:version |v)?\d[\w.]*,?(?: [^.;]{0,20})? (?:was|were|used)`,
    String.raw`(?:before|until|up to|prior to) (?:version |v)?\d[\w.]*`,
  ],
  40,
);
const PAST_AFTER = after(
  [
    String.raw`(?:was|were|has been|have been|is|are|got)(?: now)? (?:renamed|removed|replaced|moved|dropped|superseded|retired|deleted from|split|merged|folded|discontinued|gone)`,
    String.raw`(?:no longer|ended|becomes|became|is now|are now)`,
  ],
  40,
);
const PAST_ARROW = /^[^.;]{0,40}(?:→|->|=>)\s*(?:[A-Z]{3,7}\s)?(?:\/|https?:)/;
const DEPRECATED = /\b(?:deprecated|deprecation|obsolete|sunset|older alias|alias (?:of|for)|superseded)\b/i;
/** What stands right behind such words is what the reader shall take: "`/a` is deprecated, use `/b`", "renamed to `/b`". */
const RECOMMENDED_BEFORE =
  /(?<!\b(?:used to|no longer|not|never|don['’]t|formerly|previously) )\b(?:use|call|prefer|try|migrate to|switch to|in favou?r of|(?:replaced|superseded|renamed|moved)(?: to| by| with)|(?:is|are) now)\s+(?:the |an? )?(?:new )?$/i;
const READERS = String.raw`(?:your|the (?:customer|user|reader)['’]s|their) (?:own )?(?:\w+ )?(?:server|app|application|backend|service|endpoint|handler|route|site|website|webhook|callback|proxy)`;
/** "Your server must answer `POST /hook`", but not "from your server, call `POST /x`". */
const READER_BEFORE = new RegExp(
  String.raw`\b${READERS}\b(?!['’]?s? (?:to|calls?|sends?|requests?|makes?|uses?)\b)[^.;,]{0,25}$`,
  'i',
);
const READER_AFTER = new RegExp(String.raw`^[^.;,]{0,15}\b(?:on|in|of|from|at) ${READERS}\b`, 'i');
const PAST_HEADING =
  /\b(?:deprecat\w+|legacy|removed|removals?|renamed|breaking changes?|what['’]s changed|old(?:er)? (?:api|endpoints?|routes?|versions?))\b/i;

/** One of the words, then at most `gap` characters of the same clause, then the mention. */
function before(words: readonly string[], gap: number): RegExp {
  return new RegExp(String.raw`(?:^|[^\w])(?:${words.join('|')})(?![\w])[^.;:]{0,${gap}}:?\s*$`, 'i');
}

/** The mention, then at most `gap` characters of the same clause, then one of the words. */
function after(words: readonly string[], gap: number): RegExp {
  return new RegExp(String.raw`^[^.;]{0,${gap}}?(?:^|[^\w])(?:${words.join('|')})(?![\w])`, 'i');
}

/** What the sentence around `range` says of the mention: that it is there, is not there, or was there. */
export function stanceOf(phrase: Phrase, range: Range): Stance {
  if (rangeAround(phrase.deletions, range)) return 'historical';
  const [start, end] = sentenceAround(phrase, range);
  return stanceBetween(oneLine(phrase.text.slice(start, range.start)), oneLine(phrase.text.slice(range.end, end)));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function stanceBetween(lead: string, rest: string): Stance {
  if (DENIED_AFTER.test(rest)) return 'negated';
  if (DENIED_BEFORE.test(lead) || WRONG_BEFORE.test(lead)) return 'negated';
  if (RECOMMENDED_BEFORE.test(lead)) return 'claim';
  if (FUTURE_BEFORE.test(lead)) return 'negated';
  if (READER_BEFORE.test(lead) || READER_AFTER.test(rest)) return 'reader';
  if (DEPRECATED.test(lead) || DEPRECATED.test(rest)) return 'deprecated';
  const past = PAST_BEFORE.test(lead) || PAST_AFTER.test(rest) || PAST_ARROW.test(rest);
  return past ? 'historical' : 'claim';
}

/** Whether everything under this heading speaks of the past. */
export function isPastHeading(text: string): boolean {
  return PAST_HEADING.test(text);
}

/** No sentence says anything of what it names so far away; a paragraph of one line may name thousands. */
const FARTHEST = 1000;

/** From the last to the next full stop that is followed by white space and stands outside code. */
export function sentenceAround({ text, codes }: Phrase, range: Range): [number, number] {
  let start = Math.max(range.start - FARTHEST, 0);
  let end = Math.min(range.end + FARTHEST, text.length);
  const from = start;
  for (const match of text.slice(from, end + 1).matchAll(/[.!?](?=\s)|\n\n/g)) {
    const index = from + match.index;
    if (overlapsAny(codes, index, index + 1)) continue;
    if (index < range.start) start = index + 1;
    else if (index >= range.end) {
      end = Math.min(index, end);
      break;
    }
  }
  return [start, end];
}
