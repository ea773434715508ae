import type { TruthPlace } from '../../model.ts';
import { type Composition, compose, type Group, type Part } from './compose.ts';
import { perRoots } from './per-place.ts';
import { placeKey } from './place-key.ts';
import type { Discriminator, Schemas } from './schema.ts';

/** One way to satisfy some schemas: parts that hold at once, every choice made as far as that stays countable. */
export interface Variant {
  readonly parts: readonly Part[];
  /** Choices that were not made. */
  readonly groups: readonly Group[];
  /** The choices on the way for which a property of the value decides. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly discriminator: Discriminator;
  /** `placeKey` of the schema that was chosen. */
  readonly chosen: string;
}

/** Choices multiply; those beyond this stay unmade. */
const maxVariants = 600;
/** Choices one below the other. */
const maxRounds = 40;

/** All variants of schemas that are alternatives of each other. */
export const variantsOf = perRoots(expand);

interface Growing extends Variant {
  /** Owners of the groups in which a choice was made: none is made twice, though schemas lead back to themselves. */
  readonly made: ReadonlySet<string>;
}

function expand(schemas: Schemas, roots: readonly TruthPlace[]): readonly Variant[] {
  let growing: readonly Growing[] = roots.map((root) => ({ ...compose(schemas, root), choices: [], made: new Set() }));
  for (let round = 0; round < maxRounds; round += 1) {
    const ready = growing.filter(({ groups }) => groups.length > 0);
    if (ready.length === 0) return growing;
    const next = growing.flatMap((variant) => choose(schemas, variant));
    if (next.length > maxVariants && next.length > growing.length) return growing;
    growing = next;
  }
  return growing;
}

/** Makes the next choice of a variant in every possible way. */
function choose(schemas: Schemas, variant: Growing): readonly Growing[] {
  const [group, ...others] = variant.groups;
  if (group === undefined) return [variant];
  const owner = placeKey(group.owner);
  if (variant.made.has(owner)) return [{ ...variant, groups: others }];
  const made = new Set([...variant.made, owner]);
  const { discriminator } = group;
  return group.places.map((place) => {
    const chosen = placeKey(schemas.open(place).place);
    const merged = merge({ parts: variant.parts, groups: others }, compose(schemas, place));
    return {
      ...merged,
      choices: discriminator ? [...variant.choices, { discriminator, chosen }] : variant.choices,
      made,
    };
  });
}

function merge(one: Composition, other: Composition): Composition {
  const parts = new Map([...one.parts, ...other.parts].map((part) => [placeKey(part.schema.place), part]));
  return { parts: [...parts.values()], groups: [...one.groups, ...other.groups] };
}
