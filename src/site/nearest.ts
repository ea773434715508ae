import { nearNamesOf } from './near-names.ts';

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
  return likenessesOf(candidates)(word);
}

/** `findNearest` for many words and the same candidates. */
export function likenessesOf(candidates: Iterable<string>): (word: string) => Likeness {
  const names = new Set(candidates);
  const nearNames = nearNamesOf(names);
  const byLetters = new Map<string, string[]>();
  for (const name of names) addTo(byLetters, strip(name), name);
  const known = new Map<string, Likeness>();
  const compare = (word: string): Likeness => {
    const limit = limitFor(word);
    const letters = strip(word);
    const found = new Map(nearNames(word, limit));
    for (const name of letters === '' ? [] : (byLetters.get(letters) ?? [])) {
      if (Math.abs(name.length - word.length) <= limit + punctuation) found.set(name, 0);
    }
    return rank(word, found);
  };
  return (word) => {
    const likeness = known.get(word) ?? compare(word);
    known.set(word, likeness);
    return likeness;
  };
}

function rank(word: string, found: ReadonlyMap<string, number>): Likeness {
  const near = [...found]
    .map(([name, apart]) => ({ name, apart }))
    .sort((one, other) => one.apart - other.apart || (one.name < other.name ? -1 : 1));
  const nearest = near.slice(0, mostSuggestions).map(({ name }) => name);
  const [first] = near;
  const certain = near.length === 1 && first && first.apart <= surelyMeant && digits(first.name) === digits(word);
  return certain ? { nearest, only: first.name } : { nearest };
}

function addTo<Key>(map: Map<Key, string[]>, key: Key, name: string): void {
  const names = map.get(key);
  if (names) names.push(name);
  else map.set(key, [name]);
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
