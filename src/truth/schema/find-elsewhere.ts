import type { TruthPlace } from '../../model.ts';
import { itemsOf } from './describe.ts';
import { membersOf } from './members.ts';
import { perRoots } from './per-place.ts';
import { placeKey, uniquePlaces } from './place-key.ts';
import type { Schemas } from './schema.ts';

/** How far down a name is looked for, in steps to members. */
const maxDepth = 6;
/** How many members are looked at for one set of roots. */
const maxWork = 5_000;
const maxPaths = 5;

/**
 * The paths, shortest first, at which schemas below `roots` have a member of this name, those of the roots included. Of
 * several ways to one schema only the shortest counts.
 */
export function findElsewhere(
  schemas: Schemas,
  roots: readonly TruthPlace[],
  name: string,
): readonly (readonly string[])[] {
  return descendants(schemas, roots).get(name) ?? [];
}

/** All names of members at and below `roots`, as far down as a name is looked for. */
export function descendantNames(schemas: Schemas, roots: readonly TruthPlace[]): ReadonlySet<string> {
  return new Set(descendants(schemas, roots).keys());
}

type Descendants = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Gathered once for each set of roots: a whole body is asked for many names. */
const descendants = perRoots(gather);

interface Level {
  readonly places: readonly TruthPlace[];
  readonly path: readonly string[];
}

function gather(schemas: Schemas, roots: readonly TruthPlace[]): Descendants {
  const found = new Map<string, (readonly string[])[]>();
  const seen = new Set<string>();
  const queue: Level[] = [{ places: roots, path: [] }];
  let work = 0;
  for (const { places, path } of queue) {
    const fresh = uniquePlaces(places.map((place) => schemas.open(place).place)).filter(
      (place) => !seen.has(placeKey(place)),
    );
    if (fresh.length === 0 || work > maxWork) continue;
    for (const place of fresh) seen.add(placeKey(place));
    const { named } = membersOf(schemas, fresh);
    work += named.size + 1;
    for (const [name, below] of named) {
      const way = [...path, name];
      const ways = found.get(name) ?? [];
      if (ways.length < maxPaths) ways.push(way);
      found.set(name, ways);
      if (way.length < maxDepth) queue.push({ places: below, path: way });
    }
    const items = itemsOf(schemas, fresh);
    if (items.length > 0 && path.length < maxDepth) queue.push({ places: items, path: [...path, '[]'] });
  }
  return found;
}
