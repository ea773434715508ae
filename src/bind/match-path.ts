import type { PathSegment, SpecPath, SpecSegment } from '../model.ts';
import { fitSegment } from './fit-segment.ts';
import { pathTreeOf } from './path-tree.ts';

/** How well a mention's path fits a template; more literal agreement is better. */
export interface PathMatch {
  readonly path: SpecPath;
  /** Literal segments that agree. */
  readonly literals: number;
  /** Placeholders that stand at parameters; the rest of the parameters got concrete values. */
  readonly parameters: number;
  /** Some variable stands where the spec has a literal, so this is a possibility, not more. */
  readonly weak: boolean;
  /** A placeholder in braces stands where this path and others have a literal. */
  readonly family: boolean;
  /** The mention names only the end of the path. */
  readonly abbreviated: boolean;
}

/**
 * The paths that `segments` fits, best first. A literal beats a template: `/users/me` also fits `/users/{id}`
 * (OpenAPI 3.1, "Path Templating Matching"). Of the paths only those that `counts` are looked at.
 */
export function matchPaths(
  segments: readonly PathSegment[],
  paths: readonly SpecPath[],
  counts: (path: SpecPath) => boolean = () => true,
): PathMatch[] {
  // What a wildcard stands for may be of any length.
  const wild = segments.some(({ kind }) => kind === 'wildcard');
  const candidates = wild ? paths : pathTreeOf(paths).fitting(segments);
  if (candidates.length === 0) return [];
  const matches = candidates.filter(counts).flatMap((path) => matchWhole(segments, path) ?? []);
  const firm = matches.filter((match) => !match.family);
  // `/flows/{kind}/browser` may stand for `/flows/login/browser` and `/flows/logout/browser`, but not for one of them.
  const family = matches.filter((match) => match.family);
  return [...firm, ...(family.length > 1 || firm.length > 0 ? family : [])].sort(compareMatches);
}

/** Paths that end in `segments`: "the `/documents` endpoint" of `/indexes/{index_uid}/documents`. */
export function matchEndings(segments: readonly PathSegment[], paths: readonly SpecPath[]): PathMatch[] {
  if (!segments.some((segment) => segment.kind === 'literal')) return [];
  const matches = pathTreeOf(paths)
    .ending(segments)
    .flatMap((path) => {
      const skipped = path.segments.length - segments.length;
      if (skipped < 1) return [];
      const [first, start] = [segments[0], path.segments[skipped]];
      // A shortened path starts with a word of its own: `/dev/console` is no end of `/machines/{name}/console`.
      if (first?.kind === 'literal' && start?.kind !== 'literal') return [];
      const match = matchAligned(segments, path.segments.slice(skipped), path);
      return match && match.literals > 0 && !match.weak && !match.family ? [{ ...match, abbreviated: true }] : [];
    });
  const most = Math.max(0, ...matches.map((match) => match.literals));
  return matches.filter((match) => match.literals === most);
}

export function compareMatches(a: PathMatch, b: PathMatch): number {
  return Number(a.weak) - Number(b.weak) || b.literals - a.literals || b.parameters - a.parameters;
}

function matchWhole(segments: readonly PathSegment[], path: SpecPath): PathMatch | undefined {
  const wild = segments.findIndex((segment) => segment.kind === 'wildcard');
  if (wild < 0)
    return segments.length === path.segments.length ? matchAligned(segments, path.segments, path) : undefined;
  // `/x/*` is right when anything lies under `/x`; what follows the wildcard must end the path.
  const tail = segments.slice(wild + 1);
  if (path.segments.length < segments.length - 1) return undefined;
  const head = matchAligned(segments.slice(0, wild), path.segments.slice(0, wild), path);
  const rest = matchAligned(tail, tail.length === 0 ? [] : path.segments.slice(-tail.length), path);
  if (!head || !rest || head.literals + rest.literals === 0) return undefined;
  const family = head.family || rest.family;
  return { ...head, literals: head.literals + rest.literals, weak: head.weak || rest.weak, family };
}

/** `POST /shares/{owner}/` for `/shares/{owner}/{name}`: a last parameter may be empty where a slash stands for it. */
export function fitsWithEmptyEnd(segments: readonly PathSegment[], path: SpecPath): boolean {
  const last = path.segments.at(-1);
  if (last?.kind !== 'template' || path.segments.length !== segments.length + 1) return false;
  return matchAligned(segments, path.segments.slice(0, -1), path) !== undefined;
}

/** Names of images, mail addresses and their like; whoever has none of them needs no look at any path. */
export function mayHoldSlashes(segments: readonly PathSegment[]): boolean {
  return segments.some(({ kind, text }) => kind === 'literal' && PART_OF_NAME.test(text));
}

const PART_OF_NAME = /[.:@]/;

/** Whether the segments fit when one parameter takes several of them, as a value that holds slashes does. */
export function fitsWithSlashes(segments: readonly PathSegment[], { segments: template }: SpecPath): boolean {
  const extra = segments.length - template.length;
  if (extra < 1 || !template.some((spec) => spec.kind === 'literal')) return false;
  return template.some((slot, index) => {
    const value = segments.slice(index, index + extra + 1);
    if (
      slot.kind === 'literal' ||
      !value.every(({ kind }) => kind === 'literal') ||
      !value.some(({ text }) => PART_OF_NAME.test(text))
    )
      return false;
    const rest = [...segments.slice(0, index), ...segments.slice(index + extra + 1)];
    const others = template.filter((_, at) => at !== index);
    return rest.every((segment, at) => {
      const spec = others[at];
      return spec !== undefined && fitSegment(segment, spec) !== undefined;
    });
  });
}

function matchAligned(
  segments: readonly PathSegment[],
  template: readonly SpecSegment[],
  path: SpecPath,
): PathMatch | undefined {
  const counts = { literal: 0, parameter: 0, value: 0, weak: 0, family: 0 };
  for (const [index, segment] of segments.entries()) {
    const spec = template[index];
    const fit = spec && fitSegment(segment, spec);
    if (!fit) return undefined;
    counts[fit]++;
  }
  const { literal: literals, parameter: parameters } = counts;
  const family = counts.family > 0;
  return { path, literals, parameters, weak: counts.weak > 0 || family, family, abbreviated: false };
}
