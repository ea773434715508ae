import GithubSlugger from 'github-slugger';
import type { Framework, PageIds } from './framework.ts';
import { headingId, headingText } from './heading-text.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Plain Markdown, read on GitHub or by a site of no known framework. Links name files. */
export const github: Framework = {
  id: 'github',
  markers: [],
  packages: [],
  roots: ['docs', '.'],
  baseUrl: '',
  mdIsMdx: false,
  // An MDX page of a site whose framework is not known: what some preprocessor takes away is no mistake.
  foreignMarks: ['heading-id', 'html-comment'],
  exclude: [],
  ids: githubIds,
  router: { route: (file) => file, relative: 'file', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/** GitHub slugs the rendered text: tags and comments are gone, and images leave nothing. */
function githubIds(): PageIds {
  const slugger = new GithubSlugger();
  return { heading: (heading) => headingId(slugger.slug(headingText(heading, { html: 'none' }))) };
}
