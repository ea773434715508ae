import type { Phrase } from './phrase.ts';
import type { Range } from './ranges.ts';
import { sentenceAround } from './stance.ts';

/** Words that may be the name of a credential, and whether a call is said to take it. The range is in the phrase's text. */
export interface CredentialInWords extends Range {
  /** From the first word that may belong to the name to the noun. */
  readonly words: readonly Range[];
  readonly relation: 'takes' | 'refuses';
}

const WORD = /[\p{L}\p{N}_$<>-]+(?:['’]s)?/gu;
/** What a credential is called in the end. */
const NOUN =
  /^(?:\w*(?:keys?|tokens?|secrets?)|\w+(?:Auth|Guard)|credentials?|cookies?|passwords?|sessions?|certificates?|JWTs?|PATs?)$/i;
/** Without one of these no word is such a noun; most phrases hold none, and need not be taken apart. */
const MAY_HOLD_NOUN = /key|token|secret|auth|guard|credential|cookie|password|session|certificate|jwt|\bpats?\b/i;
const MOST_WORDS = 5;
/** Words that are no part of a name. */
const FUNCTION_WORD =
  /^(?:an?|the|your|their|our|its|this|that|these|those|same|valid|any|either|both|only|one|no|not|never|with|without|using|uses?|used|via|by|through|requires?|required|needs?|needed|takes?|accepts?|accepted|expects?|sends?|sent|pass(?:es)?|present(?:ed)?|and|or|nor|but|of|to|for|from|in|on|at|is|are|be|been|was|were|it|they|you|as|than|instead|rather|has|have|must|can|may|should|will|called|authenticated|authorized|protected|guarded|reachable|also)$/i;

const SAYS =
  /\b(?:requires?|required|needs?|takes?|accepts?|accepted|expects?|authenticat\w+|authori[sz]\w+|protected|guarded|reachable|callable|calls?|called|uses?|used|using|sends?|sent|presents?|enough|sufficient|refuse[sd]?|rejects?|rejected|can|cannot)\b/i;
const CONDITION = /\b(?:if|when|whenever|unless|once|before|after|until|while)\b[^,;]{0,80}$/i;
const OTHERWISE = /\b(?:instead of|rather than|unlike|other than|not (?:just|only))\s+(?:an?|the|your)?\s*$/i;
const DENIED =
  /\b(?:not|never|cannot|can['’]t|isn['’]t|aren['’]t|doesn['’]t|don['’]t|won['’]t|no longer|without|refuses?|rejects?)\b[^.;:,]{0,40}$/i;
const TAKES_BEFORE =
  /(?:\b(?:requires?|required|needs?|takes?|accepts?|expects?|with|using|via|by|uses?|sends?|presents?|through)\s+(?:only\s+)?(?:either\s+|both\s+)?(?:an?\s+|the\s+|your\s+|any\s+)?(?:valid\s+)?|:\s*)$/i;
const TAKES_AFTER =
  /^\s*(?:is|are)\s+(?:required|needed|accepted|enough|sufficient)\b|^\s*(?:can|may|must|is able to)\s+(?:call|reach|access|use|read|list|create|be used)\b/i;
const REFUSED_AFTER =
  /^\s*(?:is|are)\s+(?:not\s+(?:required|accepted|enough|sufficient|allowed)|refused|rejected)\b|^\s*(?:cannot|can['’]t|may not|does not|doesn['’]t)\s+(?:call|reach|access|use|read|list|create|work)\b/i;
const GOES_ON = /^\s*(?:,|or|and|,\s*(?:or|and))\s+(?:an?\s+|the\s+|your\s+)?$/i;

/** The credentials of which the phrase says that a call takes or refuses them. */
export function findCredentials(phrase: Phrase): CredentialInWords[] {
  if (!SAYS.test(phrase.text) && !/:/.test(phrase.text)) return [];
  const found: CredentialInWords[] = [];
  for (const words of nounPhrases(phrase.text)) {
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) continue;
    const range = { start: first.start, end: last.end };
    const relation = relationOf(phrase, range, found.at(-1));
    if (relation) found.push({ ...range, words, relation });
  }
  return found;
}

/** The nouns with the words before them that may belong to a name. */
export function nounPhrases(text: string): readonly (readonly Range[])[] {
  if (!MAY_HOLD_NOUN.test(text)) return [];
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    word,
  }));
  return words.flatMap((noun, at) => {
    if (!NOUN.test(noun.word)) return [];
    // "token list" is about something else, "API key token" ends later.
    const next = words[at + 1];
    if (next && NOUN.test(next.word) && text.slice(noun.end, next.start).trim() === '') return [];
    let first = at;
    while (first > 0 && at - first < MOST_WORDS - 1) {
      const before = words[first - 1];
      const current = words[first];
      if (!before || !current || FUNCTION_WORD.test(before.word)) break;
      if (text.slice(before.end, current.start) !== ' ') break;
      first -= 1;
    }
    return [words.slice(first, at + 1).map(({ start, end }) => ({ start, end }))];
  });
}

function relationOf(
  phrase: Phrase,
  range: Range,
  previous: CredentialInWords | undefined,
): CredentialInWords['relation'] | undefined {
  const [start, end] = sentenceAround(phrase, range);
  const before = phrase.text.slice(start, range.start);
  const after = phrase.text.slice(range.end, end);
  if (CONDITION.test(before) || OTHERWISE.test(before)) return undefined;
  if (REFUSED_AFTER.test(after)) return 'refuses';
  if (previous && previous.start >= start && GOES_ON.test(phrase.text.slice(previous.end, range.start)))
    return previous.relation;
  if (TAKES_AFTER.test(after)) return DENIED.test(before) ? undefined : 'takes';
  if (!TAKES_BEFORE.test(before)) return undefined;
  return DENIED.test(before) ? 'refuses' : 'takes';
}
