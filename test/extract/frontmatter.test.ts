import { describe, expect, it } from 'vitest';
import { mentionsIn, readPage } from './read-page.ts';

const matter = (...lines: string[]) => ['---', 'title: Trees', ...lines, '---', ''].join('\n');

describe("Mintlify's front matter", () => {
  it.each([
    ['openapi: "v3-openapi GET /api/v1/trees"', ['GET /api/v1/trees in v3-openapi']],
    ["openapi: '/api/v2-openapi.json GET /trees/{id}'", ['GET /trees/{id} in /api/v2-openapi.json']],
    ['openapi: get /trees/', ['GET /trees/ at «get /trees/»']],
    ['openapi:   POST   /trees # comment', ['POST /trees at «POST   /trees»']],
    [
      'api: "POST https://{endpoint}/update/{namespace}"\nauthMethod: bearer',
      ['POST https://{endpoint}/update/{namespace}'],
    ],
    ['openapi: openapi.json', []],
    ['openapi: webhook treeFelled', []],
    ['openapi: true', []],
    ['openapi:', []],
    ['openapi: [GET /trees]', []],
  ])('%s', (line, expected) => {
    expect(mentionsIn(matter(line), { format: 'mdx', framework: 'mintlify' })).toEqual(expected);
  });
});

describe("Fumadocs' front matter", () => {
  it.each([
    ["_openapi: { method: DELETE, route: '/trees/{id}' }", ['DELETE /trees/{id} at «/trees/{id}»']],
    ['_openapi:\n  method: get\n  route: /v1/trees\n  toc: []', ['GET /v1/trees at «/v1/trees»']],
    ['_openapi:\n  toc: []', []],
    ['_openapi: /trees', []],
  ])('%s', (lines, expected) => {
    expect(mentionsIn(matter(lines), { format: 'mdx', framework: 'fumadocs' })).toEqual(expected);
  });
});

describe('front matter of any framework', () => {
  it.each([
    ['related_endpoints: [get_trees_id, "post_trees"]', ['get_trees_id', 'post_trees']],
    ['related_endpoints:\n  - get_trees_id\n  - post_trees', ['get_trees_id', 'post_trees']],
    ['operationId: listTrees', ['listTrees']],
    ['related_endpoints: []', []],
  ])('%s', (line, ids) => {
    expect(mentionsIn(matter(line))).toEqual(ids.map((id) => `at «${id}» id ${id}`));
  });

  it('keeps its places behind Windows line ends', () => {
    const text = matter('operationId: listTrees').replaceAll('\n', '\r\n');
    expect(mentionsIn(text)).toEqual(['at «listTrees» id listTrees']);
  });

  it('gives the page its title and its data, dates as text', () => {
    const { title, frontmatter } = readPage(matter('date: 2024-01-02'));
    expect({ title, frontmatter }).toEqual({
      title: 'Trees',
      frontmatter: { title: 'Trees', date: expect.any(String) },
    });
  });

  it('that is no mapping, or broken, is left alone', () => {
    expect(readPage('---\n- a\n---\n').frontmatter).toBeUndefined();
    expect(mentionsIn('---\ntitle: "a: b\n---\n\nGET /trees')).toEqual(['GET /trees']);
  });
});
