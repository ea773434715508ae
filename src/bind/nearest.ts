import type { Nearest, Operation, PathSegment, RequestTarget, Spec, SpecIndex, SpecPath } from '../model.ts';
import { findSpec, operationAt } from '../truth/openapi/lookup.ts';
import { fitSegment } from './fit-segment.ts';
import { type LikelyPath, likelyPaths } from './likeness.ts';
import { pathTreeOf } from './path-tree.ts';
import { isGeneric } from './path-words.ts';
import type { PlacedMention } from './place.ts';
import type { Rename } from './renamed-words.ts';

/** The operations a mention may have meant, best first. The operation that a link around it names comes before all others. */
export function findNearest(entry: PlacedMention, truth: SpecIndex, rename?: Rename): Nearest[] {
  const { placement } = entry;
  const linked = operationAt(truth, placement.operation ?? '');
  const likely = viewsOf(entry, truth).flatMap(({ segments, paths, base }) =>
    likelyPaths(segments, paths).map((path) => ({ ...path, base })),
  );
  // What it fits already, and yet is missing for its method or a sibling, is no suggestion.
  const fitting = new Set(placement.fits.map(({ match }) => match.path));
  const nearest = likely
    .filter(({ path }) => !fitting.has(path))
    .flatMap((path) => toNearest(path, entry) ?? [])
    .sort((a, b) => b.likeness - a.likeness);
  const renamed = rename && toNearest({ path: rename.path, likeness: 0.9, shared: 1, firm: 1, base: '' }, entry);
  const first = linked ? linkedNearest(linked, entry, truth) : renamed ? [renamed] : withBase(entry, truth);
  const seen = new Set<string>();
  return [...first, ...nearest].filter(({ operation }) => !seen.has(operation) && seen.add(operation)).slice(0, 3);
}

/** The operation that the link names, and how the writer would spell its path. */
function linkedNearest(linked: Operation, { mention }: PlacedMention, truth: SpecIndex): Nearest[] {
  const path = findSpec(truth, linked.spec)?.paths.find(({ template }) => template === linked.path);
  const rewrite = path && mention.target && rewriteTarget(mention.target, path, '');
  return [{ operation: linked.key, likeness: 1, firm: 2, ...(rewrite !== undefined && { rewrite }) }];
}

interface ComparedView {
  readonly segments: readonly PathSegment[];
  readonly paths: readonly SpecPath[];
  readonly base: string;
}

/** Where a host is ours and its base path is not written, whole paths are compared: `/v2/trees` with `/v1` + `/trees`. */
function viewsOf({ mention, placement }: PlacedMention, truth: SpecIndex): ComparedView[] {
  const { relative, servers } = placement;
  const segments = mention.target?.segments ?? [];
  if (relative.length > 0) return relative.map((view) => ({ ...view, paths: ownPaths(view.spec) }));
  if (servers.length === 0) return truth.specs.map((spec) => ({ segments, paths: ownPaths(spec), base: '' }));
  return servers.map(({ spec, basePath }) => ({ segments, paths: ownPaths(spec, basePath), base: '' }));
}

const listed = new WeakMap<Spec, Map<string | undefined, readonly SpecPath[]>>();

/** The paths under a base path, the same list each time. An alias is no suggestion. */
function ownPaths(spec: Spec, basePath?: string): readonly SpecPath[] {
  const lists = listed.get(spec) ?? new Map<string | undefined, readonly SpecPath[]>();
  listed.set(spec, lists);
  const own =
    lists.get(basePath) ??
    spec.paths.filter(({ alias }) => !alias).map((path) => (basePath === undefined ? path : underBase(path, basePath)));
  lists.set(basePath, own);
  return own;
}

function underBase(path: SpecPath, basePath: string): SpecPath {
  const base = basePath.split('/').filter((text) => text !== '');
  const lead = base.map((text) => ({ kind: 'literal' as const, text }));
  return { ...path, segments: [...lead, ...path.segments], template: basePath + path.template };
}

