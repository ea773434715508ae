import type { TruthPlace } from '../../model.ts';
import { placeKey } from './place-key.ts';
import type { Schemas } from './schema.ts';

/** What holds of the schema at a place. */
export type PerPlace<Result> = (schemas: Schemas, place: TruthPlace) => Result;

/** Deeper compositions are machine-made or hostile. */
const maxDepth = 100;

/**
 * Works out what holds of a schema, which may ask the same of the schemas it leads to. Each is worked out once for all.
 * Where schemas lead back to themselves the answer is `round`, and where they nest without end `deep`.
 */
export function perPlace<Result>(
  compute: PerPlace<Result>,
  { round, deep }: { readonly round: Result; readonly deep: Result },
): PerPlace<Result> {
  const known = new WeakMap<Schemas, PlaceMemory<Result>>();
  return (schemas, place) => {
    const memory = known.get(schemas) ?? { same: new WeakMap(), answers: new Map(), depth: 0 };
    if (memory.answers.size === 0) known.set(schemas, memory);
    const same = memory.same.get(place);
    if (same !== undefined) return same;
    const key = placeKey(place);
    const answer = memory.answers.get(key);
    if (answer !== undefined) {
      // Further up, an answer may stand for one that is being worked out.
      if (memory.depth === 0) memory.same.set(place, answer);
      return answer;
    }
    if (memory.depth >= maxDepth) return deep;
    memory.answers.set(key, round);
    memory.depth += 1;
    const result = compute(schemas, place);
    memory.depth -= 1;
    memory.answers.set(key, result);
    return result;
  };
}

interface PlaceMemory<Result> {
  /** By the place itself: most come again as they are, and their keys are long. */
  readonly same: WeakMap<TruthPlace, Result>;
  readonly answers: Map<string, Result>;
  depth: number;
}

/** What holds of several schemas that are alternatives of each other; worked out once for all. */
export function perRoots<Result>(
  compute: (schemas: Schemas, roots: readonly TruthPlace[]) => Result,
): (schemas: Schemas, roots: readonly TruthPlace[]) => Result {
  const known = new WeakMap<Schemas, RootsMemory<Result>>();
  return (schemas, roots) => {
    const memory = known.get(schemas) ?? { same: new WeakMap(), answers: new Map() };
    if (memory.answers.size === 0) known.set(schemas, memory);
    const [first] = roots;
    // A list of one is made again and again from the same place.
    const only = roots.length === 1 && first ? first : roots;
    const same = memory.same.get(only);
    if (same) return same.answer;
    const key = roots.map(placeKey).join('\n');
    const found = memory.answers.get(key) ?? { answer: compute(schemas, roots) };
    memory.answers.set(key, found);
    memory.same.set(only, found);
    return found.answer;
  };
}

interface RootsMemory<Result> {
  readonly same: WeakMap<TruthPlace | readonly TruthPlace[], { readonly answer: Result }>;
  readonly answers: Map<string, { readonly answer: Result }>;
}
