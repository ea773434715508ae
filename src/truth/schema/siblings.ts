import type { TruthPlace } from '../../model.ts';
import { isMapping, membersWithMerged, memberWithMerged } from './json.ts';
import { readSchema, type ValueAt } from './read-schema.ts';
import type { Schema } from './schema.ts';

/** A mapping with a `$ref`, as written. */
export interface PassedReference {
  readonly place: TruthPlace;
  readonly value: unknown;
}

const constraints = new Set([
  'type',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'required',
  'items',
  'enum',
  'const',
  'allOf',
  'oneOf',
  'anyOf',
]);

/**
 * The schema that a `$ref` leads to with what stands beside the `$ref`. OpenAPI 3.1 reads that as a further constraint;
 * in 3.0 it has no meaning, yet whoever wrote it there meant the same.
 */
export function withSiblings(target: Schema, { place, value }: PassedReference, valueAt: ValueAt): Schema {
  if (!isMapping(value)) return target;
  const names = membersWithMerged(value).map(({ name }) => name);
  if (names.some((name) => constraints.has(name))) {
    const own = readSchema({ place, value, base: target.place }, valueAt);
    const kept = { deprecated: own.deprecated || target.deprecated, readOnly: own.readOnly || target.readOnly };
    return { ...own, ...kept, writeOnly: own.writeOnly || target.writeOnly };
  }
  const says = (key: string) => memberWithMerged(value, key)?.value;
  const nullable = target.nullable || says('nullable') === true || says('x-nullable') === true;
  const changes: Partial<Schema> = {
    ...(nullable !== target.nullable && { nullable, types: withNull(target.types) }),
    ...(names.includes('default') && { default: says('default') }),
    ...(says('deprecated') === true && { deprecated: true }),
    ...(says('readOnly') === true && { readOnly: true }),
    ...(says('writeOnly') === true && { writeOnly: true }),
  };
  return Object.keys(changes).length === 0 ? target : { ...target, ...changes, place };
}

function withNull(types: readonly string[]): readonly string[] {
  return types.length === 0 || types.includes('null') ? types : [...types, 'null'];
}
