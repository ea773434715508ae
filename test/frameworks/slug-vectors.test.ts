import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/extract/engine.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import type { FrameworkId, ProjectFacts } from '../../src/frameworks/framework.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import type { PageFormat } from '../../src/model.ts';
import { readSlugVectors, vectorsArePresent } from './shared-vectors.ts';

/** Which of our dialects a set of vectors belongs to. */
interface Dialect {
  readonly vectors: string;
  readonly framework: FrameworkId;
  readonly format: PageFormat;
  readonly project?: ProjectFacts;
}

const pymdownx = { slugify: { object: 'pymdownx.slugs.slugify', kwds: { case: 'lower' } } };
const unicode = { slugify: 'markdown.extensions.toc.slugify_unicode' };

const dialects: readonly Dialect[] = [
  { vectors: 'github', framework: 'github', format: 'md' },
  { vectors: 'mdx-rehype-slug', framework: 'mdx-rehype-slug', format: 'mdx' },
  { vectors: 'fumadocs', framework: 'fumadocs', format: 'mdx', project: { version: '16.15.13' } },
  { vectors: 'fumadocs@17.0.0', framework: 'fumadocs', format: 'mdx', project: { version: '17.0.0' } },
  { vectors: 'docusaurus', framework: 'docusaurus', format: 'mdx' },
  { vectors: 'docusaurus-md', framework: 'docusaurus', format: 'md' },
  { vectors: 'nextra', framework: 'nextra', format: 'mdx', project: { version: '4.6.1' } },
  { vectors: 'mintlify', framework: 'mintlify', format: 'mdx' },
  { vectors: 'vitepress', framework: 'vitepress', format: 'md' },
  { vectors: 'astro-remark', framework: 'starlight', format: 'md', project: { version: '6.0.0' } },
  { vectors: 'astro-mdx-remark', framework: 'starlight', format: 'mdx', project: { version: '6.0.0' } },
  { vectors: 'astro7-satteri-md', framework: 'starlight', format: 'md', project: { version: '7.3.5' } },
  { vectors: 'astro7-satteri-mdx', framework: 'starlight', format: 'mdx', project: { version: '7.3.5' } },
  { vectors: 'mkdocs', framework: 'mkdocs', format: 'md' },
  { vectors: 'python-markdown-toc', framework: 'mkdocs', format: 'md' },
  { vectors: 'python-markdown-attr_list', framework: 'mkdocs', format: 'md', project: extensions('attr_list') },
  {
    vectors: 'python-markdown-slugify_unicode',
    framework: 'mkdocs',
    format: 'md',
    project: extensions({ toc: unicode }),
  },
  {
    vectors: 'pymdownx-slugify-lower',
    framework: 'mkdocs',
    format: 'md',
    project: extensions('attr_list', { toc: pymdownx }),
  },
  { vectors: 'kramdown-gfm-jekyll', framework: 'kramdown-gfm', format: 'md' },
  { vectors: 'hugo-github', framework: 'hugo', format: 'md' },
  {
    vectors: 'hugo-github-ascii',
    framework: 'hugo',
    format: 'md',
    project: { options: { autoHeadingIDType: 'github-ascii' } },
  },
  {
    vectors: 'hugo-blackfriday',
    framework: 'hugo',
    format: 'md',
    project: { options: { autoHeadingIDType: 'blackfriday' } },
  },
  { vectors: 'redocly', framework: 'redocly', format: 'md', project: { options: { html: 'source' } } },
];

function extensions(...markdown_extensions: readonly unknown[]): ProjectFacts {
  return { options: { markdown_extensions } };
}

/**
 * Rows of pages that were never built hold no result. So does the one with an image in Astro 7: its page was refused because that image
 * was not there, which says nothing of headings.
 */
function isMeasured({ key, error }: { readonly key: string; readonly error?: string }): boolean {
  return error !== 'not built' && !(key === 'image' && error?.startsWith('not built'));
}

describe.skipIf(!vectorsArePresent).each(['fast', 'reference'] as const)(
  'ids of headings, read by the %s engine (needs ../shared/vectors)',
  async (name) => {
    const { parse, fallback } = await openEngine(name);
    const reference = (await fallback?.()) ?? parse;

    describe.each(dialects)('are those of $vectors', (dialect) => {
      const { single, sequences } = vectorsArePresent
        ? readSlugVectors(dialect.vectors)
        : { single: [], sequences: [] };

      it.each(single.filter(isMeasured))('$key', ({ heading_markdown, expected_id, error }) => {
        expect(idsOf([heading_markdown], dialect)).toEqual(error ? 'refused' : [expected_id || null]);
      });

      it.each(sequences.filter(isMeasured))('in the sequence $key', ({ headings, expected_ids, error }) => {
        expect(idsOf(headings, dialect)).toEqual(error ? 'refused' : expected_ids?.map((id) => id || null));
      });
    });

    function idsOf(headings: readonly string[], { framework, format, project }: Dialect) {
      const text = headings.map(line).join('\n\n');
      const input = {
        file: `trees.${format}`,
        text,
        format,
        framework: frameworkOf(framework),
        ...(project && { project }),
        components: {},
      };
      const page = read(input, parse) ?? extractPage({ ...input, parse: reference });
      if (page.failure) return 'refused';
      return page.headings.map(({ span }) => {
        const anchor = page.anchors.find(
          (each) => (each.kind === 'heading' || each.kind === 'explicit') && each.span.start === span.start,
        );
        return anchor && 'id' in anchor ? anchor.id : null;
      });
    }
  },
);

function read(
  input: Omit<Parameters<typeof extractPage>[0], 'parse'>,
  parse: Parameters<typeof extractPage>[0]['parse'],
) {
  try {
    return extractPage({ ...input, parse });
  } catch {
    return undefined;
  }
}

/** `#h3 Pruning` stands for a heading of level 3. */
function line(heading: string): string {
  const level = /^#h(\d) (.*)$/s.exec(heading);
  return level ? `${'#'.repeat(Number(level[1]))} ${level[2]}` : `## ${heading}`;
}
