import type { PathSegment, SpecPath, SpecSegment } from '../model.ts';
import { isGeneric } from './path-words.ts';
import { plainWord, wordCost } from './word-cost.ts';

/** A path with what its segments weigh. */
export interface WeighedPath {
  readonly path: SpecPath;
  readonly weights: readonly number[];
  /** By segment: whether it is a word that tells which path is meant. */
  readonly words: readonly boolean[];
  /** Its segments without their order. */
  readonly bag: string;
}

/** What a segment counts: the words of a path tell which one is meant, versions and parameters hardly. */
export const WORD = 1;
export const FILLER = 0.35;
/** Below this, two words are taken for one that was written in two ways. */
export const SAME_WORD = 0.35;

/** Finds, among the paths of a spec, those that have a word in common with another path, without a look at all of them. */
export interface LikeWords {
  /** In the order of the spec. No other path shares a word with `segments`, slips of the pen included. */
  pathsLike(segments: readonly PathSegment[]): readonly WeighedPath[];
}

const known = new WeakMap<readonly SpecPath[], LikeWords>();

/** The words of `paths`, which are read once. */
export function likeWordsOf(paths: readonly SpecPath[]): LikeWords {
  const words = known.get(paths) ?? collectWords(paths);
  known.set(paths, words);
  return words;
}

interface KnownWord {
  readonly text: string;
  readonly trace: Trace;
  readonly paths: number[];
}

function collectWords(paths: readonly SpecPath[]): LikeWords {
  const weighed = paths.map(weigh);
  const words = new Map<string, KnownWord>();
  const bags = new Map<string, number[]>();
  for (const [index, { path, words: telling, bag }] of weighed.entries()) {
    for (const text of new Set(path.segments.flatMap(({ text }, at) => (telling[at] ? [text] : [])))) {
      const word = words.get(text) ?? { text, trace: traceOf(text), paths: [] };
      word.paths.push(index);
      words.set(text, word);
    }
    bags.set(bag, [...(bags.get(bag) ?? []), index]);
  }
  const alike = new Map<string, readonly KnownWord[]>();
  const wordsLike = (text: string): readonly KnownWord[] => {
    const trace = traceOf(text);
    const found = alike.get(text) ?? [...words.values()].filter((word) => isLike(text, trace, word));
    alike.set(text, found);
    return found;
  };
  return {
    pathsLike(segments) {
      const found = new Set(bags.get(bagOf(segments)));
      for (const { kind, text } of segments) {
        if (kind === 'literal') for (const word of wordsLike(text)) for (const path of word.paths) found.add(path);
      }
      return [...found].sort((one, other) => one - other).flatMap((index) => weighed[index] ?? []);
    },
  };
}

function weigh(path: SpecPath): WeighedPath {
  const words = path.segments.map((spec) => spec.kind === 'literal' && !isGeneric(spec.text));
  return { path, words, weights: path.segments.map(weightOfSpec), bag: bagOf(path.segments) };
}

function weightOfSpec(spec: SpecSegment): number {
  if (spec.kind === 'template') return spec.pieces.some((piece) => piece !== '') ? WORD : FILLER;
  return isGeneric(spec.text) ? FILLER : WORD;
}

/** The same for paths that have the same segments in any order, parameters by whatever name. */
export function bagOf(segments: readonly { readonly kind: string; readonly text: string }[]): string {
  return segments
    .map(({ kind, text }) => (kind === 'literal' ? text : '{}'))
    .sort()
    .join('/');
}

/** What tells cheaply that two words cannot be alike. */
interface Trace {
  readonly plain: string;
  /** A bit for each letter that it has. */
  readonly letters: number;
}

function traceOf(text: string): Trace {
  const plain = plainWord(text);
  let letters = 0;
  for (let index = 0; index < plain.length; index++) letters |= 1 << (plain.charCodeAt(index) & 31);
  return { plain, letters };
}

function isLike(text: string, trace: Trace, word: KnownWord): boolean {
  return mayBeLike(trace, word.trace) && wordCost(text, word.text) < SAME_WORD;
}

/**
 * Words that cost less than `SAME_WORD` are a plural apart, two letters at most, or one begins with the other; of words
 * longer than anyone writes, a few more letters may differ. Each letter that is exchanged changes two bits at most.
 */
function mayBeLike(one: Trace, other: Trace): boolean {
  const [length, otherLength] = [one.plain.length, other.plain.length];
  if (Math.abs(length - otherLength) <= 2 && bitsOf(one.letters ^ other.letters) <= 4) return true;
  if (Math.max(length, otherLength) > 60) return true;
  return length > otherLength ? one.plain.startsWith(other.plain) : other.plain.startsWith(one.plain);
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
