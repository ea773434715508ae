import type { TruthPlace } from '../../model.ts';
import { compose } from './compose.ts';
import { type PerPlace, perPlace, perRoots } from './per-place.ts';
import type { Schemas } from './schema.ts';
import { isNullable, typesOf } from './types-of.ts';

/**
 * The values that a field may have, where the spec lists them all: `undefined` as soon as one alternative leaves them
 * open, as a string without `enum` does. Of a list, the values of its items; objects beside the values do not count.
 * `null` is among them where it is allowed.
 */
export const valuesOf = perRoots((schemas, roots): readonly unknown[] | undefined => {
  const { kind, values, listed } = unite(roots.map((root) => rangeAt(schemas, root)));
  return kind === 'closed' && listed ? values : undefined;
});

/** Equal for equal values, numbers by what they are worth. */
export function valueKey(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

interface Range {
  /** `none`: no value that could be listed, as of an object. */
  readonly kind: 'closed' | 'open' | 'none';
  readonly values: readonly unknown[];
  /** An `enum` or `const` lists them; those of booleans and null go without saying. */
  readonly listed: boolean;
}

const open: Range = { kind: 'open', values: [], listed: false };
const none: Range = { kind: 'none', values: [], listed: false };

const rangeAt: PerPlace<Range> = perPlace(
  (schemas, place) => {
    const { parts, groups } = compose(schemas, place);
    const lists = parts.flatMap(({ schema }) => (schema.values === undefined ? [] : [schema.values]));
    const own = lists.map((values): Range => ({ kind: 'closed', values, listed: true }));
    const alternatives = groups.map((group) => unite(group.places.map((each) => rangeAt(schemas, each))));
    const closed = [...own, ...alternatives.filter(({ kind }) => kind === 'closed')];
    const range = closed.length > 0 ? intersect(closed) : rangeOfTypes(schemas, place);
    if (range.kind !== 'closed' || !isNullable(parts) || range.values.includes(null)) return range;
    return { ...range, values: [...range.values, null] };
  },
  { round: open, deep: open },
);

function unite(ranges: readonly Range[]): Range {
  const counted = ranges.filter(({ kind }) => kind !== 'none');
  if (counted.some(({ kind }) => kind === 'open')) return open;
  if (counted.length === 0) return none;
  const values = new Map(counted.flatMap((range) => range.values).map((value) => [valueKey(value), value]));
  return { kind: 'closed', values: [...values.values()], listed: counted.some(({ listed }) => listed) };
}

/** Lists that contradict each other prove nothing. */
function intersect(ranges: readonly Range[]): Range {
  const [first, ...others] = ranges;
  const keys = others.map(({ values }) => new Set(values.map(valueKey)));
  const values = (first?.values ?? []).filter((value) => keys.every((each) => each.has(valueKey(value))));
  return values.length === 0 ? open : { kind: 'closed', values, listed: ranges.some(({ listed }) => listed) };
}

function rangeOfTypes(schemas: Schemas, place: TruthPlace): Range {
  const types = typesOf(schemas, [place]);
  if (types.length === 0) return open;
  const ranges = types.map((type): Range => {
    if (type === 'boolean') return { kind: 'closed', values: [true, false], listed: false };
    if (type === 'null') return { kind: 'closed', values: [null], listed: false };
    if (type === 'array') return rangeOfItems(schemas, place);
    return type === 'object' ? none : open;
  });
  return unite(ranges);
}

function rangeOfItems(schemas: Schemas, place: TruthPlace): Range {
  const items = compose(schemas, place).parts.flatMap(({ schema }) => [
    ...schema.prefixItems,
    ...(schema.items ? [schema.items] : []),
  ]);
  return items.length === 0 ? open : unite(items.map((each) => rangeAt(schemas, each)));
}
