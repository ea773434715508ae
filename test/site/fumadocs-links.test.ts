import { describe, expect, it } from 'vitest';
import { page, site } from './orchard-site.ts';

const orchard = site({
  pages: [
    page('content/docs/index.mdx'),
    page('content/docs/guides/index.mdx'),
    page('content/docs/guides/planting.mdx', ['when-to-plant']),
    page('content/docs/guides/pruning.mdx', ['tools']),
    page('content/docs/(reference)/trees.mdx'),
    page('content/docs/Café Menu.mdx'),
  ],
  files: ['public/tree.png', 'content/docs/guides/orchard.png'],
  root: { redirects: ['/docs/old/:path*', '/docs/guides/gone'] },
});
const from = 'content/docs/guides/planting.mdx';
const resolve = (url: string, page = from) => orchard.resolve(url, page);

describe('links of a Fumadocs site', () => {
  it.each([
    ['/docs', 'content/docs/index.mdx'],
    ['/docs/', 'content/docs/index.mdx'],
    ['/docs/guides', 'content/docs/guides/index.mdx'],
    ['/docs/guides/pruning/', 'content/docs/guides/pruning.mdx'],
    ['/docs/trees?tab=curl', 'content/docs/(reference)/trees.mdx'],
    ['/docs/Caf%C3%A9%20Menu', 'content/docs/Café Menu.mdx'],
    ['./pruning', 'content/docs/guides/pruning.mdx'],
    ['pruning', 'content/docs/guides/pruning.mdx'],
    ['../trees', 'content/docs/(reference)/trees.mdx'],
    ['./pruning.mdx', 'content/docs/guides/pruning.mdx'],
    ['../(reference)/trees.mdx', 'content/docs/(reference)/trees.mdx'],
    ['..', 'content/docs/index.mdx'],
  ])('%s leads to %s', (url, file) => expect(resolve(url)).toEqual({ status: 'page', file }));

  it('take a relative link of an index page as the browser or as the link component does', () => {
    expect(resolve('./pruning', 'content/docs/guides/index.mdx')).toMatchObject({
      file: 'content/docs/guides/pruning.mdx',
    });
    expect(resolve('./trees', 'content/docs/guides/index.mdx')).toMatchObject({
      file: 'content/docs/(reference)/trees.mdx',
    });
  });

  it('carry a decoded fragment, unless it means the top or is for the browser alone', () => {
    expect(resolve('./pruning#%C3%A4ste')).toEqual({
      status: 'page',
      file: 'content/docs/guides/pruning.mdx',
      fragment: 'äste',
    });
    expect(resolve('#when-to-plant')).toEqual({ status: 'page', file: from, fragment: 'when-to-plant' });
    for (const url of ['#', '#top', '#:~:text=spring', './planting#', ''])
      expect(resolve(url)).toEqual({ status: 'page', file: from });
  });

  it.each([
    'https://orchard.example/docs/x',
    'mailto:farm@orchard.example',
    'tel:1',
    '//cdn.example/x',
    'HTTP://X',
    'vscode:x',
  ])('%s is external', (url) => expect(resolve(url)).toEqual({ status: 'external' }));

  it('find assets in public and beside the page', () => {
    expect(resolve('/tree.png')).toEqual({ status: 'asset', file: 'public/tree.png' });
    expect(resolve('./orchard.png')).toEqual({ status: 'asset', file: 'content/docs/guides/orchard.png' });
  });

  it.each([
    ['/docs/guides/harvesting', []],
    ['/docs/guides/prunning', ['/docs/guides/pruning']],
    ['./prunning', ['./pruning']],
    ['../gides/pruning', ['pruning']],
    ['/docs/pruning', ['/docs/guides/pruning']],
    ['./missing.mdx', []],
    ['/docs/guides/trees', ['/docs/trees']],
  ])('%s is dead, near %j', (url, nearest) => expect(resolve(url)).toMatchObject({ status: 'dead', nearest }));

  it('say what to write only when exactly one page is near', () => {
    expect(resolve('/docs/guides/prunning?tab=1#tools')).toMatchObject({ rewrite: '/docs/guides/pruning?tab=1#tools' });
    expect(resolve('/docs/pruning')).not.toHaveProperty('rewrite');
  });

  it.each([
    ['/pricing', 'another part of the app'],
    ['/', 'another part of the app'],
    ['../../api/x', 'another part of the app'],
    ['/docs/api/generated/tree', 'a folder that may be generated'],
    ['/docs/old/planting', 'a redirect'],
    ['/docs/guides/gone', 'a redirect'],
    ['/docs/openapi.json', 'a file which a route may serve'],
    ['./{slug}', 'a placeholder'],
    ['/docs/$VERSION/x', 'a placeholder'],
    ['/docs/<id>', 'a placeholder'],
  ])('%s is not judged: %s', (url) => expect(resolve(url).status).toBe('unverifiable'));

  it('survive percent signs that escape nothing', () => {
    expect(resolve('/docs/guides/100%').status).toBe('dead');
  });

  it('do not judge a page which git ignores', () => {
    const generated = site({ pages: [page(from)], ignored: ['content/docs/guides/api'] });
    expect(generated.resolve('/docs/guides/api/trees', from).status).toBe('unverifiable');
    expect(generated.resolve('./api', from).status).toBe('unverifiable');
  });

  it('judge the top level only where it is near a page when the docs are the whole site', () => {
    const whole = site({ pages: [page(from)], root: { baseUrl: '' } });
    expect(whole.resolve('/pricing', from).status).toBe('unverifiable');
    expect(whole.resolve('/guides/planting', from)).toMatchObject({ status: 'page' });
    expect(whole.resolve('/guide/planting', from)).toMatchObject({ status: 'dead', rewrite: '/guides/planting' });
  });

  it('are not judged from a page nobody knows', () => {
    expect(resolve('./x', 'content/docs/nowhere.mdx').status).toBe('unverifiable');
  });
});
