import { expect, it } from 'vitest';
import { findRedirects } from '../../src/discover/find-redirects.ts';
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
