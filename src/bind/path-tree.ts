import type { PathSegment, SpecPath, SpecSegment } from '../model.ts';
import { decode, fitSegment } from './fit-segment.ts';

/**
 * The paths of a spec by their segments, so that a mention is compared with those it may fit and not with all.
 * What is found comes in the order of the spec.
 */
export interface PathTree {
  /** All paths of as many segments whose every segment fits; at `open` any does. */
  fitting(segments: readonly PathSegment[], open?: number): readonly SpecPath[];
  /** All paths of as many segments that fit, or do not at one literal. */
  fittingButOne(segments: readonly PathSegment[]): readonly SpecPath[];
  /** All paths that have one segment more, a template, behind those that fit. */
  fittingButLast(segments: readonly PathSegment[]): readonly SpecPath[];
  /** All longer paths whose last segments fit. */
  ending(segments: readonly PathSegment[]): readonly SpecPath[];
  /** How many leading segments fit some path, at most. */
  depth(segments: readonly PathSegment[]): number;
}

const known = new WeakMap<readonly SpecPath[], PathTree>();

export function pathTreeOf(paths: readonly SpecPath[]): PathTree {
  const tree = known.get(paths) ?? createTree(paths);
  known.set(paths, tree);
  return tree;
}

function createTree(paths: readonly SpecPath[]): PathTree {
  let forwards: Fork | undefined;
  let backwards: Fork | undefined;
  const root = () => (forwards ??= grow(paths, (path) => path.segments));
  const end = () => (backwards ??= grow(paths, (path) => path.segments.toReversed()));
  const inOrder = (found: number[]) => found.sort((one, other) => one - other).flatMap((index) => paths[index] ?? []);
  return {
    fitting: (segments, open) => {
      const forks = reach(root(), segments, open);
      // Of several specs most have no such path.
      return forks.length === 0 ? [] : inOrder(forks.flatMap((fork) => fork.ends));
    },
    fittingButOne: (segments) => {
      const opens = segments.flatMap(({ kind }, index) => (kind === 'literal' ? [index] : []));
      const forks = opens.flatMap((open) => reach(root(), segments, open));
      return inOrder([...new Set(forks)].flatMap((fork) => fork.ends));
    },
    fittingButLast: (segments) =>
      inOrder(reach(root(), segments).flatMap((fork) => fork.templates.flatMap(({ to }) => to.ends))),
    ending: (segments) =>
      inOrder(reach(end(), segments.toReversed()).flatMap((fork) => forksOf(fork).flatMap(allEnds))),
    depth: (segments) => depthOf(root(), segments),
  };
}

/** Where paths with the same beginning part. */
interface Fork {
  /** By the decoded text. */
  readonly literals: Map<string, Branch[]>;
  readonly templates: Branch[];
  /** The paths that end here, by their index. */
  readonly ends: number[];
}

interface Branch {
  readonly spec: SpecSegment;
  readonly to: Fork;
}

function grow(paths: readonly SpecPath[], segmentsOf: (path: SpecPath) => readonly SpecSegment[]): Fork {
  const root = newFork();
  for (const [index, path] of paths.entries()) {
    let fork = root;
    for (const spec of segmentsOf(path)) fork = branchFor(spec, fork).to;
    fork.ends.push(index);
  }
  return root;
}

function newFork(): Fork {
  return { literals: new Map(), templates: [], ends: [] };
}

function branchFor(spec: SpecSegment, fork: Fork): Branch {
  const siblings = spec.kind === 'literal' ? literalsAt(fork, decode(spec.text)) : fork.templates;
  const known = siblings.find((branch) => isSame(branch.spec, spec));
  if (known) return known;
  const branch = { spec, to: newFork() };
  siblings.push(branch);
  return branch;
}

function literalsAt({ literals }: Fork, text: string): Branch[] {
  const branches = literals.get(text) ?? [];
  literals.set(text, branches);
  return branches;
}

/** Parameters of one form fit alike, whatever their names. */
function isSame(one: SpecSegment, other: SpecSegment): boolean {
  if (one.kind === 'literal' || other.kind === 'literal') return one.kind === other.kind && one.text === other.text;
  return one.pieces.join('\0') === other.pieces.join('\0');
}

/** Where `segments` lead to. */
function reach(root: Fork, segments: readonly PathSegment[], open?: number): readonly Fork[] {
  let forks: readonly Fork[] = [root];
  for (let index = 0; index < segments.length && forks.length > 0; index++) {
    const segment = segments[index];
    if (segment === undefined) break;
    forks = index === open ? forks.flatMap(forksOf) : nextOf(forks, segment);
  }
  return forks;
}

function nextOf(forks: readonly Fork[], segment: PathSegment): readonly Fork[] {
  const found: Fork[] = [];
  const addFitting = (branches: readonly Branch[]): void => {
    for (const { spec, to } of branches) if (fitSegment(segment, spec) !== undefined) found.push(to);
  };
  for (const { literals, templates } of forks) {
    // A literal fits the literal that reads the same and none besides.
    if (segment.kind === 'literal') addFitting(literals.get(decode(segment.text)) ?? NONE);
    else for (const branches of literals.values()) addFitting(branches);
    addFitting(templates);
  }
  return found;
}

const NONE: readonly Branch[] = [];

function branchesOf({ literals, templates }: Fork): Branch[] {
  return [...[...literals.values()].flat(), ...templates];
}

function forksOf(fork: Fork): Fork[] {
  return branchesOf(fork).map(({ to }) => to);
}

function allEnds(fork: Fork): number[] {
  return [...fork.ends, ...forksOf(fork).flatMap(allEnds)];
}

function depthOf(root: Fork, segments: readonly PathSegment[]): number {
  let forks: readonly Fork[] = [root];
  for (const [depth, segment] of segments.entries()) {
    forks = nextOf(forks, segment);
    if (forks.length === 0) return depth;
  }
  return segments.length;
}
