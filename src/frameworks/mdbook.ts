import type { Framework } from './framework.ts';
import { mdbookIds } from './mdbook-ids.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** mdBook: `src/SUMMARY.md` is the navigation and says which pages there are. */
export const mdbook: Framework = {
  id: 'mdbook',
  markers: ['book.toml'],
  packages: [],
  roots: ['src'],
  baseUrl: '',
  mdIsMdx: false,
  exclude: [],
  ids: mdbookIds,
  router: { route: mdbookRoute, relative: 'file', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/**
 * `x.md` becomes `x.html`, `index.md` its folder, and `README.md` is renamed to `index.md` before ("Markdown", "Links", and the
 * `index` preprocessor). `SUMMARY.md` is the navigation and no page.
 */
function mdbookRoute(file: string): string | undefined {
  if (file === 'SUMMARY.md') return undefined;
  const path = `/${file.replace(/\.md$/, '')}`;
  return path.endsWith('/index') || /\/readme$/i.test(path) ? path.slice(0, path.lastIndexOf('/') + 1) : `${path}.html`;
}
