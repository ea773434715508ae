import type { TruthPlace } from '../../model.ts';

/** Equal for equal places. */
export function placeKey({ file, pointer }: TruthPlace): string {
  return `${file}#${pointer}`;
}

/** Each place once, in the order given. */
export function uniquePlaces(places: readonly TruthPlace[]): readonly TruthPlace[] {
  if (places.length < 2) return places;
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
