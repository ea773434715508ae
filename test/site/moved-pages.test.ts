import { expect, it } from 'vitest';
import { page, site } from './orchard-site.ts';

const root = {
  root: '/yard',
  project: '/yard',
  framework: 'mintlify' as const,
  baseUrl: '',
  redirects: ['/old', '/older', '/loop', '/lost'],
  destinations: { '/old': '/trees', '/older': '/old', '/loop': '/loop', '/lost': '/nowhere' },
};

it('follows redirects to the page they lead to, and its ids', () => {
  const { resolve, findFragment } = site({ pages: [page('index.mdx'), page('trees.mdx', ['oak'])], root });
  expect(resolve('/old#oak', 'index.mdx')).toEqual({ status: 'page', file: 'trees.mdx', fragment: 'oak' });
  expect(resolve('/older', 'index.mdx')).toMatchObject({ file: 'trees.mdx' });
  expect(findFragment('trees.mdx', 'elm').status).toBe('missing');
  expect(resolve('/loop', 'index.mdx').status).toBe('unverifiable');
  expect(resolve('/lost', 'index.mdx').status).toBe('unverifiable');
});

it('ignores that components make ids where they are files whose ids are known', () => {
  const span = { start: 0, end: 1 };
  const imports = [{ source: '/snippets/care.mdx', name: 'Care', span }];
  const anchors = [{ kind: 'dynamic' as const, span, component: 'Care' }];
  const shown = page('trees.mdx', [], { imports, anchors });
  const snippet = page('snippets/care.mdx', ['care']);
  const known = site({ pages: [shown, snippet], root, snippets: new Map([['trees.mdx', [snippet]]]) });
  expect(known.findFragment('trees.mdx', 'care').status).toBe('found');
  expect(known.findFragment('trees.mdx', 'cure').status).toBe('missing');
  const other = page('trees.mdx', [], { imports, anchors: [{ kind: 'dynamic', span, component: 'Other' }] });
  const open = site({ pages: [other, snippet], root, snippets: new Map([['trees.mdx', [snippet]]]) });
  expect(open.findFragment('trees.mdx', 'cure').status).toBe('unverifiable');
});

it('misses pictures only in a whole checkout', () => {
  const pages = [page('index.mdx')];
  const files = ['images/oak.png'];
  const copy = site({ pages, root, files });
  expect(copy.resolve('/images/oak.png', 'index.mdx').status).toBe('asset');
  expect(copy.resolve('/images/elm.png', 'index.mdx').status).toBe('unverifiable');
  const checkout = site({ pages, root, files: [...files, '.git'] });
  expect(checkout.resolve('/images/elm.png', 'index.mdx')).toMatchObject({
    status: 'dead',
    reason: 'there is no file `images/elm.png`',
  });
});
