import type { TruthPlace } from '../../model.ts';
import { type Composition, compose } from './compose.ts';
import { type PerPlace, perPlace, perRoots } from './per-place.ts';
import { placeKey, uniquePlaces } from './place-key.ts';
import type { Schema, Schemas } from './schema.ts';
import { mayBe, typesOf } from './types-of.ts';
import { valueKey } from './values-of.ts';

/** The schemas of the items, where every alternative that may be a list describes its items; else none. */
export const itemsOf = perRoots((schemas, roots): readonly TruthPlace[] => {
  const items: TruthPlace[] = [];
  for (const leaf of alternativesOf(schemas, roots)) {
    if (!mayBe('array', typesOf(schemas, [leaf]))) continue;
    const own = compose(schemas, leaf).parts.flatMap(({ schema }) => itemsIn(schema));
    // Whatever has no type may be a list; one that describes members is not meant as one.
    if (own.length === 0 && (typesOf(schemas, [leaf]).length > 0 || !describesMembers(schemas, leaf))) return [];
    items.push(...own);
  }
  return uniquePlaces(items);
});

export function itemsIn({ items, prefixItems }: Schema): readonly TruthPlace[] {
  return items === undefined ? prefixItems : [...prefixItems, items];
}

/** The alternatives behind `oneOf` and `anyOf` that stand for themselves, however they are nested. */
export function alternativesOf(schemas: Schemas, roots: readonly TruthPlace[]): readonly TruthPlace[] {
  const leaves: TruthPlace[] = [];
  const seen = new Set<string>();
  const queue = [...roots];
  for (const place of queue) {
    const key = placeKey(place);
    if (seen.has(key)) continue;
    seen.add(key);
    const composition = compose(schemas, place);
    const [group] = composition.groups;
    if (group !== undefined && composition.groups.length === 1 && isWrapper(composition)) queue.push(...group.places);
    else leaves.push(place);
  }
  return leaves;
}

/** Nothing in it but a choice. */
function isWrapper({ parts }: Composition): boolean {
  return parts.every(({ schema }) => !schema.unknown && schema.others === 'silent' && saysLittle(schema));
}

function saysLittle({ types, properties, patterns, conditional, values, items, prefixItems }: Schema): boolean {
  return (
    types.length + properties.size + patterns.length + conditional.length + prefixItems.length === 0 &&
    values === undefined &&
    items === undefined
  );
}

function describesMembers(schemas: Schemas, place: TruthPlace): boolean {
  return compose(schemas, place).parts.some(({ schema }) => schema.properties.size > 0);
}

/** The format on which all alternatives agree. */
export function formatOf(schemas: Schemas, roots: readonly TruthPlace[]): string | undefined {
  const formats = alternativesOf(schemas, roots).flatMap((leaf) => {
    const types = typesOf(schemas, [leaf]);
    if (types.length === 1 && types[0] === 'null') return [];
    const { parts } = compose(schemas, leaf);
    return [parts.find(({ schema }) => schema.format !== undefined)?.schema.format];
  });
  return formats.every((format) => format === formats[0]) ? formats[0] : undefined;
}

/** The default on which all that state one agree; `undefined` where none does. */
export const defaultOf = perRoots((schemas, roots): { readonly value: unknown } | undefined => {
  const found = new Map<string, unknown>();
  for (const root of roots) {
    // What stands outermost holds; that of an alternative only where nothing stands around it.
    const [outer] = compose(schemas, root).parts.filter(({ schema }) => schema.default !== undefined);
    const leaves = outer === undefined ? alternativesOf(schemas, [root]) : [];
    const inner = leaves.flatMap(
      (leaf) => compose(schemas, leaf).parts.find(({ schema }) => schema.default !== undefined) ?? [],
    );
    for (const { schema } of outer === undefined ? inner : [outer]) found.set(valueKey(schema.default), schema.default);
  }
  return found.size === 1 ? { value: [...found.values()][0] } : undefined;
});

/** The names of the members that every alternative requires, in the order of the spec. */
export const requiredOf = perRoots((schemas, roots) => common(roots.map((root) => requiredAt(schemas, root))));

const requiredAt: PerPlace<readonly string[]> = perPlace(
  (schemas, place) => {
    const { parts, groups } = compose(schemas, place);
    const own = parts.flatMap(({ schema }) => [...schema.required]);
    const chosen = groups.flatMap((group) => {
      const objects = group.places.filter((each) => mayBe('object', typesOf(schemas, [each])));
      return common(objects.map((each) => requiredAt(schemas, each)));
    });
    return [...new Set([...own, ...chosen])];
  },
  { round: [], deep: [] },
);

function common(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const sets = others.map((names) => new Set(names));
  return first.filter((name) => sets.every((names) => names.has(name)));
}

/** Every one of them is on its way out. */
export function isDeprecated(schemas: Schemas, roots: readonly TruthPlace[]): boolean {
  return roots.length > 0 && roots.every((root) => schemas.open(root).deprecated);
}
