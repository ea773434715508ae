import { distance } from 'fastest-levenshtein';
import type { PathSegment, SpecPath, SpecSegment } from '../model.ts';
import { isGeneric } from './path-words.ts';

/** A spec's path that a mention may have meant; `likeness` is 1 where nothing differs. */
export interface LikelyPath {
  readonly path: SpecPath;
  readonly likeness: number;
  /** Literal words that both have, in the same order, slips of the pen included. */
  readonly shared: number;
  /** Those of them that differ in number, case or separators at most. */
  readonly firm: number;
}

/** What a segment counts: the words of a path tell which one is meant, versions and parameters hardly. */
const WORD = 1;
const FILLER = 0.35;

/** The paths most like `segments`, best first, at most `limit`. Without a word in common no two paths are alike. */
export function likelyPaths(segments: readonly PathSegment[], paths: readonly SpecPath[], limit = 3): LikelyPath[] {
  return paths
    .map((path) => likenessOf(segments, path))
    .filter((likely) => likely.likeness >= 0.4 && likely.shared > 0)
    .sort((a, b) => b.likeness - a.likeness || b.shared - a.shared || compareText(a.path.template, b.path.template))
    .slice(0, limit);
}

interface Alignment {
  readonly cost: number;
  readonly shared: number;
  readonly firm: number;
}

/** Cheapest way to turn one path into the other: keep, exchange, leave out or put in segments (Needleman-Wunsch). */
function likenessOf(segments: readonly PathSegment[], path: SpecPath): LikelyPath {
  const template = path.segments;
  let row: Alignment[] = [{ cost: 0, shared: 0, firm: 0 }];
  for (const spec of template) row.push(step(row.at(-1), weightOfSpec(spec)));
  for (const segment of segments) {
    const next = [step(row[0], weightOf(segment))];
    for (const [column, spec] of template.entries()) {
      const exchange = exchangeCost(segment, spec);
      const word = spec.kind === 'literal' && !isGeneric(spec.text);
      next.push(
        cheapest([
          step(row[column], exchange, { shared: word && exchange < 0.35, firm: word && exchange <= 0.15 }),
          step(row[column + 1], weightOf(segment)),
          step(next[column], weightOfSpec(spec)),
        ]),
      );
    }
    row = next;
  }
  const { cost, shared, firm } = swapped(segments, template) ?? row[template.length] ?? { cost: 1, shared: 0, firm: 0 };
  const whole = Math.max(sum(segments.map(weightOf)), sum(template.map(weightOfSpec)));
  return { path, likeness: whole === 0 ? 0 : Math.max(0, 1 - cost / whole), shared, firm };
}

/** `/ask/ai` for `/ai/ask`: all words are there, in another order. */
function swapped(segments: readonly PathSegment[], template: readonly SpecSegment[]): Alignment | undefined {
  const words = (pieces: readonly { readonly kind: string; readonly text: string }[]) =>
    pieces.map(({ kind, text }) => (kind === 'literal' ? text : '{}'));
  const [written, right] = [words(segments), words(template)];
  const same = written.length > 1 && written.toSorted().join('/') === right.toSorted().join('/');
  return same && written.join('/') !== right.join('/')
    ? { cost: 0.3, shared: written.length, firm: written.length }
    : undefined;
}

function step(from: Alignment | undefined, cost: number, word = { shared: false, firm: false }): Alignment {
  const { cost: before, shared, firm } = from ?? { cost: Number.POSITIVE_INFINITY, shared: 0, firm: 0 };
  return { cost: before + cost, shared: shared + Number(word.shared), firm: firm + Number(word.firm) };
}

function cheapest(ways: readonly Alignment[]): Alignment {
  return ways.reduce((best, way) =>
    way.cost < best.cost || (way.cost === best.cost && way.shared > best.shared) ? way : best,
  );
}

function sum(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + weight, 0);
}

function weightOf(segment: PathSegment): number {
  if (segment.kind === 'mixed') return WORD;
  return segment.kind === 'literal' && isWord(segment.text) && !isGeneric(segment.text) ? WORD : FILLER;
}

function weightOfSpec(spec: SpecSegment): number {
  if (spec.kind === 'template') return spec.pieces.some((piece) => piece !== '') ? WORD : FILLER;
  return isGeneric(spec.text) ? FILLER : WORD;
}

function exchangeCost(segment: PathSegment, spec: SpecSegment): number {
  if (spec.kind === 'template') return templateCost(segment, spec.pieces);
  // `/v1` for `/v2` is one slip, however little the words of a version have in common.
  if (isGeneric(segment.text) && isGeneric(spec.text)) return segment.text === spec.text ? 0 : 0.1;
  if (segment.kind === 'literal')
    return wordCost(segment.text, spec.text) * Math.max(weightOf(segment), weightOfSpec(spec));
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

/** 0 for equal words; little for another case, separator or number; a share of the letters for a slip of the pen. */
export function wordCost(a: string, b: string): number {
  if (a === b) return 0;
  const [plainA, plainB] = [plainWord(a), plainWord(b)];
  if (plainA === plainB) return 0.1;
  if (isPluralOf(plainA, plainB) || isPluralOf(plainB, plainA)) return 0.15;
  const edits = isSwap(plainA, plainB) ? 1 : distance(plainA, plainB);
  const share = edits / Math.max(plainA.length, plainB.length);
  if (edits <= 2 && share <= 0.34) return 0.1 + share;
  // `harvest_jobs_id` for `harvest_jobs`: one word holds the other as a whole.
  const longer = plainA.length > plainB.length ? plainA : plainB;
  const shorter = longer === plainA ? plainB : plainA;
  if (shorter.length > 4 && longer.startsWith(shorter)) return 0.3;
  if (shorter.length > 3 && longer.includes(shorter)) return 0.5;
  if (share < 0.34) return 0.3 + share;
  return share < 0.5 ? 0.8 : 1;
}

/** `havrest` for `harvest`: two letters that stand side by side changed places, which is one slip and not two. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A word a writer would type, not an id, number or file. */
export function isWord(text: string): boolean {
  return /^[a-z][a-z]+(?:[_-][a-z]+)*$/i.test(text);
}

function plainWord(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, '');
}

function isPluralOf(plural: string, word: string): boolean {
  return plural === `${word}s` || plural === `${word}es` || plural === word.replace(/y$/, 'ies');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
