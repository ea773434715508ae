import type { Framework } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Docusaurus 3: `md` files are MDX, and names that start with an underscore are partials. */
export const docusaurus: Framework = {
  id: 'docusaurus',
  markers: ['docusaurus.config.{js,ts,mjs,cjs,mts,cts}'],
  packages: ['@docusaurus/core'],
  roots: ['docs', 'website/docs', 'content/docs'],
  baseUrl: '/docs',
  mdIsMdx: true,
  // mdx-loader/src/remark/headings and `markdown.mdx1Compat`, both on by default.
  foreignMarks: ['heading-id', 'html-comment'],
  exclude: ['**/_*', '**/_*/**'],
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@site/': '' },
};
