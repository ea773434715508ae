import { describe, expect, it, test } from 'vitest';
import type { OperationMention } from '../../src/model.ts';
import { bindFirst, bindPages, evidenceOf, describe as inWords, mentionOf, pageOf, truthOf } from './orchard.ts';

const truth = truthOf({
  paths: {
    '/orchards': 'GET=list_orchards POST=create_orchard',
    '/orchards/{orchard_id}': 'GET=get_orchard PATCH=change_orchard',
    '/orchards/{orchard_id}/trees': 'GET=list_trees POST=plant_tree',
    '/harvests/latest': 'GET=get_latest_harvest',
    '/harvests/{harvest_id}': 'GET=get_harvest DELETE=delete_harvest',
    '/harvests/{harvest_id}/crates/{crate_id}': 'GET=get_crate',
    '/pickers/{picker_id}/crates/{crate_id}': 'GET=get_picked_crate',
    '/blossoms': 'GET=list_blossoms $ref',
  },
});

interface Case {
  readonly title: string;
  readonly mention: string | OperationMention;
  readonly outcome: string;
  readonly evidence: string;
}

const call = (text: string, given: Partial<OperationMention> = {}) =>
  mentionOf(text, { source: 'curl', certain: true, ...given });

const cases: readonly Case[] = [
  {
    title: 'binds a method and a path',
    mention: 'GET /orchards/{id}',
    outcome: 'bound orchard GET /orchards/{orchard_id}',
    evidence: 'host: no host is written; path: fits `/orchards/{orchard_id}`',
  },
  {
    title: 'binds a path alone to all its operations',
    mention: '/orchards',
    outcome: 'bound orchard GET /orchards, orchard POST /orchards',
    evidence: 'host: no host is written; path: fits `/orchards`',
  },
  {
    title: 'binds a path with its base path',
    mention: 'POST /v2/orchards/',
    outcome: 'bound orchard POST /orchards',
    evidence: 'host: no host is written; path: fits `/orchards`',
  },
  {
    title: 'binds a URL on our server',
    mention: call('GET https://api.orchard.example/v2/harvests/latest?fields=sum'),
    outcome: 'bound orchard GET /harvests/latest',
    evidence: 'host: `api.orchard.example` is a server of orchard; path: fits `/harvests/latest`',
  },
  {
    title: 'binds a URL on a placeholder',
    mention: call('GET $BASE_URL/orchards/$ID/trees'),
    outcome: 'bound orchard GET /orchards/{orchard_id}/trees',
    evidence: 'host: `$BASE_URL` may be any server; path: fits `/orchards/{orchard_id}/trees`',
  },
  {
    title: 'binds the end of a path in prose',
    mention: 'POST /trees',
    outcome: 'bound orchard POST /orchards/{orchard_id}/trees',
    evidence:
      'host: no host is written; path: fits `/orchards/{orchard_id}/trees`; abbreviation: only the end of the path is written',
  },
  {
    title: 'binds a path under the base that the text states',
    mention: mentionOf('GET /trees', { source: 'table', base: mentionOf('/orchards/{id}').target }),
    outcome: 'bound orchard GET /orchards/{orchard_id}/trees',
    evidence: 'host: no host is written; path: fits `/orchards/{orchard_id}/trees`',
  },
  {
    title: 'binds an operationId',
    mention: mentionOf('#plant_tree', { source: 'frontmatter', certain: true }),
    outcome: 'bound orchard POST /orchards/{orchard_id}/trees',
    evidence: 'operationId: `plant_tree`',
  },
  {
    title: 'binds an operationId that was made a slug',
    mention: mentionOf('#plant-tree', { source: 'frontmatter', certain: true }),
    outcome: 'bound orchard POST /orchards/{orchard_id}/trees',
    evidence: 'operationId: `plant-tree`',
  },
  {
    title: 'binds a wildcard to what lies below it',
    mention: '/harvests/*',
    outcome:
      'bound orchard GET /harvests/latest, orchard GET /harvests/{harvest_id}, orchard DELETE /harvests/{harvest_id}, orchard GET /harvests/{harvest_id}/crates/{crate_id}',
    evidence: 'host: no host is written; path: fits',
  },
  {
    title: 'leaves the end of several paths open',
    mention: 'GET /crates/{id}',
    outcome:
      'ambiguous orchard GET /harvests/{harvest_id}/crates/{crate_id}, orchard GET /pickers/{picker_id}/crates/{crate_id}',
    evidence: 'abbreviation: only the end of the path is written',
  },
  {
    title: 'leaves open what a variable stands for',
    mention: 'GET /orchards/42/$PART',
    outcome: 'ambiguous orchard GET /orchards/{orchard_id}/trees',
    evidence: 'path: fits `/orchards/{orchard_id}/trees`',
  },
  {
    title: 'leaves a method open whose path item was not read to its end',
    mention: 'DELETE /blossoms',
    outcome: 'ambiguous ',
    evidence: 'path: fits `/blossoms`',
  },
  {
    title: 'leaves a value open that is a path of its own with other methods',
    mention: 'DELETE /harvests/latest',
    outcome: 'ambiguous orchard DELETE /harvests/{harvest_id}',
    evidence: 'path: fits `/harvests/latest`',
  },
  {
    title: 'misses a method',
    mention: 'PUT /orchards/{id}',
    outcome: 'missing method',
    evidence: 'host: no host is written; path: fits `/orchards/{orchard_id}`',
  },
  {
    title: 'misses a path',
    mention: 'GET /orchard',
    outcome: 'missing path',
    evidence: 'likeness: it is all but a path of the spec',
  },
  {
    title: 'misses a path that a template hides',
    mention: 'GET /harvests/lates',
    outcome: 'missing path',
    evidence: 'sibling: `/harvests/latest` is a path of its own',
  },
  {
    title: 'misses an operationId that is all but one of the spec',
    mention: mentionOf('#plant_tre', { source: 'frontmatter', certain: true }),
    outcome: 'missing operation',
    evidence: 'operationId: no spec has the operationId `plant_tre`',
  },
  {
    title: 'passes by an operationId like no other',
    mention: mentionOf('#mow_the_lawn', { source: 'frontmatter', certain: true }),
    outcome: 'unplaced',
    evidence: 'operationId: no spec has the operationId `mow_the_lawn`',
  },
  {
    title: 'passes by another server',
    mention: call('GET https://weather.example/v1/forecast'),
    outcome: 'foreign',
    evidence: 'host: no spec names the server `weather.example`',
  },
  {
    title: 'passes by another server with one of our paths',
    mention: call('GET http://localhost:3000/orchards'),
    outcome: 'foreign',
    evidence: 'path: a spec has this path, but on other servers',
  },
  {
    title: 'passes by a wrong method of a shortened path',
    mention: 'DELETE /trees',
    outcome: 'unplaced',
    evidence: 'abbreviation: only the end of the path is written',
  },
];

