import { gatherWords, type Words } from './gather-words.ts';
import { nearWordsOf } from './near-words.ts';
import type { Vocabulary, WordKind } from './schema.ts';

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
  const values = once(() => new Map([...words().values].map(([name, own]) => [name, [...own]] as const)));
  const near = once(() => nearWordsOf(words().byKind));
  return {
    has: (word, kind) => {
      const { byKind } = words();
      return kind === undefined ? kinds.some((each) => byKind[each].has(word)) : byKind[kind].has(word);
    },
    valuesOf: (name) => values().get(name) ?? [],
    nearest: (word, kind) => near()(word, kind === undefined ? kinds : [kind]),
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
