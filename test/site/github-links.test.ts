import { describe, expect, it } from 'vitest';
import { page, site } from './orchard-site.ts';

const orchard = site({
  pages: [
    page('README.md', ['Orchard']),
    page('docs/trees.md', ['oak']),
    page('docs/care/README.md'),
    page('docs/harvest-times.md', [], { frontmatter: { slug: '/seasons/harvest-time' } }),
    page('docs/care/pruning.mdx'),
  ],
  files: ['src/tree.ts', 'docs/images/tree.png', 'LICENSE', '.git/HEAD'],
  ignored: ['docs/api'],
  root: { root: '/yard', framework: 'github', baseUrl: '' },
});
const resolve = (url: string, from = 'docs/trees.md') => orchard.resolve(url, from);

describe('links on GitHub', () => {
  it.each([
    ['care/README.md', 'docs/care/README.md'],
    ['./care/', 'docs/care/README.md'],
    ['care', 'docs/care/README.md'],
    ['../README.md', 'README.md'],
    ['/docs/trees.md', 'docs/trees.md'],
    ['/README.md?plain=1#L10', 'README.md'],
    ['./care/pruning', 'docs/care/pruning.mdx'],
    ['trees.html', 'docs/trees.md'],
  ])('%s leads to %s', (url, file) => expect(resolve(url)).toEqual({ status: 'page', file }));

  it('lead to any file and folder of the repository', () => {
    expect(resolve('../src/tree.ts#L10-L20')).toEqual({ status: 'asset', file: 'src/tree.ts' });
    expect(resolve('images')).toEqual({ status: 'asset', file: 'docs/images' });
    expect(resolve('/LICENSE')).toEqual({ status: 'asset', file: 'LICENSE' });
  });

  it.each([
    ['care/prunning.mdx', 'care/pruning.mdx'],
    ['./tree.md', './trees.md'],
    ['/docs/tree.md', '/docs/trees.md'],
    ['care/prunning', 'care/pruning'],
  ])('%s is dead, and %s is meant', (url, rewrite) => expect(resolve(url)).toMatchObject({ status: 'dead', rewrite }));

  it('are dead when a Markdown file or an image beside others is not there', () => {
    expect(resolve('harvest.md')).toEqual({
      status: 'dead',
      reason: 'there is no file `docs/harvest.md`',
      nearest: [],
    });
    expect(resolve('images/apple.png').status).toBe('dead');
    expect(resolve('pruning.mdx')).toMatchObject({ status: 'dead', nearest: ['care/pruning.mdx'] });
  });

  it.each([
    ['../../issues', 'another page of GitHub'],
    ['/guides/harvest', 'a route of some site generator'],
    ['harvest', 'a route of some site generator'],
    ['harvest-time', 'a name that a page chooses for itself'],
    ['harvest.html', 'the output of some site generator'],
    ['photos/apple.png', 'a folder that is not in this checkout'],
    ['api/trees.md', 'ignored by git, so generated'],
  ])('%s is not judged: %s', (url) => expect(resolve(url).status).toBe('unverifiable'));

  it('do not judge files beside the pages in what is no whole checkout', () => {
    const pages = [page('docs/trees.md'), page('docs/images/README.md')];
    const exported = site({ pages, root: { root: '/yard', framework: 'github', baseUrl: '' } });
    expect(exported.resolve('images/apple.png', 'docs/trees.md').status).toBe('unverifiable');
  });

  it('take fragments in any case, with the prefix of GitHub, and `readme`', () => {
    for (const fragment of ['orchard', 'Orchard', 'user-content-orchard', 'readme']) {
      expect(orchard.findFragment('README.md', fragment)).toEqual({ status: 'found' });
    }
    expect(orchard.findFragment('docs/trees.md', 'elm').status).toBe('missing');
  });
});