/** The path is right but for the base path of the server, which was left out. */
function withBase({ placement }: PlacedMention, truth: SpecIndex): Nearest[] {
  const [fit] = placement.elsewhere;
  const server = fit && placement.servers.find(({ spec }) => spec === fit.spec);
  const operation = fit && Object.values(fit.match.path.operations).find((key) => operationAt(truth, key));
  if (!fit || !server || operation === undefined || server.basePath === '') return [];
  const path = fit.segments.map(({ text }) => text).join('/');
  return [{ operation, likeness: 0.95, firm: 2, rewrite: `${server.basePath}/${path}` }];
}

function toNearest(
  { path, likeness, firm, base }: LikelyPath & { base: string },
  { mention }: PlacedMention,
): Nearest | undefined {
  const method = mention.method?.value;
  const operation = (method && path.operations[method]) ?? Object.values(path.operations)[0];
  if (operation === undefined) return undefined;
  const agrees = method === undefined || method in path.operations;
  const rewrite = mention.target && rewriteTarget(mention.target, path, base);
  const version = mention.target && versionSlip(mention.target.segments, path);
  return {
    operation,
    likeness: agrees ? likeness : likeness - 0.1,
    firm,
    ...(rewrite !== undefined && { rewrite }),
    ...(version && { version }),
    ...(base !== '' && { base }),
  };
}

/** The only difference is the version: what is written, and what the spec has. */
function versionSlip(segments: readonly PathSegment[], path: SpecPath): Nearest['version'] {
  if (segments.length !== path.segments.length) return undefined;
  const odd = path.segments.flatMap((spec, index) => {
    const segment = segments[index];
    return segment && fitSegment(segment, spec) ? [] : [{ from: segment?.text ?? '', to: spec.text }];
  });
  const [only, ...others] = odd;
  return only && others.length === 0 && isGeneric(only.from) && isGeneric(only.to) ? only : undefined;
}

/**
 * The mention's path with the template's words, keeping the writer's base path, values and spelling of parameters. Where
 * segments are missing or too many, only a template without parameters says what to write.
 */
function rewriteTarget({ segments }: RequestTarget, path: SpecPath, base: string): string | undefined {
  const own = segments.slice(base.split('/').filter((word) => word !== '').length);
  if (own.length !== path.segments.length) {
    return path.segments.every((spec) => spec.kind === 'literal') ? base + path.template : undefined;
  }
  const words = path.segments.map((spec, index) => {
    const segment = own[index];
    return spec.kind === 'literal' ? spec.text : segment && fitSegment(segment, spec) ? segment.text : spec.text;
  });
  return `${base}/${words.join('/')}`;
}

/** The leading part of the path under which no spec has anything; nothing where only the end is unknown. */
export function unknownPrefixOf({ mention, placement }: PlacedMention): string | undefined {
  const views = placement.relative;
  if (views.length === 0) return undefined;
  const depths = views.map(
    (view) =>
      pathTreeOf(view.spec.paths).depth(view.segments) +
      ((mention.target?.segments.length ?? 0) - view.segments.length),
  );
  const known = Math.max(...depths);
  const segments = mention.target?.segments ?? [];
  const first = segments.findIndex((segment) => segment.kind === 'literal' && !isGeneric(segment.text));
  if (first < 0 || known > first) return undefined;
  return `/${segments
    .slice(0, first + 1)
    .map((segment) => segment.text)
    .join('/')}`;
}

/** How many words stand behind the leading part that some path of a spec has too. */
export function unknownTail({ placement }: PlacedMention): number {
  const tails = placement.relative.map(({ segments, spec }) => {
    const rest = segments.slice(pathTreeOf(spec.paths).depth(segments));
    return rest.filter((segment) => segment.kind === 'literal').length;
  });
  return Math.min(...tails, Number.POSITIVE_INFINITY);
}
