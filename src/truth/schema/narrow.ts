import type { Sample } from '../../model.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { knowsMember, type VariantFacts } from './fit-variant.ts';
import { placeKey } from './place-key.ts';
import type { Schemas } from './schema.ts';
import { valuesOf } from './values-of.ts';

export type SampleObject = Extract<Sample, { kind: 'object' }>;

/** Which variants an object may be meant by. */
export interface Narrowed {
  /** Those that nothing which is stated speaks against. */
  readonly possible: readonly VariantFacts[];
  /** Those among them that know most of its members. */
  readonly likely: readonly VariantFacts[];
}

/** Chooses by the discriminator, by members of which only one value is possible, then by the names of the members. */
export function narrow(schemas: Schemas, variants: readonly VariantFacts[], sample: SampleObject): Narrowed {
  if (variants.length < 2) return { possible: variants, likely: variants };
  const stated = statedTexts(sample);
  const chosen = variants.filter((each) => isChosen(schemas, each, stated));
  const possible = withoutContradicted(schemas, chosen.length > 0 ? chosen : variants, stated);
  const names = sample.members.map(({ name }) => name);
  const counted = possible.map((each) => ({ each, unknown: countUnknown(each, names) }));
  const fewest = counted.reduce((least, { unknown }) => Math.min(least, unknown), Number.POSITIVE_INFINITY);
  return { possible, likely: counted.filter(({ unknown }) => unknown === fewest).map(({ each }) => each) };
}

type Stated = ReadonlyMap<string, string>;

function statedTexts({ members }: SampleObject): Stated {
  const texts = members.flatMap(({ name, value }) =>
    value.kind === 'string' || value.kind === 'text' ? [[name, value.text] as const] : [],
  );
  return new Map(texts);
}

/** Whether each discriminator on the way to it leads here, or has no say. */
function isChosen(schemas: Schemas, { variant }: VariantFacts, stated: Stated): boolean {
  return variant.choices.every(({ discriminator, chosen }) => {
    const choice = discriminator.choices.get(stated.get(discriminator.property) ?? '');
    return choice === undefined || placeKey(schemas.open(choice).place) === chosen;
  });
}

/** `type: { const: tree }` tells alternatives apart as a discriminator does. */
function withoutContradicted(
  schemas: Schemas,
  variants: readonly VariantFacts[],
  stated: Stated,
): readonly VariantFacts[] {
  const tags = variants.map((facts) => ({ facts, own: tagsOf(schemas, facts, stated) }));
  // `"type": "string"` may be a placeholder, unless one of them is called that.
  const firm = [...stated].filter(
    ([name, text]) => !isPlaceholder(text) || tags.some(({ own }) => own.get(name) === text),
  );
  const fits = (own: Stated) => firm.every(([name, text]) => (own.get(name) ?? text) === text);
  const kept = tags.filter(({ own }) => fits(own)).map(({ facts }) => facts);
  return kept.length > 0 ? kept : variants;
}

function tagsOf(schemas: Schemas, { variant }: VariantFacts, stated: Stated): Stated {
  const tags = new Map<string, string>();
  for (const { schema } of variant.parts) {
    for (const name of stated.keys()) {
      const place = schema.properties.get(name);
      const values = place && valuesOf(schemas, [place]);
      if (values?.length === 1 && typeof values[0] === 'string') tags.set(name, values[0]);
    }
  }
  return tags;
}

function countUnknown(facts: VariantFacts, names: readonly string[]): number {
  return facts.open ? 0 : names.filter((name) => !knowsMember(facts, name)).length;
}
