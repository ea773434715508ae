import { expect, it } from 'vitest';
import { findDestinations, findRedirects } from '../../src/discover/find-redirects.ts';
import { writeProject } from './temporary-project.ts';

it('reads the sources of redirects wherever a project keeps them', () => {
  const base = writeProject({
    'next.config.mjs':
      "export default { async redirects() { return [{ source: '/old/:path*', destination: '/docs/:path*' }] } }",
    'vercel.json': '{ "redirects": [{ "source": "/trees", "destination": "/docs/trees" }] }',
    'public/_redirects': '# moved\n/harvest /docs/harvest 301\n',
    'netlify.toml': '[[redirects]]\nfrom = "/pears"\nto = "/docs/pears"\n',
  });
  expect(findRedirects(base)).toEqual(['/harvest', '/old/:path*', '/pears', '/trees']);
});

it.each([
  ['docs.json', '{ "redirects": { "$ref": "./config/redirects.json" } }', ['/:path*']],
  [
    'docusaurus.config.js',
    "plugins: [['client-redirects', { redirects: [{ to: '/a', from: ['/b', '/c'] }] }]]",
    ['/b', '/c'],
  ],
  [
    'docusaurus.config.ts',
    "['client-redirects', { createRedirects(path) { return [path.replace('/a', '/b')] } }]",
    ['/:path*'],
  ],
  [
    'astro.config.mjs',
    "export default defineConfig({ redirects: {\n '/old': '/new',\n '/o/[...s]': '/n' } })",
    ['/o/[...s]', '/old'],
  ],
  ['next.config.mjs', "import { redirects } from './redirects.mjs'", ['/:path*']],
  ['.gitbook.yaml', 'root: ./docs\nredirects:\n  old/page: new/page.md\n', ['/old/page']],
  ['mkdocs.yml', 'plugins:\n  - redirects:\n      redirect_maps:\n        old.md: new.md\n', ['/old']],
])('reads %s', (file, text, expected) => {
  expect(findRedirects(writeProject({ [file]: text }))).toEqual(expected);
});

it('follows a configuration to the file that its redirects are in', () => {
  const base = writeProject({
    'docs.json': '{ "redirects": { "$ref": "./config/redirects.json" } }',
    'config/redirects.json': '[{ "source": "/old", "destination": "/new" }]',
  });
  expect(findRedirects(base)).toEqual(['/old']);
});

it('knows where a redirect of one address leads', () => {
  const base = writeProject({
    'docs.json':
      '{ "redirects": [{ "source": "/old", "destination": "/new" }, { "source": "/a/:slug*", "destination": "/b/:slug*" }] }',
    'docusaurus.config.js': "redirects: [{ to: '/there', from: '/here' }]",
  });
  expect(findDestinations(base)).toEqual({ '/old': '/new', '/here': '/there' });
});
