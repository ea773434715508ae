import { describe, expect, it } from 'vitest';
import type { FrameworkId } from '../../src/frameworks/framework.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { type RouteVector, readRouteVectors, vectorsArePresent } from './shared-vectors.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A vector of these two frameworks; `alias` marks the address of a redirect. */
type Vector = RouteVector & { readonly frontmatter?: Facts; readonly alias?: boolean };

function route(framework: FrameworkId, file: string, options: Facts = {}, frontmatter: Facts = {}) {
  return frameworkOf(framework).router?.route(file, { folder: 'docs', frontmatter, project: { options } });
}

function vectorsOf(framework: FrameworkId): readonly Vector[] {
  const vectors: readonly Vector[] = vectorsArePresent ? readRouteVectors(framework) : [];
  return vectors.filter((vector) => vector.alias !== true);
}

describe('routes of vitepress', () => {
  const clean = { cleanUrls: true };

  it('end in .html, and without it where URLs are clean', () => {
    expect(route('vitepress', 'Trees/01 Pruning.md')).toBe('/Trees/01 Pruning.html');
    expect(route('vitepress', 'Trees/01 Pruning.md', clean)).toBe('/Trees/01 Pruning');
    expect(route('vitepress', 'trees/v1.2.md')).toBe('/trees/v1.2.html');
  });

  it('are the folder of an index, and README is a page', () => {
    expect(route('vitepress', 'index.md')).toBe('/');
    expect(route('vitepress', 'trees/index.md', clean)).toBe('/trees/');
    expect(route('vitepress', 'trees/README.md')).toBe('/trees/README.html');
  });

  it('are below the folder of their language', () => {
    const localize = (url: string, locale?: string) => frameworkOf('vitepress').router?.localize?.(url, locale, {});
    expect(localize('/trees/prune', 'de')).toBe('/de/trees/prune');
    expect(localize('/', 'de')).toBe('/de');
    expect(localize('/trees/prune')).toBe('/trees/prune');
  });

  it('are not known of the template of a dynamic route', () => {
    expect(route('vitepress', 'trees/[name].md')).toBeUndefined();
  });

  it.each([
    ['packages/trees/src/care/prune.md', { 'packages/:name/src/:path(.*)': ':name/:path' }, '/trees/care/prune'],
    ['packages/trees/src/care/prune.md', { 'packages/:name/src/:path*': ':name/:path*' }, '/trees/care/prune'],
    ['packages/trees/src/index.md', { 'packages/trees/src/index.md': 'trees/index.md' }, '/trees/'],
    ['en/care/prune.md', { 'en/:rest*': ':rest*' }, '/care/prune'],
    ['de/care.md', { 'en/:rest*': ':rest*', ':locale(de|fr)/:page': ':page' }, '/care'],
    ['trees-care.md', { 'trees-:page.md': 'trees/:page.md' }, '/trees/care'],
    ['care/prune.md', { ':page': 'top/:page', 'care/(.*)': 'all/(.*)' }, '/all/prune'],
    ['care/prune.md', { 'care/:page?': 'one/:page?', 'care/:page': 'two/:page' }, '/one/prune'],
    ['care.md', { 'orchard/:page': ':page' }, '/care'],
  ])('follow the first rewrite that matches: %s', (file, rewrites, expected) => {
    expect(route('vitepress', file, { cleanUrls: true, rewrites })).toBe(expected);
  });

  it('are not known where a rewrite needs a regular expression of the site', () => {
    const rewrites = { 'care/:page([a-z]+-\\d+.md)': ':page' };
    expect(route('vitepress', 'care/prune.md', { rewrites })).toBeUndefined();
    expect(route('vitepress', 'care/prune.md', { rewrites: { '^care/(.*)': 'all/(.*)' } })).toBeUndefined();
  });

  it('give up on a rewrite with many wildcards in short time', () => {
    const pattern = Array.from({ length: 30 }, (_, index) => `:part${index}(.*)/`).join('');
    const rewrites = { [`${pattern}end`]: 'x' };
    expect(route('vitepress', `${'a/'.repeat(300)}b.md`, { rewrites })).toContain('/a/b.html');
  });

  it.skipIf(!vectorsArePresent).each(vectorsOf('vitepress'))(
    'are those of a build: $file (needs ../shared)',
    ({ file, config, url }) => {
      expect(`/base${route('vitepress', file, { ...config })}`).toBe(url);
    },
  );
});

describe('routes of hugo', () => {
  it('are lower-case folders without signs', () => {
    expect(route('hugo', 'Trees/Pruning & Care (2).md')).toBe('/trees/pruning-care-2/');
    expect(route('hugo', 'trees/a - b.md')).toBe('/trees/a-b/');
    expect(route('hugo', 'bäume/v1.2.md')).toBe('/bäume/v1.2/');
    expect(route('hugo', 'Bäume/Äpfel.md', { removePathAccents: true, disablePathToLower: true })).toBe(
      '/Baume/Apfel/',
    );
  });

  it('are the folder of a section and of a leaf bundle', () => {
    expect(route('hugo', '_index.md')).toBe('/');
    expect(route('hugo', 'trees/_index.md')).toBe('/trees/');
    expect(route('hugo', 'trees/pruning/index.md')).toBe('/trees/pruning/');
  });

  it.each([
    ['trees/pruning.md', { slug: 'Cut Back' }, '/trees/cut-back/'],
    ['trees/pruning/index.md', { slug: 2024 }, '/trees/2024/'],
    ['trees/_index.md', { slug: 'cut' }, '/trees/'],
    ['trees/pruning.md', { url: 'Cut/back' }, '/Cut/back/'],
    ['trees/pruning.md', { URL: '/cut.html', slug: 'back' }, '/cut.html'],
    ['trees/pruning.md', { url: '/v1.2/' }, '/v1.2/'],
    ['trees/pruning.md', { url: '/cut/index.html' }, '/cut/'],
    ['trees/pruning.md', { url: '/:section/cut/' }, undefined],
    ['_index.md', { url: '/cut/' }, '/'],
    ['trees/pruning.md', { draft: true }, undefined],
    ['trees/pruning/index.md', { headless: true }, undefined],
    ['trees/pruning.md', { build: { render: 'never' } }, undefined],
  ])('follow the front matter of %s: %j', (file, frontmatter, expected) => {
    expect(route('hugo', file, {}, frontmatter)).toBe(expected);
  });

  it('are files where ugly URLs are on, for all pages or for a section', () => {
    expect(route('hugo', 'trees/pruning.md', { uglyURLs: true })).toBe('/trees/pruning.html');
    expect(route('hugo', 'trees/_index.md', { uglyURLs: true })).toBe('/trees.html');
    expect(route('hugo', '_index.md', { uglyURLs: true })).toBe('/');
    expect(route('hugo', 'trees/pruning.md', { uglyURLs: { trees: true } })).toBe('/trees/pruning.html');
    expect(route('hugo', 'care/pruning.md', { uglyURLs: { trees: true } })).toBe('/care/pruning/');
  });

  it('exist for drafts where the site builds them', () => {
    expect(route('hugo', 'trees/pruning.md', { buildDrafts: true }, { draft: true })).toBe('/trees/pruning/');
  });

  it.skipIf(!vectorsArePresent).each(vectorsOf('hugo'))(
    'are those of a build: $file (needs ../shared)',
    ({ file, config, frontmatter = {}, url }) => {
      const found = route('hugo', file.replace(/^content\//, ''), { ...config }, frontmatter);
      expect(found === undefined ? null : `/base${found}`).toBe(url);
    },
  );
});
