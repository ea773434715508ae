import { compose } from './compose.ts';
import { type PerPlace, perPlace, perRoots } from './per-place.ts';
import type { Schema } from './schema.ts';

/** The JSON types that a value can have by one of these schemas, `null` included; none means any. */
export const typesOf = perRoots((schemas, roots) => uniteTypes(roots.map((root) => typesAt(schemas, root))));

/** Whether a member of it can be asked for: an object, or anything. */
export function mayBe(type: string, types: readonly string[]): boolean {
  return types.length === 0 || types.includes(type);
}

/** What all constraints allow; each is a list of types, none for any. Where they contradict each other, any. */
export function intersectTypes(constraints: readonly (readonly string[])[], nullable: boolean): readonly string[] {
  const [first, ...others] = constraints.filter((types) => types.length > 0);
  if (first === undefined) return [];
  let types = first;
  for (const other of others)
    types = [...types, 'integer'].filter((type) => allows(types, type) && allows(other, type));
  const unique = [...new Set(types)].filter((type) => type !== 'integer' || !types.includes('number'));
  return unique.length > 0 && nullable && !unique.includes('null') ? [...unique, 'null'] : unique;
}

export function isNullable(parts: readonly { readonly schema: Schema }[]): boolean {
  return parts.some(({ schema }) => schema.nullable);
}

function allows(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

const typesAt: PerPlace<readonly string[]> = perPlace(
  (schemas, place) => {
    const { parts, groups } = compose(schemas, place);
    const own = parts.map(({ schema }) => (schema.unknown ? [] : schema.types));
    const alternatives = groups.map((group) => uniteTypes(group.places.map((each) => typesAt(schemas, each))));
    return intersectTypes([...own, ...alternatives], isNullable(parts));
  },
  { round: [], deep: [] },
);

function uniteTypes(lists: readonly (readonly string[])[]): readonly string[] {
  if (lists.some((types) => types.length === 0)) return [];
  const types = new Set(lists.flat());
  if (types.has('number')) types.delete('integer');
  return [...types];
}
