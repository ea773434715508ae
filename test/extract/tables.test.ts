import { describe, expect, it } from 'vitest';
import { mentionsIn, operationsIn, readPage } from './read-page.ts';

const table = (head: string, ...rows: string[]) =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');

describe('a method and a path in a table', () => {
  it.each([
    ['one cell', table('Call | What', '`GET /trees` | List', 'POST /trees | Create'), ['GET /trees', 'POST /trees']],
    [
      'two cells',
      table('Method | Path', 'GET | `/trees`', '`POST` | /trees', '**PUT** | [`/trees/{id}`](./put.md)'),
      ['GET /trees at «/trees»', 'POST /trees at «/trees»', 'PUT /trees/{id} at «/trees/{id}»'],
    ],
    [
      'the path first',
      table('Route | Verb', '`/trees` | GET', 'trees/{id} | GET'),
      ['GET /trees at «/trees»', 'GET trees/{id} at «trees/{id}»'],
    ],
    [
      'a URL',
      table('Method | URL', 'GET | https://api.orchard.example/trees/:id'),
      ['GET https://api.orchard.example/trees/:id at «https://api.orchard.example/trees/:id»'],
    ],
    [
      'the method of the row above',
      table(' | Path | Limit', 'POST | `/trees/*` | 10', ' | `/harvests` | 1', '" | `/pests` | 1'),
      ['POST /trees/* at «/trees/*»', 'POST /harvests at «/harvests»', 'POST /pests at «/pests»'],
    ],
    [
      'several methods',
      table('`GET, POST` | `/trees/*`', 'GET, PUT | /harvests'),
      [
        'GET /trees/* at «/trees/*»',
        'POST /trees/* at «/trees/*»',
        'GET /harvests at «/harvests»',
        'PUT /harvests at «/harvests»',
      ],
    ],
    ['a column of endpoints', table('Endpoint | What', '/trees | List', '`/pests` | x'), ['/trees', '/pests']],
    ['an escaped pipe', table('Method | Path', 'GET | `/trees/{a\\|b}`'), ['GET /trees/{a|b} at «/trees/{a\\|b}»']],
    [
      'old and new paths',
      table('Old path | New path', '`GET /v1/trees` | `GET /v2/trees`'),
      ['GET /v1/trees historical', 'GET /v2/trees'],
    ],
    [
      'a column of old endpoints',
      table('Method | Endpoint | Old endpoint', 'GET | `/v2/trees` | `/v1/trees`'),
      ['GET /v2/trees at «/v2/trees»', 'GET /v1/trees at «/v1/trees» historical'],
    ],
  ])('%s', (_, text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });

  it('may stand in MDX with escaped braces', () => {
    const text = table('Method | Path', 'GET | <code>/trees/\\{id\\}</code>');
    expect(mentionsIn(text, { format: 'mdx' })).toEqual(['GET /trees/{id} at «/trees/\\{id\\}»']);
  });

  it('is certain and says that it is a table', () => {
    expect(readPage(table('Method | Path', 'GET | /trees')).mentions).toMatchObject([
      { source: 'table', certain: true },
    ]);
  });
});

describe('a base path stated above a table', () => {
  const rows = table('Method | Route', 'POST | `/plugins/:id/disable`');

  it.each([
    ['All routes below are relative to `/api/v1/admin`.', '/api/v1/admin'],
    ['Base URL: https://api.orchard.example/v2', 'https://api.orchard.example/v2'],
    ['These routes are served under `/admin`.', '/admin'],
    ['## Routes under /admin', '/admin'],
  ])('%s', (lead, base) => {
    const [mention] = mentionsIn(`${lead}\n\n${rows}`).slice(-1);
    expect(mention).toBe(`POST /plugins/:id/disable at «/plugins/:id/disable» below ${base}`);
  });

  it.each(['See `/admin` for more.', 'All under `/admin`.\n\n## Others'])('%s is none', (lead) => {
    expect(operationsIn(`${lead}\n\n${rows}`).at(-1)?.base).toBeUndefined();
  });
});

describe('tables that name no operation', () => {
  it.each([
    table('Field | Type | Description', '`path` | string | and/or', 'GET | string | the `id`'),
    table('Option | Default', '`--input` | ./trees/list.csv'),
    table('Status | Meaning', '200 | OK', '404 | not/found'),
  ])('%s', (text) => {
    expect(mentionsIn(text)).toEqual([]);
  });

  it('leave a path among other things unsure', () => {
    expect(mentionsIn(table('Path | Meaning', '`/etc/hosts` | names'))).toEqual(['/etc/hosts unsure']);
  });
});
