import type { Framework, PageIds, RouteContext } from './framework.ts';
import { headingId } from './heading-text.ts';
import { headerId } from './kramdown-attributes.ts';
import { hasSpanId, rawText } from './kramdown-text.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';
import { contentOf } from './python-markdown-source.ts';

/** Jekyll with its default, the GFM parser of kramdown: kramdown 2.4 and kramdown-parser-gfm 1.1. */
export const kramdownGfm: Framework = {
  id: 'kramdown-gfm',
  markers: ['_config.yml'],
  // Jupyter Book and Hexo have a file of that name too.
  markerText: {
    '_config.yml': /^(?:remote_theme|kramdown)\s*:|^\s*- jekyll-|^theme\s*:\s*["']?(?:jekyll-|just-the-docs|minima)/m,
  },
  packages: [],
  roots: ['docs', '.'],
  baseUrl: '',
  mdIsMdx: false,
  hasAttributeLists: true,
  exclude: ['_*/**'],
  ids: kramdownIds,
  // `jekyll-relative-links`, which GitHub Pages switches on, takes relative links as files.
  router: { route: jekyllRoute, relative: 'file', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/** Liquid, which Jekyll fills in before kramdown sees the page, code included; and kramdown's own `{::nomarkdown}`. */
const filledIn = /\{(?:\{|%|::)/;

/** `generate_gfm_header_id` of `kramdown/parser/gfm.rb`: a plain counter for each slug, which may give an id twice. */
function kramdownIds(): PageIds {
  const counts = new Map<string, number>();
  return {
    heading(heading, { source }) {
      const { id, textEnd } = headerId(heading, source);
      const { start, end } = contentOf(heading);
      if (hasSpanId(heading.children, { source, textEnd })) return { kind: 'dynamic' };
      if (id !== undefined) return { kind: 'explicit', id };
      const slug = slugify(rawText(heading.children, { source, textEnd }));
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      if (filledIn.test(source.slice(start, end))) return { kind: 'dynamic' };
      return headingId(count === 0 ? slug : `${slug}-${count}`);
    },
  };
}

/** Ruby lower-cases character by character, so a final sigma is `σ`. Its `\p{Word}` holds marks and joining `_`, but no `²`. */
function slugify(text: string): string {
  const lower = [...text].map((char) => char.toLowerCase()).join('');
  return lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
}

/**
 * Jekyll's default for pages is `/:path/:basename:output_ext`; a `permalink` of their own is taken as it is, unless it
 * has placeholders. `README` is the folder too, as the plugin `jekyll-readme-index` of GitHub Pages has it.
 */
function jekyllRoute(file: string, { frontmatter: { permalink, published } }: RouteContext): string | undefined {
  if (published === false) return undefined;
  if (typeof permalink === 'string' && !permalink.includes(':')) return `/${permalink.replace(/^\/+/, '')}`;
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*?)(?:\.(?:mdx?|markdown|mkdown|mkdn?))?$/i.exec(file) ?? [];
  return name === 'index' || name === 'README' ? `/${folder}` : `/${folder}${name}.html`;
}
