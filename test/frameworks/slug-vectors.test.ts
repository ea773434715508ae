import type { Heading } from 'mdast';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { FrameworkId } from '../../src/frameworks/framework.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { readSlugVectors, vectorsArePresent } from './shared-vectors.ts';

/** Rows where we answer otherwise on purpose, with the cause. */
const deliberate: Readonly<Record<string, string | null>> = {
  // Fumadocs 16.19 renders expressions first; which version builds the site is not known here.
  'mdx fumadocs brace-raw': null,
  'mdx fumadocs mdx-expr-str': null,
  'mdx fumadocs mdx-expr-num': null,
};

describe.skipIf(!vectorsArePresent)('ids of headings (needs ../shared/vectors)', () => {
  check('fumadocs', 'mdx', 'fumadocs');
  check('github', 'md', 'github');
});

function check(id: FrameworkId, format: 'md' | 'mdx', dialect: string): void {
  const vectors = vectorsArePresent ? readSlugVectors(dialect) : { single: [], sequences: [] };

  it.each(vectors.single)(`${id}: $key`, (vector) => {
    if (vector.error) return expect(() => idsOf(id, format, [vector.heading_markdown])).toThrow();
    const name = `${format} ${id} ${vector.key}`;
    const expected = name in deliberate ? deliberate[name] : vector.expected_id || null;
    expect(idsOf(id, format, [vector.heading_markdown])).toEqual([expected]);
  });

  it.each(vectors.sequences)(`${id}: the sequence $key`, (vector) => {
    if (vector.error) return expect(() => idsOf(id, format, vector.headings)).toThrow();
    expect(idsOf(id, format, vector.headings)).toEqual(vector.expected_ids?.map((one) => one || null));
  });
}

function idsOf(id: FrameworkId, format: 'md' | 'mdx', headings: readonly string[]): (string | null)[] {
  const slug = frameworkOf(id).slugs?.();
  if (!slug) throw new Error(`${id} has no slugs.`);
  return parseHeadings(headings.map(line).join('\n\n'), format).map((heading) => {
    const result = slug(heading);
    return 'id' in result ? result.id : null;
  });
}

/** `#h3 Pruning` stands for a heading of level 3. */
function line(heading: string): string {
  const level = /^#h(\d) (.*)$/s.exec(heading);
  return level ? `${'#'.repeat(Number(level[1]))} ${level[2]}` : `## ${heading}`;
}

function parseHeadings(source: string, format: 'md' | 'mdx'): Heading[] {
  const parser = unified()
    .use(remarkParse)
    .data({
      micromarkExtensions: [gfmStrikethrough()],
      fromMarkdownExtensions: [gfmStrikethroughFromMarkdown()],
    });
  const tree = format === 'mdx' ? parser.use(remarkMdx).parse(source) : parser.parse(source);
  return tree.children.filter((node) => node.type === 'heading');
}
