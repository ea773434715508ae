import { posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import type { Heading, Node, PhrasingContent } from 'mdast';
import type { Framework, IdContext, IdPlace, PageIds, RouteContext } from './framework.ts';
import { headingId, headingText } from './heading-text.ts';
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
  ids: docusaurusIds,
  router: { route: docusaurusRoute, relative: 'both', extensions: true, folderPages: true, reading: docusaurusReading },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@site/': '' },
};

type Positioned = Pick<Node, 'position'>;

/** `{#id}` at the end, as `parseMarkdownHeadingId` of @docusaurus/utils takes it: verbatim, spaces and all. */
const CLASSIC_ID = /\{#((?:(?!\{#|\})[^\n]){1,200})\}$/;

/** After `remark/headings` of @docusaurus/mdx-loader 3. Ids that a heading states do not enter the counter. */
function docusaurusIds({ project }: IdContext): PageIds {
  const slugger = new GithubSlugger();
  const maintainCase = project.options?.maintainCase === true;
  return {
    heading(heading, place) {
      const commented = commentId(heading, place);
      if (commented !== undefined) return { kind: 'explicit', id: commented };
      const text = textOf(heading, place);
      const classic = CLASSIC_ID.exec(text) ?? CLASSIC_ID.exec(restOfLine(heading, place));
      if (classic) return { kind: 'explicit', id: (classic[1] ?? '').trim() };
      return headingId(slugger.slug(text, maintainCase));
    },
  };
}

/** HTML at the top of a heading does not count, alternative texts do, and directives were read before. */
function textOf(heading: Heading, place: IdPlace): string {
  const counted = heading.children.filter((child) => !isHtml(child, place));
  const children = counted.length > 0 ? counted : heading.children;
  const rewrite = (text: string, node: Positioned) => withoutDirectives(text, sourceOf(node, place));
  return headingText({ ...heading, children }, { html: 'source', alt: true, rewrite });
}

/** With `mdx1Compat.comments`, an HTML comment of an MDX page is one still; our parser was shown an expression in its place. */
function isHtml(node: PhrasingContent, place: IdPlace): boolean {
  return node.type === 'html' || (node.type === 'mdxTextExpression' && sourceOf(node, place).startsWith('<!--'));
}

/**
 * `:id` is a text directive: its name is gone, its label stays (micromark-extension-directive 3, "Text directive"). A colon
 * that is escaped starts none.
 */
function withoutDirectives(text: string, written: string): string {
  const colons = colonsOf(written);
  return text.replace(
    /(?<!:):[A-Za-z](?:[\w-]*[A-Za-z0-9])?(?![\w:-])(?:\[([^[\]]{0,200})\])?(?:\{[^{}]{0,200}\})?/g,
    (whole, label: string | undefined, offset: number) => {
      const colon = colons[text.slice(0, offset).split(':').length - 1] ?? ':';
      return colon === ':' ? (label ?? '') : whole;
    },
  );
}

/** Each colon of a text as it is written: `:`, `\:` or a character reference. */
function colonsOf(written: string): readonly string[] {
  const parts = written.match(/\\.|&(?:colon|#0*58|#x0*3a);|:/gis) ?? [];
  return parts.filter((part) => part === '\\:' || !part.startsWith('\\'));
}

/** A comment at the end whose first word starts with `#`. */
function commentId(heading: Heading, place: IdPlace): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'mdxTextExpression' || isHtml(last, place)) return undefined;
  return /^\s*\/\*\s*#([^\s*]+)(?:\s[^*]*)?\*\/\s*$/.exec(last.value)?.[1];
}

/** The line of the heading from where it starts, without escapes of braces; `{#id}` was blanked for the parser. */
function restOfLine({ position }: Heading, { source }: IdPlace): string {
  const start = position?.start.offset ?? 0;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end === -1 ? source.length : end);
  return line.trimEnd().replace(/\\(?=[{}])/g, '');
}

function sourceOf({ position }: Positioned, { source }: IdPlace): string {
  return source.slice(position?.start.offset, position?.end.offset);
}

/**
 * After `slug.ts` and `numberPrefix.ts` of plugin-content-docs 3: `index`, `readme` and a name equal to the folder's are the
 * folder, where they are so called with their numbers; `slug` is absolute or relative to the folder; `id` takes the place of
 * the file's name.
 */
function docusaurusRoute(file: string, { frontmatter, project }: RouteContext): string | undefined {
  if (frontmatter.draft === true) return undefined;
  const slug = nameIn(frontmatter.slug);
  const id = nameIn(frontmatter.id);
  if (slug?.startsWith('/')) return slug;
  const keepsNumbers = project.options?.numberPrefixParser === false || frontmatter.parse_number_prefixes === false;
  const segments = file.replace(/\.mdx?$/, '').split('/');
  const [name = '', ...folders] = segments.map((part) => (keepsNumbers ? part : withoutNumber(part))).reverse();
  const folder = `/${folders
    .map((part) => `${part}/`)
    .reverse()
    .join('')}`;
  if (slug !== undefined) return posix.join(folder, slug);
  return isFolderPage(segments) ? folder : folder + (id ?? name);
}

/** Front matter is validated as strings, which numbers are made to be. */
function nameIn(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** `isCategoryIndex` sees the path as it is: `01-README` is a page of its own, and so is `01-trees` in `02-trees`. */
function isFolderPage(segments: readonly string[]): boolean {
  const [name = '', folder] = segments.map((segment) => segment.toLowerCase()).reverse();
  return name === 'index' || name === 'readme' || name === folder;
}

/** `01-intro` is `intro`; dates and versions keep their numbers. */
function withoutNumber(segment: string): string {
  if (/^\d+[-_.]\d+/.test(segment)) return segment;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(segment)?.[1] ?? segment;
}

/** A link with an extension names a file, numbers and all (`resolveMarkdownLinks`); others are addresses. */
function docusaurusReading(path: string): 'file' | undefined {
  return /\.mdx?$/.test(path) ? 'file' : undefined;
}
