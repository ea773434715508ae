import { describe, expect, it } from 'vitest';
import { page, site } from './orchard-site.ts';

const file = 'content/docs/roles.mdx';

describe('findFragment', () => {
  it('knows the id that a dash leaves in a heading, and what to write', () => {
    const { findFragment } = site({ pages: [page(file, ['roles', 'scoped-roles--coming-soon'])] });
    expect(findFragment(file, 'scoped-roles--coming-soon')).toEqual({ status: 'found' });
    expect(findFragment(file, 'scoped-roles-coming-soon')).toEqual({
      status: 'missing',
      nearest: ['scoped-roles--coming-soon'],
      heading: 'About scoped-roles--coming-soon',
      rewrite: 'scoped-roles--coming-soon',
    });
  });

  it('is exact about case, and offers nothing where nothing is near', () => {
    const { findFragment } = site({ pages: [page(file, ['roles'])] });
    expect(findFragment(file, 'Roles')).toMatchObject({ status: 'missing', rewrite: 'roles' });
    expect(findFragment(file, 'harvest')).toEqual({ status: 'missing', nearest: [] });
    expect(findFragment('content/docs/nowhere.mdx', 'roles').status).toBe('unverifiable');
  });

  it('suggests, but writes nothing, where several ids are near or a number differs', () => {
    const { findFragment } = site({ pages: [page(file, ['step-1', 'owner-role', 'owner-rule'])] });
    expect(findFragment(file, 'step-2')).toMatchObject({ nearest: ['step-1'] });
    expect(findFragment(file, 'step-2')).not.toHaveProperty('rewrite');
    expect(findFragment(file, 'owner-rote')).not.toHaveProperty('rewrite');
  });

  it('counts the anchors of snippets which the page renders', () => {
    const part = page('content/docs/_care.mdx', ['water']);
    const main = page(file, [], { imports: [{ source: './_care.mdx', span: { start: 0, end: 1 } }] });
    const { findFragment } = site({ pages: [main, part], snippets: new Map([[file, [part]]]) });
    expect(findFragment(file, 'water').status).toBe('found');
    expect(findFragment(file, 'sun').status).toBe('missing');
  });

  it.each([
    ['an import leads outside the docs', { imports: [{ source: '@/parts/care.mdx', span: { start: 0, end: 1 } }] }],
    ['the page makes ids when it renders', { anchors: [{ kind: 'dynamic', span: { start: 0, end: 1 } }] }],
    ['the page is generated from a spec', { frontmatter: { _openapi: { method: 'GET', route: '/trees' } } }],
    ['nothing but components makes the page', {}],
    ['the page cannot be read', { failure: { message: 'Oops', span: { start: 0, end: 1 } } }],
  ] as const)('judges nothing where %s', (_, more) => {
    expect(site({ pages: [page(file, [], more)] }).findFragment(file, 'sun').status).toBe('unverifiable');
  });

  it('follows a link that can be read in two ways to the page which has the fragment', () => {
    const pages = [
      page('content/docs/guides/index.mdx'),
      page('content/docs/guides/trees.mdx', ['oak']),
      page('content/docs/trees.mdx', ['elm']),
    ];
    const { resolve } = site({ pages });
    const from = 'content/docs/guides/index.mdx';
    expect(resolve('./trees#oak', from)).toMatchObject({ file: 'content/docs/guides/trees.mdx' });
    expect(resolve('./trees#elm', from)).toMatchObject({ file: 'content/docs/trees.mdx' });
    expect(resolve('./trees#ash', from).status).toBe('unverifiable');
  });
});
