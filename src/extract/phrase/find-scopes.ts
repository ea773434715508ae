import type { Phrase } from './phrase.ts';
import type { Range } from './ranges.ts';
import { sentenceAround } from './stance.ts';

const NAME = /^[A-Za-z][\w.-]*(?:[:/.][\w.*-]+)*$/;
/** "needs the `trees:read` scope", "with the scopes `a` and `b`": what stands between must be other scopes. */
const BEFORE = /\bscopes?\b\W{0,4}(?:[\w.:/*-]+\W{0,3}(?:,|and|or)\W{0,4}){0,6}$/i;
const BEHIND = /^\W{0,3}(?:(?:,|and|or)\W{0,3}(?:the\W{1,3})?[\w.:/*-]+\W{0,3}){0,6}(?:OAuth )?scopes?\b/i;
const NEEDS = /\b(?:requires?|required|needs?|needed|must have|takes?)\b|\bscopes?\s*:/i;
const OTHERWISE = /\b(?:not|never|no|without|unless|if|when|instead of|rather than|n['’]t)\b/i;

/** The scopes that a sentence says a call needs; they stand in code. */
export function findScopes(phrase: Phrase): Range[] {
  if (!/\bscopes?\b/i.test(phrase.text)) return [];
  return phrase.codes.filter((range) => {
    if (!NAME.test(phrase.text.slice(range.start, range.end))) return false;
    const [start, end] = sentenceAround(phrase, range);
    const before = phrase.text.slice(start, range.start);
    const after = phrase.text.slice(range.end, end);
    if (!BEFORE.test(before.slice(-200)) && !BEHIND.test(after.slice(0, 200))) return false;
    return NEEDS.test(before) && !OTHERWISE.test(before + after);
  });
}
