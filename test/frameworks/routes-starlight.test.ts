import { describe, expect, it } from 'vitest';
import { redocly } from '../../src/frameworks/redocly.ts';
import { starlight } from '../../src/frameworks/starlight.ts';
import { type RouteVector, readRouteVectors, vectorsArePresent } from './shared-vectors.ts';

interface StarlightVector extends RouteVector {
  readonly frontmatter?: Readonly<Record<string, unknown>>;
}

const vectors: readonly StarlightVector[] = vectorsArePresent ? readRouteVectors('starlight') : [];
const context = { folder: 'docs', frontmatter: {}, project: {} };

describe('Starlight routes', () => {
  it.each([
    ['index.mdx', '/'],
    ['trees/index.md', '/trees/'],
    ['guide/install.mdx', '/guide/install/'],
    ['Guide/Old Trees (2).md', '/guide/old-trees-2/'],
    ['v1.2/README.md', '/v12/readme/'],
    ['guide/_draft.md', undefined],
    ['_hidden/trees.md', '/_hidden/trees/'],
  ])('puts %s at %s', (file, route) => {
    expect(starlight.router?.route(file, context)).toBe(route);
  });

  it.each([
    [{ slug: 'old/Trees' }, '/old/Trees/'],
    [{ slug: '/old/' }, '/old/'],
    [{ slug: 'old/index' }, '/old/'],
    [{ slug: '' }, '/guide/trees/'],
    [{ draft: true }, undefined],
    [{ draft: false }, '/guide/trees/'],
  ])('reads %j in the front matter', (frontmatter, route) => {
    expect(starlight.router?.route('guide/trees.md', { ...context, frontmatter })).toBe(route);
  });

  // Astro 7.3.5 with Starlight 0.42.4 emitted these.
  it.skipIf(!vectorsArePresent).each(vectors)(
    'puts $file at $url as the real build did (needs ../shared/vectors)',
    ({ file, frontmatter = {}, url }) => {
      const route = starlight.router?.route(file.replace('src/content/docs/', ''), { ...context, frontmatter });
      expect(route).toBe(url?.replace(/^\/base/, ''));
    },
  );
});

it.each([
  ['index.md', {}, '/'],
  ['trees/index.md', {}, '/trees'],
  ['Guides/Old Trees.md', {}, '/guides/old-trees'],
  ['v1.2/trees.md', {}, '/v1.2/trees'],
  ['@v2/trees.md', {}, '/v2/trees'],
  ['trees.md', { slug: '/all/Trees/' }, '/all/Trees'],
  ['trees.md', { slug: ['grove', '/trees'] }, '/grove'],
  ['trees.md', { slug: 7 }, '/trees'],
])('Redocly puts %s with %j at %s', (file, frontmatter, route) => {
  expect(redocly.router?.route(file, { ...context, frontmatter })).toBe(route);
});
