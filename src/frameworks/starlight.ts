import type { Framework } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Starlight on Astro; `astro.config` alone marks any Astro site, so only the package decides. */
export const starlight: Framework = {
  id: 'starlight',
  markers: [],
  packages: ['@astrojs/starlight'],
  roots: ['src/content/docs'],
  baseUrl: '',
  mdIsMdx: false,
  exclude: ['**/_*'],
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': 'src/', '~/': 'src/' },
};
