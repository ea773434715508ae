import type { TruthPlace } from '../../model.ts';
import { type Composition, compose, type Group, type Part } from './compose.ts';
import { type PerPlace, perPlace, perRoots } from './per-place.ts';
import { placeKey, uniquePlaces } from './place-key.ts';
import type { Schema, Schemas } from './schema.ts';
import { mayBe, typesOf } from './types-of.ts';
import { valuesOf } from './values-of.ts';

/** All members that objects of some schemas can have, over `allOf`, `oneOf` and `anyOf`. */
export interface Members {
  /** In the order of the spec. */
  readonly named: ReadonlyMap<string, readonly TruthPlace[]>;
  readonly patterns: Schema['patterns'];
  /** The schemas of members of any other name (`additionalProperties`). */
  readonly others: readonly TruthPlace[];
  readonly reach: Reach;
}

/**
 * What follows for a name that is not listed.
 * - `none`: there are no objects here at all.
 * - `nothing`: no member is described, no word is said about others.
 * - `lists`: members are listed, and not whether there are others.
 * - `closed`: others are forbidden.
 * - `open`: others may come.
 */
export type Reach = 'none' | 'nothing' | 'lists' | 'closed' | 'open';

/** More schemas in one composition no person wrote; what comes after is open. */
const maxVisited = 20_000;

/** `roots` are alternatives of each other. */
export const membersOf = perRoots(gatherMembers);

function gatherMembers(schemas: Schemas, roots: readonly TruthPlace[]): Members {
  const named = new Map<string, TruthPlace[]>();
  const patterns: Schema['patterns'][number][] = [];
  const others: TruthPlace[] = [];
  const visited = new Set<string>();
  const queue = [...roots];
  for (const place of queue) {
    const key = placeKey(place);
    if (visited.has(key) || visited.size >= maxVisited || !mayBe('object', typesOf(schemas, [place]))) continue;
    visited.add(key);
    const { parts, groups } = compose(schemas, place);
    for (const [name, places] of namedOf(schemas, parts)) {
      const all = named.get(name) ?? [];
      all.push(...places);
      named.set(name, all);
    }
    for (const { schema } of parts) {
      patterns.push(...schema.patterns);
      if (typeof schema.others !== 'string') others.push(schema.others);
      queue.push(...schema.conditional);
    }
    queue.push(...groups.flatMap((group) => group.places));
  }
  const unique = new Map([...named].map(([name, places]) => [name, uniquePlaces(places)]));
  const reach = visited.size >= maxVisited ? 'open' : reachOfAlternatives(schemas, roots, false);
  return { named: unique, patterns, others, reach };
}

/** The members that parts describe which hold at once: of two descriptions the one that lists values is the narrower. */
export function namedOf(schemas: Schemas, parts: readonly Part[]): ReadonlyMap<string, readonly TruthPlace[]> {
  const listing = parts.filter(({ schema }) => schema.properties.size > 0);
  const named = new Map<string, TruthPlace[]>();
  for (const { schema } of listing) {
    for (const [name, place] of schema.properties) named.set(name, [...(named.get(name) ?? []), place]);
  }
  if (listing.length > 1) for (const [name, places] of named) named.set(name, [...conjoin(schemas, places)]);
  return named;
}

/** As many descriptions of one member do: what one of them refutes is refuted. */
const maxDescriptions = 8;

/** Descriptions that hold at once, cut down to those that say most. */
export function conjoin(schemas: Schemas, places: readonly TruthPlace[]): readonly TruthPlace[] {
  if (places.length < 2) return places;
  const some = places.slice(0, maxDescriptions);
  const listing = some.filter((place) => valuesOf(schemas, [place]) !== undefined);
  return listing.length > 0 ? listing : some;
}

/** What a composition says of names that it does not list. */
export function reachOf(schemas: Schemas, { parts, groups }: Composition): Reach {
  const own = parts.map(({ schema, polymorphic }) => (polymorphic ? 'open' : ownReach(schema)));
  const lists = own.some((reach) => reach === 'lists' || reach === 'closed');
  const all = [...own, ...groups.map((group) => reachOfGroup(schemas, group, lists))];
  return (['open', 'closed', 'lists'] as const).find((reach) => all.includes(reach)) ?? 'nothing';
}

const reachAt: PerPlace<Reach> = perPlace(
  (schemas, place) => (mayBe('object', typesOf(schemas, [place])) ? reachOf(schemas, compose(schemas, place)) : 'none'),
  { round: 'open', deep: 'open' },
);

function ownReach(schema: Schema): Reach {
  if (schema.unknown) return 'open';
  if (schema.others === 'open' || schema.others === 'closed') return schema.others;
  return schema.others !== 'silent' || schema.properties.size + schema.patterns.length > 0 ? 'lists' : 'nothing';
}

function reachOfGroup(schemas: Schemas, group: Group, ownLists: boolean): Reach {
  const reach = reachOfAlternatives(schemas, group.places, ownLists);
  return reach === 'none' ? 'nothing' : reach;
}

/** An alternative that says nothing adds nothing to a list beside it, as `required` alone; elsewhere it allows all. */
function reachOfAlternatives(schemas: Schemas, places: readonly TruthPlace[], besideList: boolean): Reach {
  const all = places.map((place) => reachAt(schemas, place)).filter((reach) => reach !== 'none');
  if (all.length === 0) return places.length === 0 ? 'nothing' : 'none';
  if (all.includes('open')) return 'open';
  const telling = all.filter((reach) => reach !== 'nothing');
  if (telling.length === 0) return 'nothing';
  if (telling.length < all.length && !besideList) return 'open';
  return telling.every((reach) => reach === 'closed') ? 'closed' : 'lists';
}
