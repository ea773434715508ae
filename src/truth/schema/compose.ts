import type { TruthPlace } from '../../model.ts';
import { perPlace } from './per-place.ts';
import { placeKey } from './place-key.ts';
import type { Discriminator, Schema, Schemas } from './schema.ts';

/** A schema with its `allOf` laid flat: all parts hold at once, and of each group one alternative at least. */
export interface Composition {
  /** The schema itself comes first. */
  readonly parts: readonly Part[];
  readonly groups: readonly Group[];
}

export interface Part {
  readonly schema: Schema;
  /** The values may be of a subtype which is not known here, and which has further members. */
  readonly polymorphic: boolean;
}

/** The `oneOf` and `anyOf` of one schema. */
export interface Group {
  readonly owner: TruthPlace;
  readonly places: readonly TruthPlace[];
  readonly discriminator?: Discriminator;
}

/** More parts than this no person wrote; what the others say is not known then. */
const maxParts = 100;

const nothing: Composition = { parts: [], groups: [] };

/** Never runs in circles: a part counts once. */
export const compose = perPlace<Composition>(composeAt, { round: nothing, deep: nothing });

function composeAt(schemas: Schemas, place: TruthPlace): Composition {
  const parts = new Map<string, Part>();
  const queue = [{ place, subtype: false }];
  for (const { place: next, subtype } of queue) {
    const schema = schemas.open(next);
    const key = placeKey(schema.place);
    if (parts.has(key)) continue;
    // A named schema that takes in one with a discriminator is a subtype of it; its own members are known.
    const polymorphic = schema.discriminator !== undefined && schema.alternatives.length === 0 && !subtype;
    const last = parts.size + 1 === maxParts;
    parts.set(key, { schema, polymorphic: polymorphic || last });
    if (last) break;
    queue.push(...schema.allOf.map((each) => ({ place: each, subtype: subtype || schema.name !== undefined })));
  }
  const groups = [...parts.values()].flatMap(({ schema }) => groupOf(schema) ?? []);
  // A subtype takes in a schema whose alternatives it is one of itself: that choice is made.
  const chosen = (each: TruthPlace) => parts.has(placeKey(schemas.open(each).place));
  return { parts: [...parts.values()], groups: groups.filter(({ places }) => !places.some(chosen)) };
}

function groupOf({ place, alternatives, discriminator }: Schema): Group | undefined {
  if (alternatives.length === 0) return undefined;
  return { owner: place, places: alternatives, ...(discriminator !== undefined && { discriminator }) };
}
