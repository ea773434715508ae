import { distance } from 'fastest-levenshtein';
import { gatherWords, type Words } from './gather-words.ts';
import type { NearWord, Vocabulary, WordKind } from './schema.ts';

/** The vocabularies of the specs of a run, each gathered when it is first asked for. */
export function openVocabularies(valuesOf: (spec: string) => readonly unknown[]): (spec: string) => Vocabulary {
  const opened = new Map<string, Vocabulary>();
  return (spec) => {
    const vocabulary = opened.get(spec) ?? vocabularyOf(() => valuesOf(spec));
    opened.set(spec, vocabulary);
    return vocabulary;
  };
}

/** The vocabulary of a spec by its parsed files, which are walked once, at the first question. */
export function vocabularyOf(documents: () => readonly unknown[]): Vocabulary {
  const words = once(() => gatherWords(documents()));
  const tokens = once(() => tokensOf(words()));
  const names = once(() => indexNames(words()));
  return {
    has: (word, kind) => (kind === undefined ? kinds : [kind]).some((each) => words().byKind[each].has(word)),
    valuesOf: (name) => [...(words().values.get(name) ?? [])],
    nearest: (word, kind) => findNearest(word, kind === undefined ? kinds : [kind], names()),
    occursAnywhere: (word) => {
      // Other letters than these are not told apart in texts.
      if (!words().whole || /[^\x20-\x7e]/.test(word)) return true;
      return words().texts.has(word) || piecesOf(word).every((piece) => tokens().has(piece));
    },
  };
}

function once<Result>(compute: () => Result): () => Result {
  let result: { readonly value: Result } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

const kinds: readonly WordKind[] = [
  'property',
  'parameter',
  'header',
  'value',
  'operation',
  'event',
  'path',
  'tag',
  'schema',
];

function tokensOf({ texts }: Words): ReadonlySet<string> {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const piece of piecesOf(text)) {
      tokens.add(piece);
      // `tree` occurs in `tree-id`.
      if (piece.includes('-')) for (const part of piece.split('-')) tokens.add(part);
    }
  }
  return tokens;
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[\w$]+(?:-[\w$]+)*/g) ?? [];
}

interface Name {
  readonly word: string;
  readonly kind: WordKind;
  /** Lower case, without separators. */
  readonly letters: string;
  /** Its words in the order of the alphabet. */
  readonly sorted: string;
}

type Names = Readonly<Record<WordKind, readonly Name[]>>;

function indexNames({ byKind }: Words): Names {
  const index = (kind: WordKind) => [...byKind[kind]].map((word) => ({ word, kind, ...formsOf(word) }));
  return {
    property: index('property'),
    parameter: index('parameter'),
    header: index('header'),
    value: index('value'),
    operation: index('operation'),
    event: index('event'),
    path: index('path'),
    tag: index('tag'),
    schema: index('schema'),
  };
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

function findNearest(word: string, among: readonly WordKind[], names: Names): NearWord | undefined {
  const own = formsOf(word);
  if (own.letters === '') return undefined;
  const all = among.flatMap((kind) => names[kind]).filter((name) => name.word !== word);
  const respelt = all.find(({ letters }) => letters === own.letters);
  if (respelt) return { word: respelt.word, kind: respelt.kind, likeness: 'respelt' };
  const reordered = own.sorted.includes(' ') ? all.find(({ sorted }) => sorted === own.sorted) : undefined;
  if (reordered) return { word: reordered.word, kind: reordered.kind, likeness: 'reordered' };
  const slip = closest(own.letters, all);
  return slip && { word: slip.word, kind: slip.kind, likeness: 'slip' };
}

/** How many letters may differ: in a short word each letter counts. */
function tolerance(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 14 ? 2 : 3;
}

function closest(letters: string, names: readonly Name[]): Name | undefined {
  let limit = tolerance(letters.length);
  let best: Name | undefined;
  for (const name of names) {
    if (Math.abs(name.letters.length - letters.length) > limit) continue;
    const far = distance(letters, name.letters);
    if (far > limit) continue;
    best = name;
    // Only a closer one is better.
    limit = far - 1;
  }
  return best;
}
