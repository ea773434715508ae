import GithubSlugger from 'github-slugger';
import type { Framework, PageIds } from './framework.ts';
import { headingId, headingText } from './heading-text.ts';
import { nextRoute } from './next-route.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Next.js with `@next/mdx` and `rehype-slug`. */
export const mdxRehypeSlug: Framework = {
  id: 'mdx-rehype-slug',
  markers: [],
  packages: ['@next/mdx rehype-slug'],
  roots: ['app', 'src/app', 'pages', 'src/pages', 'content'],
  baseUrl: '',
  mdIsMdx: true,
  exclude: [],
  ids: rehypeSlugIds,
  router: {
    route: (file, page) => (page.folder === 'content' ? undefined : nextRoute(file, page)),
    relative: 'url',
    extensions: false,
  },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/** rehype-slug 6 on what MDX compiles to: expressions have no text there, and JSX headings are no elements. */
function rehypeSlugIds(): PageIds {
  const slugger = new GithubSlugger();
  return {
    heading: (heading) => headingId(slugger.slug(headingText(heading, { html: 'none', expressions: 'none' }))),
  };
}
