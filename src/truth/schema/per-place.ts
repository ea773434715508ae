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
  const known = new WeakMap<Schemas, { readonly answers: Map<string, Result>; depth: number }>();
  return (schemas, place) => {
    const memory = known.get(schemas) ?? { answers: new Map<string, Result>(), depth: 0 };
    known.set(schemas, memory);
    const key = placeKey(place);
    const answer = memory.answers.get(key);
    if (answer !== undefined) return answer;
    if (memory.depth >= maxDepth) return deep;
    memory.answers.set(key, round);
    memory.depth += 1;
    const result = compute(schemas, place);
    memory.depth -= 1;
    memory.answers.set(key, result);
    return result;
  };
}

/** What holds of several schemas that are alternatives of each other; worked out once for all. */
export function perRoots<Result>(
  compute: (schemas: Schemas, roots: readonly TruthPlace[]) => Result,
): (schemas: Schemas, roots: readonly TruthPlace[]) => Result {
  const known = new WeakMap<Schemas, Map<string, Result>>();
  return (schemas, roots) => {
    const memory = known.get(schemas) ?? new Map<string, Result>();
    known.set(schemas, memory);
    const key = roots.map(placeKey).join('\n');
    const answer = memory.get(key) ?? compute(schemas, roots);
    memory.set(key, answer);
    return answer;
  };
}
