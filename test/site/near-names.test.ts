import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { nearNamesOf } from '../../src/site/near-names.ts';

const parts = ['tree', 'trees', 'teres', 'guide', 'guides', 'v1', 'v2', 'harvest', 'a', '', 'ö'];
const names = ['', '/', ...parts, ...parts.flatMap((one) => parts.map((other) => `/${one}/${other}`))];
const words = [
  ...names,
  'tre',
  '/guide/tre',
  '/gudie/trees',
  '/harvets/v3',
  '/x',
  '/guide/trees/v1',
  '/ahrvest/harvest',
];

it.each([0, 1, 2, 3, 4])('finds all names that are at most %i letters apart, and how far', (limit) => {
  const near = nearNamesOf(names);
  for (const word of words) {
    const expected = [...new Set(names)].map((name) => [name, distance(word, name)] as const);
    expect(new Map(near(word, limit))).toEqual(new Map(expected.filter(([, apart]) => apart <= limit)));
  }
});
