import type { TruthPlace } from '../../model.ts';
import { type Members, membersOf } from './members.ts';
import { uniquePlaces } from './place-key.ts';
import type { FieldAnswer, Schemas } from './schema.ts';

/**
 * What the spec says about a member of objects of these schemas, which are alternatives of each other. Where none of them
 * is an object, the member is absent and there are no names.
 */
export function lookUpField(schemas: Schemas, roots: readonly TruthPlace[], name: string): FieldAnswer {
  return answerFor(membersOf(schemas, roots), name);
}

/** The same for members that were gathered before. */
export function answerFor(members: Members, name: string): FieldAnswer {
  const { named, patterns, others, reach } = members;
  const places = named.get(name) ?? patterns.filter(({ matches }) => matches(name)).map(({ place }) => place);
  if (places.length > 0) return { status: 'found', places: uniquePlaces(places) };
  if (reach === 'open' || reach === 'nothing') return { status: 'open' };
  if (others.length > 0) return { status: 'found', places: uniquePlaces(others) };
  return { status: 'absent', names: namesIn(members), closed: reach === 'closed' };
}

const names = new WeakMap<Members, readonly string[]>();

/** One list for all names that are not in it. */
function namesIn(members: Members): readonly string[] {
  const list = names.get(members) ?? [...members.named.keys()];
  names.set(members, list);
  return list;
}