describe('bind', () => {
  it.each(cases)('$title', ({ mention, outcome, evidence }) => {
    const binding = bindFirst([mention], { truth });
    expect(inWords(binding)).toBe(outcome);
    expect(evidenceOf(binding)).toContain(evidence);
  });
});

test('a path that only a parameter fits is passed by, unless the host is ours', () => {
  const rooted = truthOf({ paths: { '/{season}': 'GET' } });
  expect(inWords(bindFirst(['GET /cider'], { truth: rooted }))).toBe('unplaced');
  const onOurs = bindFirst([call('GET https://api.orchard.example/v2/autumn')], { truth: rooted });
  expect(inWords(onOurs)).toBe('bound orchard GET /{season}');
});

test('a bound path tells which segment stands at which', () => {
  const { target } = bindFirst(['GET /v2/orchards/:id/trees'], { truth });
  const pairs = target.status === 'bound' ? target.pairs : undefined;
  expect(pairs?.map(({ mention, spec }) => `${mention.text} ${spec.text}`)).toEqual([
    'orchards orchards',
    ':id {orchard_id}',
    'trees trees',
  ]);
});

test('a shortened path tells nothing of segments', () => {
  expect(bindFirst(['GET /trees'], { truth }).target).not.toHaveProperty('pairs');
});

