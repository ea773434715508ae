import type { TruthPlace } from '../../model.ts';
import { requiredOf } from './describe.ts';
import { conjoin, type Members, membersOf, reachOf } from './members.ts';
import { perRoots } from './per-place.ts';
import { uniquePlaces } from './place-key.ts';
import type { Schemas } from './schema.ts';
import { intersectTypes, isNullable, typesOf } from './types-of.ts';
import { valueKey, valuesOf } from './values-of.ts';
import type { Variant } from './variants.ts';

/** What a variant says of values and members, worked out once. */
export interface VariantFacts {
  readonly variant: Variant;
  readonly types: readonly string[];
  /** All values, where they are listed. */
  readonly values?: readonly unknown[];
  readonly required: readonly string[];
  /** Whether members that it does not describe may be there. */
  readonly open: boolean;
  /** Members of choices that were not made, and of conditions. */
  readonly further?: Members;
}

/** What a variant says of one member: its schemas, that anything may stand there, or that there is none. */
export type MemberFit = readonly TruthPlace[] | 'any' | 'none';

const known = new WeakMap<Variant, VariantFacts>();

export function factsOf(schemas: Schemas, variant: Variant): VariantFacts {
  const facts = known.get(variant) ?? gather(schemas, variant);
  known.set(variant, facts);
  return facts;
}

function gather(schemas: Schemas, variant: Variant): VariantFacts {
  const { parts, groups } = variant;
  const own = parts.map(({ schema }) => (schema.unknown ? [] : schema.types));
  const choices = groups.map((group) => factsOfGroup(schemas, group.places));
  const types = intersectTypes([...own, ...choices.map((each) => each.types)], isNullable(parts));
  const values = common([...parts.map(({ schema }) => schema.values), ...choices.map((each) => each.values)]);
  const required = [
    ...parts.flatMap(({ schema }) => [...schema.required]),
    ...choices.flatMap((each) => each.required),
  ];
  const reach = reachOf(schemas, variant);
  const places = [...groups.flatMap((group) => group.places), ...parts.flatMap(({ schema }) => schema.conditional)];
  return {
    variant,
    types,
    ...(values !== undefined && { values }),
    required: [...new Set(required)],
    open: reach === 'open' || reach === 'nothing',
    ...(places.length > 0 && { further: membersOf(schemas, places) }),
  };
}

/** Of a choice that was not made. */
const factsOfGroup = perRoots((schemas, places) => ({
  types: typesOf(schemas, places),
  values: valuesOf(schemas, places),
  required: requiredOf(schemas, places),
}));

/** Lists that contradict each other prove nothing. */
function common(stated: readonly (readonly unknown[] | undefined)[]): readonly unknown[] | undefined {
  const [first, ...others] = stated.filter((list) => list !== undefined);
  const keys = others.map((list) => new Set(list.map(valueKey)));
  const values = first?.filter((value) => keys.every((each) => each.has(valueKey(value))));
  return values?.length === 0 ? undefined : values;
}

/** The description of a member; the places are alternatives. */
export function fitMember(schemas: Schemas, { variant, open, further }: VariantFacts, name: string): MemberFit {
  const named = variant.parts.flatMap(({ schema }) => schema.properties.get(name) ?? []);
  const places = [...conjoin(schemas, named), ...(further?.named.get(name) ?? [])];
  if (places.length > 0) return uniquePlaces(places);
  const patterns = [...variant.parts.flatMap(({ schema }) => schema.patterns), ...(further?.patterns ?? [])];
  const matching = patterns.filter(({ matches }) => matches(name)).map(({ place }) => place);
  if (matching.length > 0) return uniquePlaces(matching);
  if (open) return 'any';
  const others = variant.parts.flatMap(({ schema }) => (typeof schema.others === 'string' ? [] : [schema.others]));
  const all = [...others, ...(further?.others ?? [])];
  return all.length > 0 ? uniquePlaces(all) : 'none';
}

export function knowsMember({ variant, open, further }: VariantFacts, name: string): boolean {
  if (open || further?.named.has(name) || further?.others.length) return true;
  return variant.parts.some(
    ({ schema }) =>
      schema.properties.has(name) ||
      typeof schema.others !== 'string' ||
      schema.patterns.some(({ matches }) => matches(name)),
  );
}

/** More names than this help nobody. */
const maxNames = 1_000;

/** The names that these variants list, each once. */
export function namesOf(variants: readonly VariantFacts[]): readonly string[] {
  const names = new Set<string>();
  const parts = new Set(variants.flatMap(({ variant }) => variant.parts.map(({ schema }) => schema.properties)));
  const further = new Set(variants.flatMap((each) => each.further?.named ?? []));
  for (const list of [...parts, ...further]) {
    for (const name of list.keys()) if (names.size < maxNames) names.add(name);
    if (names.size >= maxNames) break;
  }
  return [...names];
}
