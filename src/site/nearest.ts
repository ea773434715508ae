import { distance } from 'fastest-levenshtein';

/** Names like a word, best first. `only` is set where exactly one is so near that it must be meant. */
export interface Likeness {
  readonly nearest: readonly string[];
  readonly only?: string;
}

const mostSuggestions = 3;
/** `pear` and `pears` may be meant for one another; what is further apart is only worth a suggestion. */
const surelyMeant = 2;
/** By so much the lengths of names may differ that are equal but for punctuation. */
const punctuation = 4;

/** Which of the candidates look like `word`: a few letters apart, or equal but for case and punctuation. */
export function findNearest(word: string, candidates: Iterable<string>): Likeness {
  const limit = limitFor(word);
  const bare = strip(word);
  const near = [...new Set(candidates)]
    .filter((name) => Math.abs(word.length - name.length) <= limit + punctuation)
    .map((name) => ({ name, apart: bare !== '' && strip(name) === bare ? 0 : distance(word, name) }))
    .filter(({ apart }) => apart <= limit)
    .sort((one, other) => one.apart - other.apart || (one.name < other.name ? -1 : 1));
  const nearest = near.slice(0, mostSuggestions).map(({ name }) => name);
  const [first] = near;
  const certain = near.length === 1 && first && first.apart <= surelyMeant && digits(first.name) === digits(word);
  return certain ? { nearest, only: first.name } : { nearest };
}

/** Of a path, the last segment alone counts: long folders do not make short names alike. */
function limitFor(word: string): number {
  return Math.min(4, Math.floor(word.slice(word.lastIndexOf('/') + 1).length / 4));
}

function strip(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}/]/gu, '');
}

/** `v1` is not a slip of the pen for `v2`. */
function digits(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}