test('a missing path knows what was meant, in the spelling of the guide', () => {
  const { target } = bindFirst([call('POST https://api.orchard.example/v2/orchards/$ID/tree')], { truth });
  const [nearest] = target.status === 'missing' ? target.nearest : [];
  expect(nearest).toMatchObject({
    operation: 'orchard POST /orchards/{orchard_id}/trees',
    rewrite: '/v2/orchards/$ID/trees',
  });
});

test('a missing path knows the leading part under which there is nothing at all', () => {
  const prefixOf = (path: string) => {
    const { target } = bindFirst([call(`GET https://api.orchard.example/v2${path}`)], {
      truth: truthOf({ paths: { '/orchards': 'GET', '/orchards/{id}/trees': 'GET' } }),
    });
    return target.status === 'missing' ? target.unknownPrefix : target.status;
  };
  expect(prefixOf('/irrigation/valves/42')).toBe('/v2/irrigation');
  expect(prefixOf('/orchards/42/shrubs')).toBeUndefined();
});

test('a missing method knows those that are there, and where the link leads', () => {
  const linked = mentionOf('PUT /orchards/{id}', { operationId: 'change_orchard' });
  expect(bindFirst([linked], { truth }).target).toMatchObject({
    status: 'missing',
    reason: 'method',
    template: '/orchards/{orchard_id}',
    linked: 'orchard PATCH /orchards/{orchard_id}',
    nearest: [
      { operation: 'orchard GET /orchards/{orchard_id}' },
      { operation: 'orchard PATCH /orchards/{orchard_id}' },
    ],
  });
});

test('a link to another operation than its text is kept, one that agrees is not', () => {
  const linkedTo = (operationId: string) => {
    const { target } = bindFirst([mentionOf('GET /orchards/{id}', { operationId })], { truth });
    return target.status === 'bound' ? target.linked : target.status;
  };
  expect(linkedTo('list_trees')).toBe('orchard GET /orchards/{orchard_id}/trees');
  expect(linkedTo('get_orchard')).toBeUndefined();
  expect(linkedTo('nobody_knows')).toBeUndefined();
});

describe('two servers', () => {
  const servers = truthOf(
    {
      name: 'control',
      servers: ['https://control.orchard.example', 'https://photos.orchard.example'],
      paths: { '/farms': 'GET POST', '/photos': 'POST' },
      servedBy: { '/farms': [0], '/photos': [1] },
    },
    { name: 'tenant', servers: ['https://{farm}.farms.example/api'], paths: { '/trees': 'GET' } },
  );
  const hosts = { control: { $CP: 'https://control.orchard.example' } };
  const otherHosts = (address: string) => {
    const { target } = bindFirst([call(address)], { truth: servers, hosts });
    return target.status === 'bound' ? target.otherHosts : target.status;
  };

  it.each<[string, readonly string[] | string | undefined]>([
    ['GET https://control.orchard.example/farms', undefined],
    ['GET https://demo.farms.example/api/trees', undefined],
    ['GET $CP/farms', undefined],
    ['POST $PHOTOS/photos', undefined],
    ['GET https://control.orchard.example/trees', ['{farm}.farms.example']],
    ['GET https://demo.farms.example/farms', ['control.orchard.example']],
    ['POST https://control.orchard.example/photos', ['photos.orchard.example']],
    ['GET $CP/trees', ['{farm}.farms.example']],
    ['GET https://farms.example/trees', 'foreign'],
  ])('%s', (address, expected) => {
    expect(otherHosts(address)).toEqual(expected);
  });

  test('a stranger among calls of ours in one sample is on the wrong server, alone it is not', () => {
    const block = 7;
    const stranger = call('GET https://garden.example/farms', { block });
    const ours = ['GET', 'POST'].map((method) => call(`${method} https://control.orchard.example/farms`, { block }));
    expect(bindFirst([stranger, ...ours], { truth: servers }).target).toMatchObject({
      status: 'bound',
      otherHosts: ['control.orchard.example'],
    });
    expect(bindFirst([stranger, ...ours.slice(1)], { truth: servers }).target.status).toBe('foreign');
    expect(bindFirst([stranger], { truth: servers }).target.status).toBe('foreign');
  });
});

