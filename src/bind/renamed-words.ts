import type { Spec, SpecPath } from '../model.ts';
import { fitSegment } from './fit-segment.ts';
import { pathTreeOf } from './path-tree.ts';
import { isGeneric } from './path-words.ts';
import type { PlacedMention } from './place.ts';

/** A path of the spec that a mention becomes when one word of it is exchanged for another. */
export interface Rename {
  readonly spec: Spec;
  readonly path: SpecPath;
}

/** So many operations of one page must turn into operations of the spec by the same exchange. */
const ENOUGH = 3;

/**
 * Paths that were renamed as a family. That `POST /openid/register` resembles `POST /oauth2/register` says little; but
 * when each of a page's calls under `/openid` is, method by method, a call under `/oauth2`, the page is about that API and its
 * prefix is old.
 */
export function findRenames(placed: readonly PlacedMention[]): Map<PlacedMention, Rename> {
  const support = new Map<string, Set<string>>();
  const options = placed.flatMap((entry) =>
    exchanges(entry).map((exchange) => ({ entry, ...exchange, key: `${entry.page.file}\0${exchange.key}` })),
  );
  for (const { key, entry, path } of options) {
    const operations = support.get(key) ?? new Set();
    support.set(key, operations.add(`${entry.mention.method?.value} ${path.template}`));
  }
  const renames = new Map<PlacedMention, Rename>();
  for (const { entry, spec, path, key } of options) {
    if ((support.get(key)?.size ?? 0) >= ENOUGH && !renames.has(entry)) renames.set(entry, { spec, path });
  }
  return renames;
}

/** The spec's operations that differ from the mention in one word, and agree in another. */
function exchanges({ mention, placement }: PlacedMention): (Rename & { readonly key: string })[] {
  const { method } = mention;
  if (!method || placement.host !== 'none' || placement.fits.length > 0) return [];
  return placement.relative.flatMap(({ spec, segments }) =>
    pathTreeOf(spec.paths)
      .fittingButOne(segments)
      .flatMap((path) => {
        if (!(method.value in path.operations)) return [];
        const fits = path.segments.map((piece, index) => {
          const segment = segments[index];
          return segment && fitSegment(segment, piece);
        });
        const odd = fits.flatMap((fit, index) =>
          fit === undefined || fit === 'weak' || fit === 'family' ? [index] : [],
        );
        const at = odd[0];
        const [from, to] = at === undefined ? [] : [segments[at], path.segments[at]];
        const shared = path.segments.some((piece, index) => fits[index] === 'literal' && !isGeneric(piece.text));
        if (odd.length !== 1 || from?.kind !== 'literal' || to?.kind !== 'literal' || !shared) return [];
        return [{ spec, path, key: `${spec.name}\0${at}\0${from.text}\0${to.text}` }];
      }),
  );
}
