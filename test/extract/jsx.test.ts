import { describe, expect, it } from 'vitest';
import { mentionsIn, readPage } from './read-page.ts';

const mdx = { format: 'mdx' } as const;

describe('components that name an operation', () => {
  it.each([
    ['<Endpoint method="GET" path="/trees/{id}" />', ['GET /trees/{id} at «/trees/{id}»']],
    ["<Endpoint path='/trees' method='post'>Creates a tree.</Endpoint>", ['POST /trees at «/trees»']],
    ['<Endpoint\n  method="GET"\n  path="/trees"\n/>', ['GET /trees at «/trees»']],
    ['Send <Endpoint method="GET" path="/trees" /> first.', ['GET /trees at «/trees»']],
    [
      '<Endpoints>\n  <Endpoint method="GET" path="/trees" />\n  <Endpoint method="PUT" path="/pests" />\n</Endpoints>',
      ['GET /trees at «/trees»', 'PUT /pests at «/pests»'],
    ],
    ['<Endpoint operationId="listTrees" />', ['at «listTrees» id listTrees']],
    ['<EndpointRequestSnippet endpoint="POST /trees" />', ['POST /trees at «/trees»']],
    ['<Api endpoint={"GET /trees"} />', ['GET /trees at «/trees»']],
    ['<Route method="PUT">/trees/\\{id\\}</Route>', ['PUT /trees/{id} at «/trees/\\{id\\}»']],
    ['<Route method="PUT">\n  /trees/\\{id\\}\n</Route>', ['PUT /trees/{id} at «/trees/\\{id\\}»']],
    ['<Route method="PUT">`/trees/{id}`</Route>', ['PUT /trees/{id} at «/trees/{id}»']],
    ['<Route method="PUT">/trees/[\\{id\\}](./tree.mdx)</Route>', ['PUT /trees/{id} at «/trees/[\\{id\\}»']],
    ['<Route method="PUT" path="/trees" />', ['PUT /trees at «/trees»']],
    ['<Endpoint method={method} path={path} />', []],
    ['<Endpoint {...props} />', []],
    ['<Route method="PUT">a path and more</Route>', []],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text, mdx)).toEqual(expected);
  });

  it("may list them, as Fumadocs' APIPage", () => {
    const text =
      '<APIPage document={"openapi.json"} operations={[{"path":"/trees","method":"post"},{path:\'/trees/{id}\', method: "get"}]} webhooks={[]} hasHead={true} />';
    expect(mentionsIn(text, { format: 'mdx', framework: 'fumadocs' })).toEqual([
      'POST /trees at «/trees»',
      'GET /trees/{id} at «/trees/{id}»',
    ]);
  });
});

describe('operations between tags', () => {
  it.each([
    ['<Card>See `GET /trees`</Card>', ['GET /trees']],
    ['<Card>\n  See `GET /trees`\n</Card>', ['GET /trees']],
    ['- <b>GET /trees</b>', ['GET /trees']],
    ['<Tip>GET /trees</Tip> <Tip>GET /pests</Tip>', ['GET /trees', 'GET /pests']],
    ['<Card><b>GET</b> /trees</Card>', ['GET /trees at «GET</b> /trees»']],
    [
      '<details>\n<summary>Show <code>GET /trees</code></summary>\n\n`GET /pests`\n\n</details>',
      ['GET /trees', 'GET /pests'],
    ],
    ['<div><code>GET /trees</code></div>', ['GET /trees']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text, mdx)).toEqual(expected);
  });
});

describe('links, ids and snippets in components', () => {
  it('are facts of the page', () => {
    const text = [
      "import Sample from '/snippets/sample.mdx';",
      "import { Card } from '../card';",
      '',
      '<Card href="/guides/trees" id="start">x</Card>',
      '',
      '<a name="old">x</a> <img src="/tree.png" />',
      '',
      '<Snippet file="auth.mdx" />',
      '',
      '<include>../shared/limits.mdx#all</include>',
    ].join('\n');
    const { links, anchors, imports } = readPage(text, mdx);
    expect(links.map(({ url, image }) => [url, image])).toEqual([
      ['/guides/trees', false],
      ['/tree.png', true],
    ]);
    expect(anchors.map((anchor) => ('id' in anchor ? anchor.id : anchor.kind))).toEqual(['start', 'old', 'dynamic']);
    expect(imports.map(({ source, span }) => [source, text.slice(span.start, span.end)])).toEqual([
      ['/snippets/sample.mdx', "import Sample from '/snippets/sample.mdx'"],
      ['/snippets/auth.mdx', '<Snippet file="auth.mdx" />'],
      ['../shared/limits.mdx', '<include>../shared/limits.mdx#all</include>'],
    ]);
  });

  it('of Markdown leave bare addresses to the reader', () => {
    const { links } = readPage('https://orchard.example and <https://orchard.example/a> and [b](/b "title")');
    expect(links.map(({ url }) => url)).toEqual(['https://orchard.example/a', '/b']);
  });
});
