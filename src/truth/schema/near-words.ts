import { distance } from 'fastest-levenshtein';
import type { NearWord, WordKind } from './schema.ts';

/** The name that was probably meant by a word, among names of these kinds; the earlier kind goes before the later one. */
export type NearWords = (word: string, kinds: readonly WordKind[]) => NearWord | undefined;

/** Looks for neighbours of words among the names of a spec. An answer is kept: guides repeat what they write. */
export function nearWordsOf(byKind: Readonly<Record<WordKind, ReadonlySet<string>>>): NearWords {
  const indices = new Map<WordKind, NameIndex>();
  const indexOf = (kind: WordKind): NameIndex => {
    const index = indices.get(kind) ?? indexNames(byKind[kind], kind);
    indices.set(kind, index);
    return index;
  };
  const answers = new Map<string, NearWord | undefined>();
  return (word, kinds) => {
    const key = `${kinds.join()} ${word}`;
    if (!answers.has(key)) answers.set(key, findNearest(word, kinds.map(indexOf)));
    return answers.get(key);
  };
}

interface Name {
  readonly word: string;
  readonly kind: WordKind;
  /** Its place among the names of its kind. */
  readonly order: number;
  /** Lower case, without separators. */
  readonly letters: string;
  /** A bit for each letter that it holds. */
  readonly held: number;
}

/** The names of one kind by what may make them alike, each list in the order of the spec. */
interface NameIndex {
  readonly byLetters: ReadonlyMap<string, readonly Name[]>;
  /** By its words in the order of the alphabet. */
  readonly byWords: ReadonlyMap<string, readonly Name[]>;
  readonly byLength: ReadonlyMap<number, readonly Name[]>;
}

function indexNames(words: ReadonlySet<string>, kind: WordKind): NameIndex {
  const byLetters = new Map<string, Name[]>();
  const byWords = new Map<string, Name[]>();
  const byLength = new Map<number, Name[]>();
  let order = 0;
  for (const word of words) {
    const { letters, sorted } = formsOf(word);
    const name = { word, kind, order, letters, held: lettersIn(letters) };
    order += 1;
    addTo(byLetters, letters, name);
    addTo(byWords, sorted, name);
    addTo(byLength, letters.length, name);
  }
  return { byLetters, byWords, byLength };
}

function addTo<Key>(map: Map<Key, Name[]>, key: Key, name: Name): void {
  const names = map.get(key);
  if (names) names.push(name);
  else map.set(key, [name]);
}

function formsOf(word: string): { readonly letters: string; readonly sorted: string } {
  // A name of hundreds of letters is none.
  const words = word
    .slice(0, 100)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((each) => each !== '');
  return { letters: words.join(''), sorted: words.sort().join(' ') };
}

function findNearest(word: string, indices: readonly NameIndex[]): NearWord | undefined {
  const own = formsOf(word);
  if (own.letters === '') return undefined;
  const firstOther = (listOf: (index: NameIndex) => readonly Name[] | undefined): Name | undefined => {
    for (const index of indices) {
      const other = listOf(index)?.find((name) => name.word !== word);
      if (other) return other;
    }
    return undefined;
  };
  const respelt = firstOther(({ byLetters }) => byLetters.get(own.letters));
  if (respelt) return { word: respelt.word, kind: respelt.kind, likeness: 'respelt' };
  const reordered = own.sorted.includes(' ') ? firstOther(({ byWords }) => byWords.get(own.sorted)) : undefined;
  if (reordered) return { word: reordered.word, kind: reordered.kind, likeness: 'reordered' };
  const slip = closest(own.letters, indices);
  return slip && { word: slip.word, kind: slip.kind, likeness: 'slip' };
}

/** How many letters may differ: in a short word each letter counts. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 14 ? 2 : 3;
}

/** The least far of those with other letters, and of several the first. */
function closest(letters: string, indices: readonly NameIndex[]): Name | undefined {
  let limit = tolerance(letters.length);
  let best: Name | undefined;
  for (const index of indices) {
    const found = closestIn(index, letters, limit);
    if (!found) continue;
    best = found.name;
    // Of another kind only a closer one is better.
    limit = found.far - 1;
  }
  return best;
}

interface Distant {
  readonly name: Name;
  readonly far: number;
}

function closestIn({ byLength }: NameIndex, letters: string, limit: number): Distant | undefined {
  const held = lettersIn(letters);
  let best: Distant | undefined;
  for (let length = letters.length - limit; length <= letters.length + limit; length++) {
    for (const name of byLength.get(length) ?? []) {
      const most = best?.far ?? limit;
      // An exchange takes one letter and brings another.
      if (countBits(name.held ^ held) > 2 * most || name.letters === letters) continue;
      const far = distance(letters, name.letters);
      if (far < most || (far === most && (!best || name.order < best.name.order))) best = { name, far };
    }
  }
  return best;
}

/** Letters have a bit each, digits share what is left. */
function lettersIn(letters: string): number {
  let held = 0;
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    held |= 1 << (code >= 97 ? code - 97 : 26 + ((code - 48) % 6));
  }
  return held;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
