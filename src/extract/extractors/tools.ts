import type { Code, List, Paragraph, Table } from 'mdast';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { liftCode, offsetsOf } from '../lift.ts';
import { flattenPhrase } from '../phrase/phrase.ts';
import {
  addFenceTools,
  addHeadingTool,
  addListTools,
  addPhraseTools,
  addTableTools,
  listsTools,
} from '../tools/add-tools.ts';
import { mayHoldTools } from '../tools/tools-in-fence.ts';

/** Tools of MCP servers, in every form in which guides name them. Pages that speak of no tools are passed over. */
export const tools = defineExtractor({
  id: 'tools',
  nodes: ['code', 'heading', 'list', 'paragraph', 'table'],
  extract(node, page) {
    if (!page.toolTalk) return;
    switch (node.type) {
      case 'code':
        return readCode(node, page);
      case 'heading':
        return addHeadingTool(flattenPhrase(node.children, page), page);
      case 'list':
        return readList(node, page);
      case 'paragraph':
        return mayName(node, page) || namesServer(node, page)
          ? addPhraseTools(flattenPhrase(node.children, page), page)
          : undefined;
      case 'table':
        return readTable(node, page);
    }
  },
});

function readCode(node: Code, page: PageContext): void {
  // What calls a tool of a server speaks of MCP; functions of models are called tools too.
  if (page.toolTalk !== 'mcp' || !mayHoldTools(node.value)) return;
  const fence = { code: liftCode(node, page.doc), lang: (node.lang ?? '').toLowerCase(), meta: node.meta ?? '' };
  addFenceTools(fence, node, page);
}

/** The first paragraph of each item; the paragraphs themselves are read where they are met. */
function readList(node: List, page: PageContext): void {
  if (!mayName(node, page)) return;
  const items = node.children.flatMap(({ children: [first] }) =>
    first?.type === 'paragraph' ? [flattenPhrase(first.children, page)] : [],
  );
  if (items.length > 0) addListTools(items, page.spanOf(node).start, page);
}

function readTable(node: Table, page: PageContext): void {
  if (!mayName(node, page)) return;
  const rows = node.children.map((row) => row.children.map((cell) => flattenPhrase(cell.children, page)));
  const blocks = node.children[0]?.children.map((cell) => page.spanOf(cell).start) ?? [];
  addTableTools(rows, blocks, page);
}

/** Names stand in code, or have words joined by marks; where nothing is said of MCP, a word must call them tools. */
function mayName(node: List | Paragraph | Table, page: PageContext): boolean {
  const { start, end } = offsetsOf(node);
  const text = page.doc.text.slice(start, end);
  if (!/`|<code|\w_\w/.test(text)) return false;
  return page.toolTalk === 'mcp' || /\btools?\b/i.test(text) || (node.type !== 'paragraph' && listsTools(page));
}

function namesServer(node: Paragraph, { doc, toolTalk }: PageContext): boolean {
  const { start, end } = offsetsOf(node);
  return toolTalk === 'mcp' && /\bMCP\b/.test(doc.text.slice(start, end));
}
