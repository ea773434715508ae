import { describe, expect, it, test } from 'vitest';
import { likelyPaths } from '../../src/bind/likeness.ts';
import { isWord, wordCost } from '../../src/bind/word-cost.ts';
import { pathsOf, segmentsOf } from './orchard.ts';

const templates = [
  '/orchards',
  '/orchards/{orchard_id}',
  '/orchards/{orchard_id}/trees',
  '/orchards/{orchard_id}/trees/{tree_id}',
  '/harvests/{harvest_id}',
  '/harvests/{harvest_id}:export',
  '/harvests/latest',
  '/ai/ask',
  '/api/v2/crates',
];

describe('likelyPaths puts first', () => {
  it.each([
    ['another number', '/orchard', '/orchards'],
    ['a slip of the pen', '/orchrads/42', '/orchards/{orchard_id}'],
    ['a slip in one of two words', '/orchards/{id}/teres', '/orchards/{orchard_id}/trees'],
    ['another case', '/Orchards', '/orchards'],
    ['another version', '/api/v1/crates', '/api/v2/crates'],
    ['no version', '/crates', '/api/v2/crates'],
    ['words in another order', '/ask/ai', '/ai/ask'],
    ['a value that is all but a literal', '/harvests/lattest', '/harvests/latest'],
  ])('%s', (_, path, expected) => {
    const [best] = likelyPaths(segmentsOf(path), pathsOf(templates));
    expect(best?.path.template).toBe(expected);
    expect(best?.likeness).toBeGreaterThan(0.4);
  });
});

describe('likelyPaths finds nothing like', () => {
  it.each(['/cider', '/{id}', '/42', '/v2', '/api/v2'])('%s', (path) => {
    expect(likelyPaths(segmentsOf(path), pathsOf(templates))).toEqual([]);
  });
});

test('a path is most like itself', () => {
  for (const template of templates) {
    const [best] = likelyPaths(segmentsOf(template), pathsOf(templates));
    expect(best?.path.template).toBe(template);
    expect(best?.likeness).toBeGreaterThan(0.9);
  }
});

test('at most as many as asked for, in an order that does not depend on that of the spec', () => {
  const names = (paths: readonly string[]) =>
    likelyPaths(segmentsOf('/orchard/{id}/tree'), pathsOf(paths), 2).map(({ path }) => path.template);
  expect(names(templates)).toHaveLength(2);
  expect(names(templates.toReversed())).toEqual(names(templates));
});

test('a word that is the same but for its number is firm, a slip is not', () => {
  const firmOf = (path: string) => likelyPaths(segmentsOf(path), pathsOf(['/harvests']))[0]?.firm;
  expect(firmOf('/harvest')).toBe(1);
  expect(firmOf('/Harvests')).toBe(1);
  expect(firmOf('/harvetss')).toBe(0);
});

describe('wordCost', () => {
  it.each([
    ['harvest', 'harvest', 0, 0],
    ['tree_id', 'treeId', 0.1, 0.1],
    ['cherry', 'cherries', 0.15, 0.15],
    ['branch', 'branches', 0.15, 0.15],
    ['havrest', 'harvest', 0.2, 0.3],
    ['harvest_jobs', 'harvest_jobs_id', 0.1, 0.35],
    ['orchard', 'crate', 0.8, 1],
    ['key', 'keys', 0.15, 0.15],
    ['press', 'pres', 0.15, 0.35],
  ])('%s and %s', (a, b, least, most) => {
    expect(wordCost(a, b)).toBeGreaterThanOrEqual(least);
    expect(wordCost(a, b)).toBeLessThanOrEqual(most);
    expect(wordCost(b, a)).toBeCloseTo(wordCost(a, b));
  });
});

test('words are letters', () => {
  expect(['tree', 'tree_crates', 'Old-Oaks'].filter((text) => !isWord(text))).toEqual([]);
  expect(['42', 't_9', 'a', 'tree.json', 'sha256:29fd', '_tree', ''].filter(isWord)).toEqual([]);
});
