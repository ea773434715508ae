import GithubSlugger from 'github-slugger';
import type { Framework, PageIds } from './framework.ts';
import { bracketedId, childrenText, headingId, headingText } from './heading-text.ts';
import { nextRoute } from './next-route.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Nextra 3 (`pages/`) and 4 (`content/`). */
export const nextra: Framework = {
  id: 'nextra',
  markers: [],
  packages: ['nextra'],
  versionOf: 'nextra',
  roots: ['content', 'src/content', 'pages', 'src/pages', 'app', 'src/app'],
  baseUrl: '',
  listsAll: true,
  mdIsMdx: true,
  exclude: ['**/_*'],
  ids: nextraIds,
  router: { route: nextRoute, relative: 'both', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': '' },
};

/** After `remark-headings` of nextra 4: ids that a heading states are slugged and counted too, and the title has none. */
function nextraIds(): PageIds {
  const slugger = new GithubSlugger();
  return {
    heading(heading) {
      if (heading.depth === 1) return { kind: 'none' };
      const stated = bracketedId(heading);
      if (stated !== undefined) return { kind: 'explicit', id: slugger.slug(stated) };
      return headingId(slugger.slug(headingText(heading, { html: 'source' })));
    },
    component({ name, node }) {
      // `<summary>` in `<details>` shares the counter; tabs get ids by the `items` of what holds them, which may be code.
      if (name === 'Tabs.Tab') return { kind: 'dynamic' };
      if (name !== 'summary') return { kind: 'none' };
      return headingId(slugger.slug(childrenText(node, { html: 'source' })));
    },
  };
}
