import { expect, it, test } from 'vitest';
import type { OperationMention } from '../../src/model.ts';
import { bindPages, evidenceOf, describe as inWords, mentionOf, pageOf, truthOf } from './orchard.ts';

const truth = truthOf({
  paths: {
    '/orchards': 'GET POST',
    '/orchards/{orchard_id}': 'GET',
    '/orchards/{orchard_id}/trees': 'GET POST',
    '/orchards/{orchard_id}/trees/{tree_id}': 'DELETE',
    '/harvests': 'GET',
    '/health/ready': 'GET',
  },
});

const curl = (text: string, given: Partial<OperationMention> = {}) =>
  mentionOf(text, { source: 'curl', certain: true, ...given });

interface Case {
  readonly clue: string;
  /** The first is judged. */
  readonly page: readonly (string | OperationMention)[];
  readonly otherPage?: readonly (string | OperationMention)[];
  readonly outcome: string;
  readonly evidence: string;
}

const cases: readonly Case[] = [
  {
    clue: 'nothing but versions and parameters names no resource',
    page: [curl('GET https://api.orchard.example/v2')],
    outcome: 'unplaced',
    evidence: 'path: it has no word of its own',
  },
  {
    clue: 'a spec that was not given cannot be held against it',
    page: [mentionOf('GET /cider', { source: 'frontmatter', certain: true, spec: 'press' })],
    outcome: 'unplaced',
    evidence: 'spec: the spec `press` is not among those of this run',
  },
  {
    clue: 'our server settles it',
    page: [curl('GET https://api.orchard.example/v2/beehives')],
    outcome: 'missing path',
    evidence: 'host: `api.orchard.example` is a server of orchard',
  },
  {
    clue: 'our server settles it, unless the path lies outside its base path',
    page: [curl('GET https://api.orchard.example/status')],
    outcome: 'foreign',
    evidence: 'host: it lies outside the base path of our server',
  },
  {
    clue: 'a bare address on our server says of no request',
    page: ['https://api.orchard.example/v2/beehives'],
    outcome: 'unplaced',
    evidence: 'form: nothing says that it is an endpoint',
  },
  {
    clue: 'front matter declares operations of the spec',
    page: [mentionOf('GET /beehives', { source: 'frontmatter', certain: true })],
    outcome: 'missing path',
    evidence: 'form: it declares an operation of the spec',
  },
  {
    clue: 'components declare operations of the spec',
    page: [mentionOf('GET /beehives', { source: 'jsx', certain: true })],
    outcome: 'missing path',
    evidence: 'form: it declares an operation of the spec',
  },
  {
    clue: 'a placeholder that serves our paths serves this one, if it resembles ours',
    page: [curl('GET $BASE_URL/orchard'), curl('GET $BASE_URL/orchards')],
    outcome: 'missing path',
    evidence: 'host: other paths on `$BASE_URL` are in the spec',
  },
  {
    clue: 'a placeholder that serves our paths may serve others',
    page: [curl('GET $BASE_URL/beehives'), curl('GET $BASE_URL/orchards')],
    outcome: 'unplaced',
    evidence: 'host: other paths on `$BASE_URL` are in the spec',
  },
  {
    clue: 'an unknown host that serves two of our paths is ours',
    page: [
      curl('GET https://staging.example/orchard'),
      curl('GET https://staging.example/orchards'),
      curl('GET https://staging.example/harvests'),
    ],
    outcome: 'missing path',
    evidence: 'host: other paths on `staging.example` are in the spec',
  },
  {
    clue: 'an unknown host that serves one of our paths is not',
    page: [curl('GET https://staging.example/orchard'), curl('GET https://staging.example/orchards')],
    outcome: 'foreign',
    evidence: 'host: no spec names the server `staging.example`',
  },
  {
    clue: 'a prefix that this page calls elsewhere is not ours',
    page: ['GET /harvest/latest', curl('GET https://weather.example/harvest/latest')],
    outcome: 'foreign',
    evidence: 'page: this page calls `/harvest` on another server',
  },
  {
    clue: 'a prefix that this page calls here and elsewhere is ours',
    page: [
      'GET /v2/beehives/42',
      curl('GET https://weather.example/v2/beehives'),
      curl('GET https://api.orchard.example/v2/beehives'),
    ],
    outcome: 'missing path',
    evidence: 'site: this site calls `/beehives` on our server',
  },
  {
    clue: 'a prefix that another page calls on our server is ours',
    page: ['GET /v2/beehives/{id}'],
    otherPage: [curl('GET https://api.orchard.example/v2/beehives')],
    outcome: 'missing path',
    evidence: 'site: this site calls `/beehives` on our server',
  },
  {
    clue: 'a prefix that another page calls elsewhere is not ours',
    page: ['GET /harvest/by-weather/forecast'],
    otherPage: [curl('GET https://weather.example/harvest/latest')],
    outcome: 'foreign',
    evidence: 'site: this site calls `/harvest` on another server',
  },
  {
    clue: 'a family that differs in one word was renamed',
    page: ['GET /groves/{id}/trees', 'POST /groves/{id}/trees', 'DELETE /groves/{id}/trees/{tree}'],
    outcome: 'missing path',
    evidence: 'family: its neighbours differ from paths of the spec in the same word',
  },
  {
    clue: 'two make no family',
    page: ['GET /groves/{id}/trees', 'POST /groves/{id}/trees'],
    outcome: 'unplaced',
    evidence: 'path: nothing tells whether it speaks of this API',
  },
  {
    clue: 'among strangers likeness is chance',
    page: ['GET /harvest', 'GET /bins', 'PUT /bins/{name}', 'POST /bins/{name}/find'],
    outcome: 'unplaced',
    evidence: "page: most calls around it are none of the specs'",
  },
  {
    clue: 'all but a path of the spec',
    page: ['POST /orchard'],
    outcome: 'missing path',
    evidence: 'likeness: it is all but a path of the spec',
  },
  {
    clue: 'all but a path of the spec, but nobody calls it an endpoint',
    page: ['/orchard'],
    outcome: 'unplaced',
    evidence: ': nothing ',
  },
  {
    clue: 'all but a path of the spec, and called an endpoint',
    page: [mentionOf('/orchard', { certain: true })],
    outcome: 'missing path',
    evidence: 'likeness: it is all but a path of the spec',
  },
  {
    clue: 'our base path with some likeness',
    page: ['GET /v2/health/redi'],
    outcome: 'missing path',
    evidence: 'base: it starts with `/v2`, as the server does',
  },
  {
    clue: 'our base path alone',
    page: ['GET /v2/cider'],
    outcome: 'unplaced',
    evidence: 'path: nothing tells whether it speaks of this API',
  },
  {
    clue: 'other paths of the spec lie under its prefix',
    page: ['GET /orchards/{id}/shrubs'],
    outcome: 'missing path',
    evidence: 'prefix: the spec has other paths under `/orchards`',
  },
  {
    clue: 'a value that holds slashes looks like a path of its own',
    page: [curl('DELETE https://api.orchard.example/v2/orchards/42/trees/north/row-3.west')],
    outcome: 'unplaced',
    evidence: 'path: a value may hold slashes',
  },
  {
    clue: 'a placeholder that serves many of our paths serves no others',
    page: [
      curl('GET $BASE_URL/beehives'),
      ...Array.from({ length: 12 }, (_, index) => curl(`GET $BASE_URL/orchards/${index}`)),
    ],
    outcome: 'missing path',
    evidence: 'host: other paths on `$BASE_URL` are in the spec',
  },
  {
    clue: 'two words that agree count even among strangers',
    page: ['GET /orchard/{id}/tree', 'GET /bins', 'PUT /bins/{name}', 'POST /bins/{name}/find'],
    outcome: 'missing path',
    evidence: 'likeness: it is all but a path of the spec',
  },
  {
    clue: 'no clue',
    page: ['GET /cider'],
    outcome: 'unplaced',
    evidence: 'path: nothing tells whether it speaks of this API',
  },
];

it.each(cases)('$clue', ({ page, otherPage = [], outcome, evidence }) => {
  const pages = [pageOf('guides/trees.mdx', page), pageOf('guides/others.mdx', otherPage)];
  const [binding] = bindPages(pages, { truth });
  expect(binding && inWords(binding)).toBe(outcome);
  expect(binding && evidenceOf(binding)).toContain(evidence);
});

test('an operationId like no other is missing where its form names operationIds only', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `pick_${index}`);
  const full = truthOf({ paths: Object.fromEntries(ids.map((id) => [`/${id}`, `GET=${id}`])) });
  const named = (names: readonly string[]) => {
    const mentions = names.map((id) => mentionOf(`#${id}`, { source: 'frontmatter', certain: true }));
    const [binding] = bindPages([pageOf('guides/trees.mdx', mentions)], { truth: full });
    return binding && inWords(binding);
  };
  expect(named(['mow_the_lawn', ...ids])).toBe('missing operation');
  expect(named(['mow_the_lawn', ...ids.slice(0, 4)])).toBe('unplaced');
  expect(named(['mow_the_lawn', 'rake_the_leaves', ...ids])).toBe('unplaced');
});
