import GithubSlugger from 'github-slugger';
import type { Heading } from 'mdast';
import type { Framework, HeadingSlugger } from './framework.ts';
import { hasExpression, headingText } from './heading-text.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Fumadocs on Next.js. Slugs after `remarkHeading` and routes after `loader()` of fumadocs-core 16.15. */
export const fumadocs: Framework = {
  id: 'fumadocs',
  markers: ['source.config.{ts,js,mts,mjs}'],
  packages: ['fumadocs-core', 'fumadocs-mdx', 'fumadocs-ui'],
  roots: ['content/docs', 'src/content/docs', 'content', 'src/content'],
  baseUrl: '/docs',
  mdIsMdx: false,
  exclude: [],
  slugs: fumadocsSlugs,
  // `createRelativeLink` takes relative links as files, the default components leave them to the browser.
  router: { route: fumadocsRoute, relative: 'both', extensions: true },
  components: {
    ...genericComponents,
    APIPage: { operations: ['operations'] },
    OpenAPIPage: { operations: ['operations'] },
  },
  frontmatter: [...genericFrontmatter, { key: '_openapi', form: 'object' }],
  importAliases: { '@/': '', '~/': '' },
};

/**
 * Ids that a heading states (`[#id]`) are taken as they are written and do not enter the counter of duplicates.
 * An expression is slugged by its source up to 16.15 and by its rendered text from 16.19 on, so its id is open; the
 * counter still sees the source.
 */
function fumadocsSlugs(): HeadingSlugger {
  const slugger = new GithubSlugger();
  return (heading) => {
    const explicit = explicitId(heading);
    if (explicit !== undefined) return { kind: 'explicit', id: explicit };
    const id = slugger.slug(headingText(heading, { html: true }));
    if (hasExpression(heading)) return { kind: 'dynamic' };
    return id === '' ? { kind: 'none' } : { kind: 'heading', id };
  };
}

/** `/\s*\[#(?<slug>[^]+?)]\s*$/` of `remark-heading.js`, on a last child that is text. */
function explicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  return /\s*\[#(?<slug>[\s\S]+?)]\s*$/.exec(last.value)?.groups?.slug;
}

/** Folders in parentheses and a last `index` are dropped; case, numbers and dots stay, and front matter has no say. */
function fumadocsRoute(file: string): string {
  const segments = file.replace(/\.mdx?$/, '').split('/');
  const name = segments.pop() ?? '';
  const folders = segments.filter((segment) => !/^\(.+\)$/.test(segment));
  return (name === 'index' ? folders : [...folders, name]).join('/');
}
