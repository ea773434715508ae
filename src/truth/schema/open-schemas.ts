import type { TruthPlace } from '../../model.ts';
import type { Schema, Schemas } from './schema.ts';

/** Finds the value at a place, and where it stands once its `$ref`s are followed. */
export type ResolvePlace = (place: TruthPlace) => { readonly place: TruthPlace; readonly value: unknown } | undefined;

/** Opens the schemas that lie at places of the specs; each is read once. */
export function openSchemas(resolve: ResolvePlace): Schemas {
  const opened = new Map<string, Schema>();
  return {
    open(place) {
      const key = `${place.file}#${place.pointer}`;
      const schema = opened.get(key) ?? readSchema(resolve(place)?.place ?? place);
      opened.set(key, schema);
      return schema;
    },
  };
}

function readSchema(place: TruthPlace): Schema {
  return {
    place,
    types: [],
    properties: new Map(),
    required: new Set(),
    patterns: [],
    others: 'open',
    prefixItems: [],
    deprecated: false,
    readOnly: false,
    writeOnly: false,
    allOf: [],
    alternatives: [],
    unknown: true,
  };
}
