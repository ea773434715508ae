import type { TruthPlace } from '../../model.ts';
import { placeKey } from './place-key.ts';
import { blankSchema, readSchema } from './read-schema.ts';
import type { Schema, Schemas } from './schema.ts';
import { type PassedReference, withSiblings } from './siblings.ts';

/** Finds the value at a place, and where it stands once its `$ref`s are followed. */
export type ResolvePlace = (place: TruthPlace) =>
  | {
      readonly place: TruthPlace;
      readonly value: unknown;
      /** The `$ref`s on the way, for what stands beside them. */
      readonly passed?: readonly PassedReference[];
    }
  | undefined;

/** Opens the schemas that lie at places of the specs; each is read once. */
export function openSchemas(resolve: ResolvePlace): Schemas {
  const opened = new Map<string, Schema>();
  // Most places come again as they are, and their keys are long.
  const same = new WeakMap<TruthPlace, Schema>();
  const ends = new Map<string, Schema>();
  const valueAt = (place: TruthPlace) => resolve(place)?.value;
  const read = (place: TruthPlace): Schema => {
    const found = resolve(place);
    if (found === undefined) return { ...blankSchema(place), unknown: true };
    const key = placeKey(found.place);
    const end = ends.get(key) ?? readSchema(found, valueAt);
    ends.set(key, end);
    return (found.passed ?? []).reduceRight((schema, passed) => withSiblings(schema, passed, valueAt), end);
  };
  return {
    open(place) {
      const known = same.get(place);
      if (known) return known;
      const key = placeKey(place);
      const schema = opened.get(key) ?? read(place);
      opened.set(key, schema);
      same.set(place, schema);
      return schema;
    },
  };
}
