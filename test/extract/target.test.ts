// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/extract/target.ts';
import type { PathSegment } from '../../src/model.ts';
import { verbatim } from '../../src/text/source-text.ts';

const read = (text: string) => parseTarget(verbatim(text, 100), 0, text.length);

function describeSegment(segment: PathSegment): string {
  switch (segment.kind) {
    case 'literal':
      return segment.text;
    case 'parameter':
      return `${segment.style}:${segment.name}`;
    case 'mixed':
      return segment.pieces.join('·');
    case 'wildcard':
      return 'any';
  }
}

describe('how a path segment is spelled', () => {
  it.each([
    ['/trees/{id}', ['trees', 'brace:id']],
    ['/trees/{tree_id}/x', ['trees', 'brace:tree_id', 'x']],
    ['/trees/{tree.id}', ['trees', 'brace:tree.id']],
    ['/trees/{ id }', ['trees', 'brace:id']],
    ['/trees/:id', ['trees', 'colon:id']],
    ['/trees/:tree_id/pests/:pest-id', ['trees', 'colon:tree_id', 'pests', 'colon:pest-id']],
    ['/trees/<id>', ['trees', 'angle:id']],
    ['/trees/<TREE_ID>', ['trees', 'angle:TREE_ID']],
    ['/trees/<your tree id>', ['trees', 'angle:your tree id']],
    ['/trees/[id]', ['trees', 'bracket:id']],
    ['/trees/[[...slug]]', ['trees', 'bracket:slug']],
    ['/trees/[TREE_ID]', ['trees', 'bracket:TREE_ID']],
    ['/trees/$ID', ['trees', 'shell:ID']],
    ['/trees/${ID}', ['trees', 'shell:ID']],
    ['/trees/$(cat id)', ['trees', 'shell:cat id']],
    ['/trees/{{id}}', ['trees', 'template:id']],
    ['/trees/{{ tree.id }}', ['trees', 'template:tree.id']],
    ['/{{< orchard/version >}}/trees', ['template:orchard/version', 'trees']],
    ['/trees/TREE_ID', ['trees', 'word:TREE_ID']],
    ['/trees/YOUR-ID/x', ['trees', 'word:YOUR-ID', 'x']],
    ['/trees/(id or name)/x', ['trees', 'word:id or name', 'x']],
    ['/trees/&#123;id&#125;', ['trees', 'brace:id']],
    ['/trees/&lt;id&gt;', ['trees', 'angle:id']],
    ['/trees/\\{id\\}', ['trees', 'brace:id']],
    ['/trees/*', ['trees', 'any']],
    ['/trees/**', ['trees', 'any']],
    ['/trees/...', ['trees', 'any']],
    ['/trees/…', ['trees', 'any']],
    ['/trees/{id}.json', ['trees', '·.json']],
    ['/trees/{from}..{to}', ['trees', '·..·']],
    ['/trees/tree-$ID', ['trees', 'tree-·']],
    ['/trees/{id}:prune', ['trees', '·:prune']],
    ['/trees:batch', ['trees:batch']],
    ['/blobs/sha256:29fd', ['blobs', 'sha256:29fd']],
    ['/trees/Tree:0a1b', ['trees', 'Tree:0a1b']],
    ['/growers/ann@orchard.example', ['growers', 'ann@orchard.example']],
    ['/trees/12345', ['trees', '12345']],
    ['/V2/trees', ['V2', 'trees']],
    ['/trees/', ['trees']],
    ['//trees', []],
    ['/', undefined],
    ['v1/trees', ['v1', 'trees']],
    ['trees', undefined],
    ['/trees with words', undefined],
    ['/^trees', undefined],
    ['/trees"', undefined],
    ['/trees\\d', undefined],
  ])('%s', (text, expected) => {
    expect(read(text)?.segments.map(describeSegment)).toEqual(expected);
    for (const { span, text: segment } of read(text)?.segments ?? [])
      expect(text.slice(span.start - 100, span.end - 100)).toBe(segment);
  });
});

