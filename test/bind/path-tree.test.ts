import { describe, expect, it } from 'vitest';
import { fitSegment } from '../../src/bind/fit-segment.ts';
import { likelyPaths } from '../../src/bind/likeness.ts';
import { pathTreeOf } from '../../src/bind/path-tree.ts';
import { wordCost } from '../../src/bind/word-cost.ts';
import type { PathSegment, SpecPath, SpecSegment } from '../../src/model.ts';
import { pathsOf, segmentsOf } from './orchard.ts';

const words = [
  'orchards',
  'orchard',
  'trees',
  'tree%73',
  'v1',
  '{id}',
  '{tree_id}',
  '{id}.json',
  'cities',
  'city',
  'harvest',
];
const mentioned = [...words, '$ID', '{kind}', 'teres', 'apple.json', '42'];

/** Every path of up to three of the words, a third of them. */
const templates = combine(words, 3).filter((_, index) => index % 3 === 0);
const paths = pathsOf(templates);
const mentions = combine(mentioned, 3).filter((_, index) => index % 17 === 0);

describe('a tree of paths finds what a look at each path finds', () => {
  it('for paths that fit', () => {
    for (const segments of mentions.map(segmentsOf))
      expect(pathTreeOf(paths).fitting(segments)).toEqual(fitting(segments));
  });

  it('for paths that fit but for one word', () => {
    for (const segments of mentions.map(segmentsOf)) {
      const opens = segments.flatMap(({ kind }, index) => (kind === 'literal' ? [index] : []));
      const expected = paths.filter((path) => opens.some((open) => fits(segments, path.segments, open)));
      expect(pathTreeOf(paths).fittingButOne(segments)).toEqual(expected);
    }
  });

  it('for paths with one parameter more', () => {
    for (const segments of mentions.map(segmentsOf)) {
      const expected = paths.filter(
        (path) => path.segments.at(-1)?.kind === 'template' && fits(segments, path.segments.slice(0, -1)),
      );
      expect(pathTreeOf(paths).fittingButLast(segments)).toEqual(expected);
    }
  });

  it('for longer paths with the same end', () => {
    for (const segments of mentions.map(segmentsOf)) {
      const expected = paths.filter(
        (path) => path.segments.length > segments.length && fits(segments, path.segments.slice(-segments.length)),
      );
      expect(pathTreeOf(paths).ending(segments)).toEqual(expected);
    }
  });

  it('for the depth to which a path is known', () => {
    for (const segments of mentions.map(segmentsOf)) {
      const depths = paths.map((path) => {
        const odd = segments.findIndex((segment, index) => {
          const spec = path.segments[index];
          return spec === undefined || fitSegment(segment, spec) === undefined;
        });
        return odd < 0 ? segments.length : odd;
      });
      expect(pathTreeOf(paths).depth(segments)).toBe(Math.max(...depths));
    }
  });
});

describe('words that are alike enough to share', () => {
  const variants = [
    'orchards',
    'orchard',
    'orcharsd',
    'orchid',
    'cities',
    'city',
    'citys',
    'boxes',
    'box',
    'crate',
    'crate_jobs',
  ];
  it.each(variants.flatMap((word) => variants.map((other) => [word, other] as const)))(
    'are found among all: %s, %s',
    (word, other) => {
      const [found] = likelyPaths(segmentsOf(`/${word}`), pathsOf([`/${other}`]));
      expect(found !== undefined).toBe(wordCost(word, other) < 0.35);
    },
  );
});

function fitting(segments: readonly PathSegment[]): readonly SpecPath[] {
  return paths.filter((path) => fits(segments, path.segments));
}

function fits(segments: readonly PathSegment[], specs: readonly SpecSegment[], open?: number): boolean {
  if (segments.length !== specs.length) return false;
  return segments.every((segment, index) => {
    const spec = specs[index];
    return index === open || (spec !== undefined && fitSegment(segment, spec) !== undefined);
  });
}

function combine(from: readonly string[], most: number): string[] {
  const shorter = most > 1 ? combine(from, most - 1) : [];
  const longest = (most > 1 ? shorter.filter((path) => path.split('/').length === most) : ['']).flatMap((path) =>
    from.map((word) => `${path}/${word}`),
  );
  return [...shorter, ...longest];
}
