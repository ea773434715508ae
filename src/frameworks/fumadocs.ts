import GithubSlugger from 'github-slugger';
import type { Framework, IdContext, PageIds, ProjectFacts } from './framework.ts';
import { bracketedId, hasExpression, headingId, headingText } from './heading-text.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Fumadocs on Next.js. Slugs after `remarkHeading` and routes after `loader()` of fumadocs-core 16.15. */
export const fumadocs: Framework = {
  id: 'fumadocs',
  markers: ['source.config.{ts,js,mts,mjs}'],
  packages: ['fumadocs-core', 'fumadocs-mdx', 'fumadocs-ui'],
  versionOf: 'fumadocs-core',
  roots: ['content/docs', 'src/content/docs', 'content', 'src/content'],
  baseUrl: '/docs',
  mdIsMdx: false,
  exclude: [],
  ids: fumadocsIds,
  // `createRelativeLink` takes relative links as files, the default components leave them to the browser.
  router: {
    route: fumadocsRoute,
    relative: 'both',
    extensions: true,
    reading: fumadocsReading,
    localize: fumadocsLocalize,
  },
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
function fumadocsIds({ project }: IdContext): PageIds {
  const slugger = new GithubSlugger();
  const rendersFirst = slugsRenderedText(project.version);
  return {
    heading(heading) {
      const explicit = bracketedId(heading);
      if (explicit !== undefined) return { kind: 'explicit', id: explicit };
      const id = slugger.slug(headingText(heading, { html: 'source' }));
      return rendersFirst && hasExpression(heading) ? { kind: 'dynamic' } : headingId(id);
    },
  };
}

/** From 16.16 on, 17.0.0 apart, which was cut before that. An unknown version may do either. */
function slugsRenderedText(version: string | undefined): boolean {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
  if (major === undefined || version === '17.0.0') return major === undefined;
  return Number(major) > 16 || (Number(major) === 16 && Number(minor) > 15);
}

/** Folders in parentheses and a last `index` are dropped; case, numbers and dots stay, and front matter has no say. */
function fumadocsRoute(file: string): string {
  const segments = file.replace(/\.mdx?$/, '').split('/');
  const name = segments.pop() ?? '';
  const folders = segments.filter((segment) => !/^\(.+\)$/.test(segment));
  return (name === 'index' ? folders : [...folders, name]).map((segment) => `/${segment}`).join('');
}

/**
 * `createRelativeLink` looks up `./` and `../` with an extension among the content files; everything else, and all where a
 * page does not use it, stays as it is written (fumadocs-ui, `mdx.server`).
 */
function fumadocsReading(path: string, { options }: ProjectFacts): 'file' | 'url' | undefined {
  const { relativeLinks } = options ?? {};
  if (relativeLinks !== 'rewritten' && relativeLinks !== 'left') return undefined;
  return relativeLinks === 'rewritten' && /^\.{1,2}\/.*\.mdx?$/.test(path) ? 'file' : 'url';
}

/** The language goes before the base URL, unless `hideLocale` takes it away (`loader()`, `i18n`). */
function fumadocsLocalize(url: string, locale: string | undefined, { options = {} }: ProjectFacts): string {
  const { hideLocale = 'never', defaultLanguage } = options;
  const language = locale ?? defaultLanguage;
  const hidden = hideLocale === 'always' || (hideLocale === 'default-locale' && language === defaultLanguage);
  return hidden || typeof language !== 'string' ? url : `/${language}${url}`;
}