describe('the host of an address', () => {
  it.each([
    ['https://api.orchard.example/2.0/trees', 'literal api.orchard.example', '/2.0/trees'],
    ['http://localhost:7700/trees', 'literal localhost:7700', '/trees'],
    ['localhost:7700/trees', 'literal localhost:7700', '/trees'],
    ['127.0.0.1/trees', 'literal 127.0.0.1', '/trees'],
    ['api.orchard.example/trees', 'literal api.orchard.example', '/trees'],
    ['//api.orchard.example/trees', 'literal api.orchard.example', '/trees'],
    ['wss://api.orchard.example/trees', 'literal api.orchard.example', '/trees'],
    ['https://user:secret@api.orchard.example/trees', 'literal api.orchard.example', '/trees'],
    ['https://{org}.orchard.example/trees', 'pattern {org}.orchard.example', '/trees'],
    ['https://$ORG.orchard.example/trees', 'pattern $ORG.orchard.example', '/trees'],
    ['https://<your-domain>/trees', 'variable <your-domain>', '/trees'],
    ['https://{endpoint}/trees/{id}', 'variable {endpoint}', '/trees/{id}'],
    ['$BASE_URL/trees', 'variable $BASE_URL', '/trees'],
    ['${ORCHARD_URL}/trees', 'variable ${ORCHARD_URL}', '/trees'],
    ['{{baseUrl}}/trees', 'variable {{baseUrl}}', '/trees'],
    ['{{< orchard/host >}}/trees', 'variable {{< orchard/host >}}', '/trees'],
    ['{baseUrl}/trees', 'variable {baseUrl}', '/trees'],
    ['ORCHARD_URL/trees', 'variable ORCHARD_URL', '/trees'],
    ['https://api.orchard.example', 'literal api.orchard.example', ''],
    ['/trees', undefined, '/trees'],
    ['v1.2/trees', undefined, 'v1.2/trees'],
    ['guides/index.md', undefined, 'guides/index.md'],
    ['{id}/trees', undefined, '{id}/trees'],
  ])('%s', (text, host, path) => {
    const target = read(text);
    expect(target?.host && `${target.host.kind} ${target.host.text}`).toBe(host);
    expect(target && text.slice(target.pathSpan.start - 100, target.pathSpan.end - 100)).toBe(path);
    if (target?.host)
      expect(text.slice(target.host.span.start - 100, target.host.span.end - 100)).toBe(target.host.text);
  });

  it.each(['ftp://orchard.example/trees', 'mailto://ann', 'e://list_trees', 'https://'])('%s is no address', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('the query of an address', () => {
  it.each([
    ['/trees?limit=20', [['limit', '20']]],
    [
      '/trees?limit=20&ripe',
      [
        ['limit', '20'],
        ['ripe', undefined],
      ],
    ],
    [
      '/trees?limit=20&amp;page=2',
      [
        ['limit', '20'],
        ['page', '2'],
      ],
    ],
    [
      '/trees?ids[]=1&filter[kind]=pear',
      [
        ['ids[]', '1'],
        ['filter[kind]', 'pear'],
      ],
    ],
    ['/trees?limit={limit}#top', [['limit', '{limit}']]],
    ['/trees?page=a/b', [['page', 'a/b']]],
    ['/trees?...', []],
    ['/trees?{query}', []],
    ['/trees?$PARAMS', []],
    ['/trees/{id?}', []],
    ['/trees#top', []],
  ])('%s', (text, expected) => {
    expect(read(text)?.query.map(({ name, value }) => [name, value])).toEqual(expected);
  });
});

describe('a whole URL as a value', () => {
  it('is one segment', () => {
    const target = read('https://queue.orchard.example/publish/https://example.com/hook');
    expect(target?.segments.map(({ text }) => text)).toEqual(['publish', 'https://example.com/hook']);
  });
});
