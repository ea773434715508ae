import type { Framework } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Nextra 3 (`pages/`) and 4 (`content/`). */
export const nextra: Framework = {
  id: 'nextra',
  markers: [],
  packages: ['nextra'],
  roots: ['content', 'src/content', 'pages', 'src/pages', 'app', 'src/app'],
  baseUrl: '',
  mdIsMdx: true,
  exclude: ['**/_*'],
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': '' },
};
