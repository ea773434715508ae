import type { Framework } from './framework.ts';
import { hugoIds } from './hugo-ids.ts';
import { hugoRoute } from './hugo-route.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Hugo with goldmark. Ids and routes after Hugo 0.111 with goldmark 1. */
export const hugo: Framework = {
  id: 'hugo',
  markers: ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json'],
  packages: [],
  roots: ['content'],
  baseUrl: '',
  mdIsMdx: false,
  exclude: [],
  ids: hugoIds,
  // Hugo's own render hook for links takes relative links as files, goldmark alone leaves them to the browser.
  router: { route: hugoRoute, relative: 'both', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};
