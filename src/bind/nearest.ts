import type { Nearest, PathSegment, RequestTarget, SpecIndex, SpecPath } from '../model.ts';
import { operationAt } from '../truth/openapi/lookup.ts';
import { type LikelyPath, likelyPaths } from './likeness.ts';
import { fitSegment } from './match-path.ts';
import { isGeneric } from './path-words.ts';
import type { PlacedMention } from './place.ts';
import type { Rename } from './renamed-words.ts';

/** The operations a mention may have meant, best first. The operation that a link around it names comes before all others. */
export function findNearest(entry: PlacedMention, truth: SpecIndex, rename?: Rename): Nearest[] {
  const { mention, placement } = entry;
  const linked = operationAt(truth, placement.operation ?? '');
  const views =
    placement.relative.length > 0
      ? placement.relative
      : truth.specs.map((spec) => ({ spec, segments: mention.target?.segments ?? [], base: '' }));
  const likely = views
    .flatMap((view) => likelyPaths(view.segments, view.spec.paths).map((path) => ({ ...path, base: view.base })))
    .sort((a, b) => b.likeness - a.likeness || b.shared - a.shared);
  const nearest = likely.flatMap((path) => toNearest(path, entry) ?? []);
  const renamed = rename && toNearest({ path: rename.path, likeness: 0.9, shared: 1, firm: 1, base: '' }, entry);
  const first: Nearest[] = linked ? [{ operation: linked.key, likeness: 1, firm: true }] : renamed ? [renamed] : [];
  const seen = new Set<string>();
  return [...first, ...nearest].filter(({ operation }) => !seen.has(operation) && seen.add(operation)).slice(0, 3);
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
  return {
    operation,
    likeness: agrees ? likeness : likeness - 0.1,
    firm: firm > 0,
    ...(rewrite !== undefined && { rewrite }),
  };
}

/** The mention's path with the template's words, keeping the writer's own values and spelling of parameters. */
function rewriteTarget(target: RequestTarget, path: SpecPath, base: string): string | undefined {
  const skip = target.segments.length - path.segments.length;
  const stated = target.segments
    .slice(0, Math.max(skip, 0))
    .map((segment) => segment.text)
    .join('/');
  const own = base !== '' && `/${stated}` === base ? target.segments.slice(skip) : target.segments;
  if (own.length !== path.segments.length) return undefined;
  const words = path.segments.map((spec, index) => {
    const segment = own[index];
    return spec.kind === 'literal' ? spec.text : segment && fitSegment(segment, spec) ? segment.text : spec.text;
  });
  const prefix = own === target.segments ? '' : base;
  return `${prefix}/${words.join('/')}`;
}

/** The leading part of the path under which no spec has anything; nothing where only the end is unknown. */
export function unknownPrefixOf({ mention, placement }: PlacedMention): string | undefined {
  const views = placement.relative;
  if (views.length === 0) return undefined;
  const depths = views.map(
    (view) =>
      knownDepth(view.segments, view.spec.paths) + ((mention.target?.segments.length ?? 0) - view.segments.length),
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

/** How many leading segments some path of the spec has too. */
function knownDepth(segments: readonly PathSegment[], paths: readonly SpecPath[]): number {
  let depth = 0;
  for (const path of paths) {
    let same = 0;
    while (same < segments.length && same < path.segments.length) {
      const [segment, spec] = [segments[same], path.segments[same]];
      if (!segment || !spec || fitSegment(segment, spec) === undefined) break;
      same++;
    }
    depth = Math.max(depth, same);
  }
  return depth;
}
