import { describe, expect, it } from 'vitest';
import { mentionsIn, operationsIn, readPage } from './read-page.ts';

describe('a method and a path in one piece', () => {
  it.each([
    ['`GET /trees`', ['GET /trees']],
    ['- `POST /trees`\n- `GET /trees/{id}`', ['POST /trees', 'GET /trees/{id}']],
    ['Both work on `GET /trees/{tree_id}/stats` and `GET /stats`.', ['GET /trees/{tree_id}/stats', 'GET /stats']],
    ['`GET  /trees`', ['GET /trees at «GET  /trees»']],
    ['`GET: /trees`', ['GET /trees at «GET: /trees»']],
    ['`GET /trees HTTP/1.1`', ['GET /trees']],
    ['`get /trees`', ['GET /trees at «get /trees»']],
    ['`DEL /trees/{id}`', ['DEL /trees/{id}']],
    ['`QUERY /trees`', ['QUERY /trees']],
    ['`POST v1/trees`', ['POST v1/trees']],
    ['`GET api.orchard.example/trees`', ['GET api.orchard.example/trees']],
    ['It sends GET /trees/{id} first.', ['GET /trees/{id}']],
    ['HTTP GET https://api.orchard.example/trees answers.', ['GET https://api.orchard.example/trees']],
    ['Then POST\n/trees.', ['POST /trees at «POST\n/trees»']],
    ['`POST\n/trees`', ['POST /trees at «POST\n/trees»']],
    ['<code>GET /trees/{id}</code>', ['GET /trees/{id}']],
    ['GET {{baseUrl}}/trees and GET $BASE_URL/trees', ['GET {{baseUrl}}/trees', 'GET $BASE_URL/trees']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });

  it('is prose outside of code and inline code inside', () => {
    const { mentions } = readPage('GET /trees or `GET /harvests`');
    expect(mentions.map(({ source }) => source)).toEqual(['prose', 'inline-code']);
  });
});

describe('several methods for one path', () => {
  it.each([
    ['PUT/GET /trees/{id}', ['PUT', 'GET']],
    ['`GET|POST /trees/{id}`', ['GET', 'POST']],
    ['`GET, POST /trees/{id}`', ['GET', 'POST']],
    ['`GET and PUT /trees/{id}`', ['GET', 'PUT']],
    ['- GET/POST `/trees/{id}`', ['GET', 'POST']],
    ['`GET`/`POST` `/trees/{id}`', ['GET', 'POST']],
    ['`PATCH` and `DELETE /trees/{id}` now return tasks', ['DELETE', 'PATCH']],
    ['`PUT`, and `DELETE /trees/{id}` work', ['DELETE', 'PUT']],
    ['GET, PUT and `DELETE /trees/{id}` work', ['DELETE', 'GET', 'PUT']],
    ['PATCH or `PUT /trees/{id}`', ['PUT', 'PATCH']],
  ])('%s', (text, methods) => {
    const mentions = operationsIn(text);
    expect(mentions.map(({ method }) => method?.value)).toEqual(methods);
    expect(new Set(mentions.map(({ target }) => target?.text))).toEqual(new Set(['/trees/{id}']));
    expect(mentions.every(({ certain }) => certain)).toBe(true);
  });
});

describe('a method beside the path', () => {
  it.each([
    ['GET `/trees/{id}` here', ['GET /trees/{id} at «/trees/{id}»']],
    ['**POST** `/trees`', ['POST /trees at «/trees»']],
    ['`POST` `/trees`', ['POST /trees at «/trees»']],
    ['send a `POST` request to the `/trees` endpoint', ['POST /trees at «/trees»']],
    ['Make a POST request to `/trees`.', ['POST /trees at «/trees»']],
    ['Send a POST request to /trees with a body.', ['POST /trees at «POST request to /trees»']],
    ['call `/trees` (POST)', ['POST /trees at «/trees»']],
    ['the `/trees` endpoint (`POST`)', ['POST /trees at «/trees»']],
    ['`GET /trees` on the `/harvests` page', ['GET /trees', '/harvests unsure']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });
});

describe('a path without a method', () => {
  it.each([
    ['the `/trees` endpoint', ['/trees']],
    ['the `/trees` route', ['/trees']],
    ['the `/trees` API', ['/trees']],
    ['the endpoint `/trees`', ['/trees']],
    ['calling `/trees`', ['/trees']],
    ['the `/trees` page', ['/trees unsure']],
    ['see `https://api.orchard.example/trees`', ['https://api.orchard.example/trees unsure']],
    ['see `$BASE_URL/trees`', ['$BASE_URL/trees unsure']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });
});

describe('headings, emphasis and links around a mention', () => {
  it.each([
    ['### GET /trees/{id}', ['GET /trees/{id}']],
    ['### `/trees`', ['/trees unsure']],
    ['## List trees (`GET /trees`)', ['GET /trees']],
    ['GET /trees\n===', ['GET /trees']],
    ['**PATCH /network response change:**', ['PATCH /network']],
    ['**`POST /trees`**', ['POST /trees']],
    ['**GET** /trees', ['GET /trees at «GET** /trees»']],
    ['[`GET /trees`](/api/trees)', ['GET /trees']],
    ['[`GET /trees`](../api.mdx#operation/listTrees)', ['GET /trees id listTrees']],
    ['[`GET /trees`](../api.mdx#tag/trees/operation/listTrees)', ['GET /trees id listTrees']],
    ['[`PUT /trees/:id`](e://put_trees_id)', ['PUT /trees/:id id put_trees_id']],
    ['[the list](api.mdx#operation/listTrees)', ['at «the list» id listTrees']],
    ['[`GET /trees`][list]\n\n[list]: api.mdx#operation/listTrees', ['GET /trees id listTrees']],
    ['[the list][List]\n\n> [list]: api.mdx#operation/listTrees', ['at «the list» id listTrees']],
    ['[`GET /trees`]\n\n[`GET /trees`]: api.mdx#operation/listTrees', ['GET /trees id listTrees']],
    ['[`GET /trees`][nowhere]', ['GET /trees']],
    ['[home](https://orchard.example)', []],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });

  it('says that a heading is one', () => {
    expect(readPage('### `GET /trees`').mentions).toMatchObject([{ source: 'heading', section: 0 }]);
  });
});

describe('the end of a path', () => {
  it.each([
    ['`GET /trees.`', 'GET /trees'],
    ['(`GET /trees/{id}`).', 'GET /trees/{id}'],
    ['GET /trees. Then', 'GET /trees'],
    ['GET /trees, then', 'GET /trees'],
    ['GET /trees; then', 'GET /trees'],
    ['GET /trees: then', 'GET /trees'],
    ['GET /trees?', 'GET /trees'],
    ['"GET /trees"', 'GET /trees'],
    ['(GET /trees)', 'GET /trees'],
    ['(GET /trees/{id})', 'GET /trees/{id}'],
    ['“GET /trees”', 'GET /trees'],
    ['GET /trees/...', 'GET /trees/...'],
    ['GET /trees/\\*', 'GET /trees/* at «GET /trees/\\*»'],
    ['`GET /trees → 200`', 'GET /trees'],
    ['`GET /trees (admin)`', 'GET /trees'],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text)).toEqual([expected]);
  });
});

describe('escapes and character references', () => {
  it.each([
    ['md', 'GET /trees/\\{id\\}/pests', 'GET /trees/{id}/pests at «GET /trees/\\{id\\}/pests»'],
    ['mdx', 'GET /trees/\\{id\\}', 'GET /trees/{id} at «GET /trees/\\{id\\}»'],
    ['md', 'GET /trees/&#123;id&#125;/x', 'GET /trees/{id}/x at «GET /trees/&#123;id&#125;/x»'],
    ['md', 'GET /trees/&lt;id&gt;', 'GET /trees/<id> at «GET /trees/&lt;id&gt;»'],
    ['md', 'GET /tree\\_kinds', 'GET /tree_kinds at «GET /tree\\_kinds»'],
    ['md', 'GET /trees/<id>/pests', 'GET /trees/<id>/pests'],
    ['mdx', '<code>GET /trees/{id}</code> lists', 'GET /trees/{id}'],
    ['mdx', '<code>GET /trees/{id}</code>', 'GET /trees/{id}'],
    ['mdx', '<code>GET /trees/\\{id\\}</code>', 'GET /trees/{id} at «GET /trees/\\{id\\}»'],
    ['mdx', "<code>GET /trees/{'{id}'}</code>", "GET /trees/{id} at «GET /trees/{'{id}'}»"],
    ['mdx', '<code>GET /trees/&#123;id&#125;</code>', 'GET /trees/{id} at «GET /trees/&#123;id&#125;»'],
  ] as const)('%s: %s', (format, text, expected) => {
    expect(mentionsIn(text, { format })).toEqual([expected]);
  });
});

describe('the file as it lies on disk', () => {
  it.each([
    ['emoji', '🌳 🍎 call `GET /trees/{id}` 🍏 or GET /trees', ['GET /trees/{id}', 'GET /trees']],
    [
      'Windows line ends',
      '# Trees\r\n\r\nCall\r\n`GET /trees`,\r\nGET /harvests.\r\n',
      ['GET /trees', 'GET /harvests'],
    ],
    ['a byte order mark', '\uFEFF# Trees\n\nCall `GET /trees`.', ['GET /trees']],
    ['tabs', '-\tCall `GET /trees`\n\n\tor GET /harvests', ['GET /trees', 'GET /harvests']],
    ['hard line breaks', 'Call  \n`GET /trees`\\\nGET /harvests', ['GET /trees', 'GET /harvests']],
    ['combining marks', 'Vergér e\u0301 `GET /trees`', ['GET /trees']],
  ])('%s', (_, text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
  });
});

describe('what only looks like an operation', () => {
  it.each([
    'GET started with the POST office and PATCH notes /changelog.',
    'PATCH notes are at /changelog. POST it at /office.',
    'Read and/or write, I/O, on 1/2/2024, 24/7, HEAD/tail, TRACE / DEBUG.',
    'Edit /etc/hosts and src/trees/index.ts.',
    '`GET` is a method, `POST` and `PUT` too.',
    '`s/old/new/`, `src/trees/index.ts`, `./trees`, `../trees`, `@orchard/sdk`, `application/json`',
    '`/^\\/trees\\/[a-z]+$/`',
    '`Authorization: Bearer <token>`',
    '`get /etc/hosts`, `put /tmp/harvest.csv`, `delete /var/log/trees.log`',
    'A target that says GET/SET or OPTION/ALT.',
    '<!-- GET /trees -->',
    '![GET](/trees.png)',
  ])('%s', (text) => {
    expect(mentionsIn(text)).toEqual([]);
  });

  it.each([
    'Edit `/etc/hosts`.',
    'DELETE files under `/tmp/cache`.',
    'PUT your key in `/etc/orchard/key.pem`.',
    'GET the file `/var/log/orchard.log`.',
    'Open `/settings/trees`.',
    'Run `/usr/bin/orchard`.',
  ])('%s is not certain', (text) => {
    const mentions = operationsIn(text);
    expect(mentions.map(({ method, certain }) => [method?.value, certain])).toEqual([[undefined, false]]);
  });

  it('is not read from the properties of components', () => {
    const text =
      '<File path="/etc/hosts" />\n\n<Card title="GET /trees" href="/trees">Trees</Card>\n\n<ParamField path="id" />';
    expect(mentionsIn(text, { format: 'mdx' })).toEqual([]);
  });
});
