import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant by a misspelt one, for "did you mean"; nothing where none is close. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const nearest = closest(name, [...names]);
  return distance(name, nearest) <= Math.max(2, name.length / 3) ? nearest : undefined;
}
