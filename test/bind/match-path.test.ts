// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of guides are what is tested.
import { describe, expect, it, test } from 'vitest';
import { matchEndings, matchPaths, type PathMatch } from '../../src/bind/match-path.ts';
import { pathsOf, segmentsOf } from './orchard.ts';

interface Case {
  readonly title: string;
  readonly path: string;
  readonly templates: readonly string[];
  /** Best first: template, literals that agree, placeholders at parameters, and what makes the match doubtful. */
  readonly matches: readonly string[];
}

const cases: readonly Case[] = [
  { title: 'equal words', path: '/trees', templates: ['/trees', '/crates'], matches: ['/trees 1 0'] },
  {
    title: 'a literal before a template',
    path: '/harvests/latest',
    templates: ['/harvests/{id}', '/harvests/latest'],
    matches: ['/harvests/latest 2 0', '/harvests/{id} 1 0'],
  },
  {
    title: 'more literals before fewer',
    path: '/trees/oak/leaves',
    templates: ['/{kind}/oak/{part}', '/trees/{id}/leaves'],
    matches: ['/trees/{id}/leaves 2 0', '/{kind}/oak/{part} 1 0'],
  },
  {
    title: 'a placeholder at a parameter before a value at one',
    path: '/trees/{id}/oak',
    templates: ['/trees/{a}/{b}'],
    matches: ['/trees/{a}/{b} 1 1'],
  },
  ...['{id}', ':id', '<id>', '[id]', '$ID', '${ID}', '{{id}}', 'TREE_ID', '42', 'sha256:29fd', '%7Bid%7D'].map(
    (spelling) => ({
      title: `a parameter spelt ${spelling}`,
      path: `/trees/${spelling}/leaves`,
      templates: ['/trees/{tree_id}/leaves', '/trees/{tree_id}'],
      matches: [expectedCount(spelling) === 1 ? '/trees/{tree_id}/leaves 2 1' : '/trees/{tree_id}/leaves 2 0'],
    }),
  ),
  {
    title: 'a name of a parameter never as a literal',
    path: '/trees/{tree_id}',
    templates: ['/trees/latest', '/trees/{id}'],
    matches: ['/trees/{id} 1 1'],
  },
  {
    title: 'a variable as any literal, but weakly',
    path: '/trees/$KIND',
    templates: ['/trees/latest', '/trees/{id}'],
    matches: ['/trees/{id} 1 1', '/trees/latest 1 0 weak'],
  },
  {
    title: 'a name in braces for a family of literals',
    path: '/flows/{kind}/browser',
    templates: ['/flows/sowing/browser', '/flows/grafting/browser'],
    matches: ['/flows/sowing/browser 2 0 weak family', '/flows/grafting/browser 2 0 weak family'],
  },
  {
    title: 'no family of one',
    path: '/flows/{kind}/browser',
    templates: ['/flows/sowing/browser', '/flows/grafting/app'],
    matches: [],
  },
  {
    title: 'a version in braces for the version of the spec',
    path: '/{api_version}/trees',
    templates: ['/v2/trees'],
    matches: ['/v2/trees 1 0 weak'],
  },
  {
    title: 'a wildcard for the rest',
    path: '/trees/*',
    templates: ['/trees', '/trees/{id}', '/trees/{id}/leaves', '/crates'],
    matches: ['/trees 1 0', '/trees/{id} 1 0', '/trees/{id}/leaves 1 0'],
  },
  {
    title: 'a wildcard in the middle',
    path: '/trees/**/leaves',
    templates: ['/trees/{id}/leaves', '/trees/{id}/roots'],
    matches: ['/trees/{id}/leaves 2 0'],
  },
  { title: 'no wildcard alone', path: '/*', templates: ['/trees', '/{any}'], matches: [] },
  {
    title: 'fixed text around a parameter',
    path: '/harvests/42:export',
    templates: ['/harvests/{id}:export', '/harvests/{id}:import', '/harvests/{id}'],
    matches: ['/harvests/{id}:export 1 0', '/harvests/{id} 1 0'],
  },
  {
    title: 'an escaped character like itself',
    path: '/trees/old%20oaks',
    templates: ['/trees/old oaks'],
    matches: ['/trees/old oaks 2 0'],
  },
  { title: 'no torn escape', path: '/trees/100%', templates: ['/trees/{id}'], matches: ['/trees/{id} 1 0'] },
  {
    title: 'not a path of another length',
    path: '/trees/42',
    templates: ['/trees', '/trees/{id}/leaves'],
    matches: [],
  },
  { title: 'not another case', path: '/Trees', templates: ['/trees'], matches: [] },
];

describe('matchPaths takes', () => {
  it.each(cases)('$title', ({ path, templates, matches }) => {
    expect(matchPaths(segmentsOf(path), pathsOf(templates)).map(inWords)).toEqual(matches);
  });
});

const endings: readonly Case[] = [
  {
    title: 'the end of a longer path',
    path: '/trees',
    templates: ['/orchards/{id}/trees', '/orchards'],
    matches: ['/orchards/{id}/trees 1 0 abbreviated'],
  },
  {
    title: 'all paths that end so',
    path: '/trees',
    templates: ['/orchards/{id}/trees', '/farms/{id}/trees'],
    matches: ['/orchards/{id}/trees 1 0 abbreviated', '/farms/{id}/trees 1 0 abbreviated'],
  },
  {
    title: 'only those with the most words in common',
    path: '/trees/latest',
    templates: ['/orchards/{id}/trees/{tree}', '/orchards/{id}/trees/latest'],
    matches: ['/orchards/{id}/trees/latest 2 0 abbreviated'],
  },
  { title: 'not the whole path', path: '/orchards', templates: ['/orchards'], matches: [] },
  { title: 'not a parameter alone', path: '/{id}', templates: ['/orchards/{id}'], matches: [] },
  { title: 'not a value alone', path: '/42', templates: ['/orchards/{id}'], matches: [] },
  { title: 'no guess', path: '/$KIND/latest', templates: ['/orchards/trees/latest'], matches: [] },
];

describe('matchEndings takes', () => {
  it.each(endings)('$title', ({ path, templates, matches }) => {
    expect(matchEndings(segmentsOf(path), pathsOf(templates)).map(inWords)).toEqual(matches);
  });
});

test('a path without segments fits only the root', () => {
  expect(matchPaths([], pathsOf(['/', '/trees'])).map(inWords)).toEqual(['/ 0 0']);
  expect(matchEndings([], pathsOf(['/trees']))).toEqual([]);
});

function expectedCount(spelling: string): number {
  return /^(?:\d|sha256|%7B)/.test(spelling) ? 0 : 1;
}

function inWords({ path, literals, parameters, weak, family, abbreviated }: PathMatch): string {
  const doubts = [weak && 'weak', family && 'family', abbreviated && 'abbreviated'].filter((word) => word !== false);
  return [path.template, literals, parameters, ...doubts].join(' ');
}
