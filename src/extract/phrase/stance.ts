import type { Stance } from '../../model.ts';
import type { Phrase, Range } from './phrase.ts';

// The words must govern the mention, so each pattern is anchored to it: "there is no `DELETE /x`" denies the
// operation, "`POST /x` does not accept arrays" affirms it.
const DENIED_BEFORE =
  /(?:\b(?:no|not an?|isn['’]t an?|without|lacks?|instead of|rather than|never(?: call| use| send)?|(?:do(?:es)? not|don['’]t|doesn['’]t|cannot|can['’]t) (?:\w+ )?(?:have|support|expose|provide|offer|call|use|implement|include))\b)[^.;:,]{0,30}$/i;
const DENIED_AFTER =
  /^[^.;,]{0,24}\b(?:do(?:es)? not (?:yet )?exist|don['’]t exist|doesn['’]t (?:yet )?exist|(?:is|are)(?: not|n['’]t) (?:yet )?(?:available|supported|exposed|implemented|an? (?:endpoint|route)|part of))\b/i;
const PAST_BEFORE =
  /(?:^|[(,;]|\b(?:this|that|it|which))\s*was:?\s*$|\brenamed:?\s*$|\b(?:formerly|previously|used to (?:be|call|use)|was (?:called|named)|(?:was |were |been )?(?:renamed|moved|migrated|changed) from|old(?:er)?|legacy|former|replaces?|replaced|supersedes?|removed?s?|remov(?:es|ing|al of)|dropped|instead of|before v?\d)\b[^.;]{0,40}$/i;
const PAST_AFTER =
  /^[^.;]{0,40}\b(?:(?:was|were|has been|have been|is|are|got)(?: now)? (?:renamed|removed|replaced|moved|dropped|superseded|retired|deleted from)|no longer|(?:is|are) gone|(?:becomes|became|is now|are now)\b|(?:→|->|=>))/i;
const DEPRECATED = /\b(?:deprecated|deprecation|obsolete|sunset|older alias|alias (?:of|for)|superseded)\b/i;
/** What stands right behind such words is what the reader shall take: "`/a` is deprecated, use `/b`", "renamed to `/b`". */
const RECOMMENDED_BEFORE =
  /(?<!\b(?:used to|no longer|not|formerly|previously) )\b(?:use|call|prefer|try|migrate to|switch to|in favou?r of|(?:replaced|superseded|renamed|moved)(?: to| by| with)|(?:is|are) now)\s+(?:the |an? )?(?:new )?$/i;
const PAST_HEADING =
  /\b(?:deprecat\w+|legacy|removed|removals?|renamed|breaking changes?|what['’]s changed|old(?:er)? (?:api|endpoints?|routes?|versions?))\b/i;

/** What the sentence around `range` says of the mention: that it is there, is not there, or was there. */
export function stanceOf(phrase: Phrase, range: Range): Stance {
  const [start, end] = sentenceAround(phrase, range);
  const before = phrase.text.slice(start, range.start);
  const after = phrase.text.slice(range.end, end);
  if (phrase.deletions.some((deletion) => deletion.start <= range.start && range.end <= deletion.end))
    return 'historical';
  if (DENIED_BEFORE.test(before) || DENIED_AFTER.test(after)) return 'negated';
  if (RECOMMENDED_BEFORE.test(before)) return 'claim';
  if (DEPRECATED.test(before) || DEPRECATED.test(after)) return 'deprecated';
  if (PAST_BEFORE.test(before) || PAST_AFTER.test(after)) return 'historical';
  return 'claim';
}

/** Whether everything under this heading speaks of the past. */
export function isPastHeading(text: string): boolean {
  return PAST_HEADING.test(text);
}

/** From the last to the next full stop that is followed by white space and stands outside code. */
function sentenceAround(phrase: Phrase, range: Range): [number, number] {
  let start = 0;
  let end = phrase.text.length;
  for (const match of phrase.text.matchAll(/[.!?](?=\s)|\n\n/g)) {
    if (phrase.codes.some((code) => code.start <= match.index && match.index < code.end)) continue;
    if (match.index < range.start) start = match.index + 1;
    else if (match.index >= range.end) {
      end = match.index;
      break;
    }
  }
  return [start, end];
}
