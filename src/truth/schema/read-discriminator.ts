import type { TruthPlace } from '../../model.ts';
import { isMapping, type Mapping, membersWithMerged, memberWithMerged, pointerTokens } from './json.ts';
import type { Discriminator } from './schema.ts';

/** A schema with the `$ref` of each of its alternatives. */
interface DiscriminatorOwner {
  readonly place: TruthPlace;
  readonly value: Mapping;
}

/** Swagger 2.0 names the property alone; OpenAPI 3 may map its values to schemas by `$ref` or by name. */
export function readDiscriminator(
  { place, value }: DiscriminatorOwner,
  alternatives: readonly TruthPlace[],
): Discriminator | undefined {
  const stated = memberWithMerged(value, 'discriminator')?.value;
  const property = typeof stated === 'string' ? stated : memberWithMerged(stated, 'propertyName')?.value;
  if (typeof property !== 'string' || property === '') return undefined;
  const refs = alternatives.map((alternative) => ({ place: alternative, ref: refAt({ place, value }, alternative) }));
  const choices = new Map<string, TruthPlace>();
  for (const { place: alternative, ref } of refs) {
    // Without a mapping the last step of the `$ref` is the value (OpenAPI 3.0, "Discriminator Object").
    const name = pointerTokens(/^#(\/.*)$/.exec(ref ?? '')?.[1] ?? '').at(-1);
    if (name !== undefined) choices.set(name, alternative);
  }
  for (const { name, value: target } of membersWithMerged(memberWithMerged(stated, 'mapping')?.value)) {
    if (typeof target !== 'string') continue;
    const choice = refs.find(({ ref }) => ref === target)?.place ?? choices.get(target) ?? placeOf(target, place.file);
    if (choice !== undefined) choices.set(name, choice);
  }
  return { property, choices };
}

function refAt({ place, value }: DiscriminatorOwner, alternative: TruthPlace): string | undefined {
  let found: unknown = value;
  for (const token of pointerTokens(alternative.pointer.slice(place.pointer.length))) {
    found = Array.isArray(found) ? found[Number(token)] : memberWithMerged(found, token)?.value;
  }
  const ref = memberWithMerged(found, '$ref')?.value;
  return isMapping(found) && typeof ref === 'string' ? ref : undefined;
}

/** Other files are reached through the alternatives alone. */
function placeOf(target: string, file: string): TruthPlace | undefined {
  if (target.startsWith('#/')) return { file, pointer: target.slice(1) };
  return /^[\w.-]+$/.test(target) && !/\.(?:json|ya?ml)$/.test(target)
    ? { file, pointer: `/components/schemas/${target}` }
    : undefined;
}
