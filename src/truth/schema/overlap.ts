import type { Sample, TruthPlace } from '../../model.ts';
import { itemsOf } from './describe.ts';
import { answerFor } from './look-up-field.ts';
import { membersOf } from './members.ts';
import type { Schemas } from './schema.ts';

/** How many names of a sample some schemas describe and do not. Names that may be there undescribed count as neither. */
export interface Overlap {
  readonly known: number;
  readonly unknown: number;
}

/** As many items of a list show what is in it. */
const maxItems = 20;

/** Compares the names at the top of a sample, or in the items of a list, with those of schemas that are alternatives. */
export function overlap(schemas: Schemas, roots: readonly TruthPlace[], sample: Sample): Overlap {
  const list = sample.kind === 'array';
  const objects = list ? sample.items.slice(0, maxItems) : [sample];
  const names = new Set(
    objects.flatMap((each) => (each.kind === 'object' ? each.members.map(({ name }) => name) : [])),
  );
  const owners = list ? itemsOf(schemas, roots) : roots;
  if (owners.length === 0) return { known: 0, unknown: 0 };
  const members = membersOf(schemas, owners);
  let known = 0;
  let unknown = 0;
  for (const name of names) {
    const { status } = answerFor(members, name);
    if (status === 'found') known += 1;
    if (status === 'absent') unknown += 1;
  }
  return { known, unknown };
}