describe('several specs', () => {
  const versions = truthOf(
    { name: 'v1', servers: ['https://api.orchard.example/v1'], paths: { '/trees': 'GET=list_trees' } },
    { name: 'v2', servers: ['https://api.orchard.example/v2'], paths: { '/trees': 'POST=list_trees' } },
  );
  const bound = (mention: string | OperationMention, frontmatter?: Readonly<Record<string, unknown>>) => {
    const [binding] = bindPages([pageOf('guides/trees.mdx', [mention], frontmatter)], { truth: versions });
    return binding && inWords(binding);
  };

  test('either may have what a mention says', () => {
    expect(bound('GET /trees')).toBe('bound v1 GET /trees');
    expect(bound('POST /trees')).toBe('bound v2 POST /trees');
    expect(bound('PUT /trees')).toBe('missing method');
  });

  test('the base path chooses', () => {
    expect(bound(call('GET https://api.orchard.example/v2/trees'))).toBe('missing method');
    expect(bound(call('POST https://api.orchard.example/v2/trees'))).toBe('bound v2 POST /trees');
  });

  test('front matter of the page chooses, unless it names none that is there', () => {
    expect(bound('GET /trees', { specwins: { spec: 'v2' } })).toBe('missing method');
    expect(bound('GET /trees', { specwins: { spec: 'v1' } })).toBe('bound v1 GET /trees');
    expect(bound('GET /trees', { specwins: { spec: 'v3' } })).toBe('bound v1 GET /trees');
    expect(bound('GET /trees', { specwins: 'v2' })).toBe('bound v1 GET /trees');
    expect(bound('GET /trees', { specwins: null })).toBe('bound v1 GET /trees');
  });

  test('the mention chooses, by name or by file', () => {
    const named = (spec: string) => bound(mentionOf('GET /trees', { source: 'frontmatter', spec }));
    expect(named('v2')).toBe('missing method');
    expect(named('/specs/v2.json')).toBe('missing method');
    expect(named('v1')).toBe('bound v1 GET /trees');
    expect(named('v3')).toBe('bound v1 GET /trees');
  });

  test('an operationId is looked for in all of them', () => {
    expect(bound(mentionOf('#list_trees', { source: 'frontmatter' }))).toBe('bound v1 GET /trees');
  });
});

test('paths that differ in a fragment alone are one', () => {
  const fragments = truthOf({
    paths: { '/trees/{id}': 'GET PUT', '/trees/{id}#move': 'PUT', '/trees/{id}#revive': 'POST' },
  });
  const bound = (text: string) => inWords(bindFirst([text], { truth: fragments }));
  expect(bound('PUT /trees/42')).toBe('bound orchard PUT /trees/{id}, orchard PUT /trees/{id}#move');
  expect(bound('POST /trees/42')).toBe('bound orchard POST /trees/{id}#revive');
  expect(bound('DELETE /trees/42')).toBe('missing method');
});

test('a snippet is bound once for each page that renders it, at its own file', () => {
  const snippet = pageOf('snippets/first-call.mdx', ['GET /orchards']);
  const pages = ['guides/a.mdx', 'guides/b.mdx'].map((file) => pageOf(file, ['POST /orchards']));
  const snippets = new Map(pages.map(({ file }) => [file, [snippet]]));
  const bindings = bindPages(pages, { truth, snippets });
  expect(bindings.map(({ page, file }) => `${page} ${file}`)).toEqual([
    'guides/a.mdx guides/a.mdx',
    'guides/a.mdx snippets/first-call.mdx',
    'guides/b.mdx guides/b.mdx',
    'guides/b.mdx snippets/first-call.mdx',
  ]);
});

test('without specs nothing is judged', () => {
  const outcomes = ['GET /orchards', call('GET https://api.orchard.example/v2'), mentionOf('#list_trees')].map(
    (mention) => bindFirst([mention], { truth: { specs: [], operations: {} } }).target.status,
  );
  expect(outcomes.filter((status) => status === 'missing' || status === 'bound')).toEqual([]);
});
