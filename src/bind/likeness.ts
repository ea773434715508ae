import type { PathSegment, SpecPath, SpecSegment } from '../model.ts';
import { bagOf, FILLER, likeWordsOf, SAME_WORD, type WeighedPath, WORD } from './like-words.ts';
import { isGeneric } from './path-words.ts';
import { isWord, wordCost } from './word-cost.ts';

/** A spec's path that a mention may have meant; `likeness` is 1 where nothing differs. */
export interface LikelyPath {
  readonly path: SpecPath;
  readonly likeness: number;
  /** Literal words that both have, in the same order, slips of the pen included. */
  readonly shared: number;
  /** Those of them that differ in number, case or separators at most. */
  readonly firm: number;
}

const known = new WeakMap<readonly SpecPath[], Map<string, readonly LikelyPath[]>>();

/**
 * The paths most like `segments`, best first, at most `limit`. Without a word in common no two paths are alike. Guides
 * name the same paths again and again, so what was found is kept as long as `paths`.
 */
export function likelyPaths(
  segments: readonly PathSegment[],
  paths: readonly SpecPath[],
  limit = 3,
): readonly LikelyPath[] {
  const answers = known.get(paths) ?? new Map<string, readonly LikelyPath[]>();
  known.set(paths, answers);
  const key = `${limit}\0${segments.map(({ kind, text }) => `${kind} ${text}`).join('\0')}`;
  const answer = answers.get(key) ?? compareAll(segments, paths).slice(0, limit);
  answers.set(key, answer);
  return answer;
}

function compareAll(segments: readonly PathSegment[], paths: readonly SpecPath[]): LikelyPath[] {
  const written = weigh(segments);
  return likeWordsOf(paths)
    .pathsLike(segments)
    .map((path) => likenessOf(written, path))
    .filter((likely) => likely.likeness >= 0.4 && likely.shared > 0)
    .sort((a, b) => b.likeness - a.likeness || b.shared - a.shared || compareText(a.path.template, b.path.template));
}

/** The path of a mention, with what its segments weigh. */
interface WeighedSegments {
  readonly segments: readonly PathSegment[];
  readonly weights: readonly number[];
  readonly bag: string;
}

function weigh(segments: readonly PathSegment[]): WeighedSegments {
  return { segments, weights: segments.map(weightOf), bag: bagOf(segments) };
}

interface Alignment {
  readonly cost: number;
  readonly shared: number;
  readonly firm: number;
}

function likenessOf(written: WeighedSegments, likely: WeighedPath): LikelyPath {
  const { cost, shared, firm } = swapped(written, likely) ?? align(written, likely);
  const whole = Math.max(sum(written.weights), sum(likely.weights));
  return { path: likely.path, likeness: whole === 0 ? 0 : Math.max(0, 1 - cost / whole), shared, firm };
}

/** Cheapest way to turn one path into the other: keep, exchange, leave out or put in segments (Needleman-Wunsch). */
function align({ segments, weights }: WeighedSegments, likely: WeighedPath): Alignment {
  const template = likely.path.segments;
  let row: Alignment[] = [{ cost: 0, shared: 0, firm: 0 }];
  for (const weight of likely.weights) row.push(step(row.at(-1), weight));
  for (const [line, segment] of segments.entries()) {
    const weight = weights[line] ?? 0;
    const next = [step(row[0], weight)];
    for (const [column, spec] of template.entries()) {
      const specWeight = likely.weights[column] ?? 0;
      const exchange = exchangeCost(segment, spec, Math.max(weight, specWeight));
      const kept = keep(row[column], exchange, likely.words[column] === true);
      next.push(cheaper(cheaper(kept, step(row[column + 1], weight)), step(next[column], specWeight)));
    }
    row = next;
  }
  return row[template.length] ?? { cost: 1, shared: 0, firm: 0 };
}

/** `/ask/ai` for `/ai/ask`: all words are there, in another order. */
function swapped(written: WeighedSegments, { path, bag }: WeighedPath): Alignment | undefined {
  const { length } = written.segments;
  if (length < 2 || written.bag !== bag) return undefined;
  const inOrder = written.segments.every((segment, index) => {
    const spec = path.segments[index];
    return segment.kind === 'literal'
      ? spec?.kind === 'literal' && segment.text === spec.text
      : spec?.kind !== 'literal';
  });
  return inOrder ? undefined : { cost: 0.3, shared: length, firm: length };
}

const NOWHERE: Alignment = { cost: Number.POSITIVE_INFINITY, shared: 0, firm: 0 };

function step(from: Alignment | undefined, added: number): Alignment {
  const { cost, shared, firm } = from ?? NOWHERE;
  return { cost: cost + added, shared, firm };
}

function keep(from: Alignment | undefined, exchange: number, word: boolean): Alignment {
  const { cost, shared, firm } = from ?? NOWHERE;
  const same = word && exchange < SAME_WORD;
  return { cost: cost + exchange, shared: shared + Number(same), firm: firm + Number(word && exchange <= 0.15) };
}

function cheaper(best: Alignment, way: Alignment): Alignment {
  return way.cost < best.cost || (way.cost === best.cost && way.shared > best.shared) ? way : best;
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

function weightOf(segment: PathSegment): number {
  if (segment.kind === 'mixed') return WORD;
  return segment.kind === 'literal' && isWord(segment.text) && !isGeneric(segment.text) ? WORD : FILLER;
}

function exchangeCost(segment: PathSegment, spec: SpecSegment, weight: number): number {
  if (spec.kind === 'template') return templateCost(segment, spec.pieces);
  // `/v1` for `/v2` is one slip, however little the words of a version have in common.
  if (isGeneric(segment.text) && isGeneric(spec.text)) return segment.text === spec.text ? 0 : 0.1;
  if (segment.kind === 'literal') return wordCost(segment.text, spec.text) * weight;
  return segment.kind === 'wildcard' ? 0.4 : WORD;
}

function templateCost(segment: PathSegment, pieces: readonly string[]): number {
  if (segment.kind === 'literal') return isWord(segment.text) ? 0.25 * WORD : 0.1;
  // `{id}:revoke` is not `{id}`, and less so `{id}:rotate`.
  const written = segment.kind === 'mixed' ? segment.pieces : ['', ''];
  return written.join('\0') === pieces.join('\0')
    ? 0.02
    : Math.min(0.5, 0.1 + wordCost(written.join(''), pieces.join(''))) * WORD;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
