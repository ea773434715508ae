import type { Framework } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** VitePress: the project's folder is the one that holds `.vitepress`. */
export const vitepress: Framework = {
  id: 'vitepress',
  markers: ['.vitepress/config.{js,ts,mjs,mts}', '.vitepress/config/index.{js,ts,mjs,mts}'],
  packages: ['vitepress'],
  roots: ['.', 'docs'],
  baseUrl: '',
  mdIsMdx: false,
  exclude: [],
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': '' },
};
