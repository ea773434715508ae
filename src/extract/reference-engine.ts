import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import type { Processor } from 'unified';
import type { PageFormat } from '../model.ts';

const bodies = {
  md: remark().use(gfmWithoutAutolinks).freeze(),
  mdx: remark().use(gfmWithoutAutolinks).use(remarkMdx).freeze(),
};
const pages = {
  md: remark().use(remarkFrontmatter, ['yaml', 'toml']).use(gfmWithoutAutolinks).freeze(),
  mdx: remark().use(remarkFrontmatter, ['yaml', 'toml']).use(gfmWithoutAutolinks).use(remarkMdx).freeze(),
};

/** The reference engine: remark with GFM, front matter and, for `mdx`, remark-mdx. */
export function parseWithRemark(text: string, format: PageFormat): Root {
  return (hasFrontMatter(text) ? pages : bodies)[format].parse(text);
}

/** Front matter that is never closed is none, and trying to read it makes remark miss quotes and lists below it. */
function hasFrontMatter(text: string): boolean {
  const fence = /^(?:---|\+\+\+)(?=[ \t]*\r?\n)/.exec(text)?.[0];
  if (fence === undefined) return false;
  return new RegExp(`\\n${fence === '---' ? fence : '\\+{3}'}[ \\t]*(?:\\r?\\n|$)`).test(text);
}

/**
 * GFM as the fast engine has it. Literal autolinks are left out: they split text nodes that hold a URL, cost a third
 * of the parsing time, and the extractors find addresses in text themselves.
 */
function gfmWithoutAutolinks(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.fromMarkdownExtensions ??= [];
  data.micromarkExtensions.push(gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmFootnote());
  data.fromMarkdownExtensions.push(
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  );
}
