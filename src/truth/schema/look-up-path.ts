import type { TruthPlace } from '../../model.ts';
import { itemsOf } from './describe.ts';
import { lookUpField } from './look-up-field.ts';
import { uniquePlaces } from './place-key.ts';
import type { FieldAnswer, Schemas } from './schema.ts';
import { mayBe, typesOf } from './types-of.ts';

/** What the spec says of the end of a path, or of the step at which it can tell no more. */
export type PathAnswer =
  | Extract<FieldAnswer, { status: 'found' }>
  | (Exclude<FieldAnswer, { status: 'found' }> & {
      /** Index into the path. */
      readonly step: number;
      /** Where the step was tried. */
      readonly owners: readonly TruthPlace[];
    });

/** Lists of lists of lists: nobody goes further. */
const maxLists = 4;

/**
 * Follows names and `[]`. Guides leave `[]` out where they mean any item (`data.id`), and a name may have dots in it, so that
 * its parts come as several steps.
 */
export function lookUpPath(schemas: Schemas, roots: readonly TruthPlace[], path: readonly string[]): PathAnswer {
  let places = roots;
  for (let step = 0; step < path.length; ) {
    const { answer, taken } = takeStep(schemas, places, path.slice(step));
    if (answer.status !== 'found') return { ...answer, step, owners: places };
    places = answer.places;
    step += taken;
  }
  return { status: 'found', places };
}

function takeStep(
  schemas: Schemas,
  places: readonly TruthPlace[],
  path: readonly string[],
): { readonly answer: FieldAnswer; readonly taken: number } {
  const [name = ''] = path;
  if (name === '[]') return { answer: stepIntoItems(schemas, places), taken: 1 };
  const answer = stepToMember(schemas, places, name);
  if (answer.status !== 'absent') return { answer, taken: 1 };
  const end = path.indexOf('[]');
  for (let taken = Math.min(end < 0 ? path.length : end, 6); taken > 1; taken -= 1) {
    const dotted = stepToMember(schemas, places, path.slice(0, taken).join('.'));
    if (dotted.status === 'found') return { answer: dotted, taken };
  }
  return { answer, taken: 1 };
}

function stepIntoItems(schemas: Schemas, places: readonly TruthPlace[]): FieldAnswer {
  const items = itemsOf(schemas, places);
  if (items.length > 0) return { status: 'found', places: items };
  const list = mayBe('array', typesOf(schemas, places));
  return list ? { status: 'open' } : { status: 'absent', names: [], closed: false };
}

/** A name asked of a list is meant of its items. */
function stepToMember(schemas: Schemas, places: readonly TruthPlace[], name: string): FieldAnswer {
  let owners = places;
  let layer = places;
  for (let lists = 0; lists < maxLists; lists += 1) {
    const types = typesOf(schemas, layer);
    if (types.length === 0 || !types.includes('array')) break;
    layer = itemsOf(schemas, layer);
    // A list without a word on its items may have this member in them.
    if (layer.length === 0) return orOpen(lookUpField(schemas, owners, name));
    owners = uniquePlaces([...owners, ...layer]);
  }
  return lookUpField(schemas, owners, name);
}

function orOpen(answer: FieldAnswer): FieldAnswer {
  return answer.status === 'found' ? answer : { status: 'open' };
}
