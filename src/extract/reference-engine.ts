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

const markdown = remark().use(remarkFrontmatter, ['yaml', 'toml']).use(gfmWithoutAutolinks).freeze();
const mdx = remark().use(remarkFrontmatter, ['yaml', 'toml']).use(gfmWithoutAutolinks).use(remarkMdx).freeze();

/** The reference engine: remark with GFM, front matter and, for `mdx`, remark-mdx. */
export function parseWithRemark(text: string, format: PageFormat): Root {
  return format === 'mdx' ? mdx.parse(text) : markdown.parse(text);
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
