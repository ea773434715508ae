import type { List, PhrasingContent } from 'mdast';
import { defineExtractor } from '../extractor.ts';
import { addFieldList } from '../fields/field-list.ts';
import { readListItems } from '../fields/list-items.ts';
import { surroundingsOf } from '../fields/setting.ts';

/** Lists of fields, and lists of the values of one; a list within another is read with it. */
export const fieldLists = defineExtractor({
  id: 'field-lists',
  nodes: ['list'],
  extract(node, page) {
    if (page.ancestors.some(({ node: { type } }) => type === 'list') || !startsWithName(node)) return;
    addFieldList(readListItems(node, page), { block: page.spanOf(node).start, around: surroundingsOf(page) }, page);
  },
});

/** As much as a name, a value or a header has of marks around it. */
const NAME = /^["']?[\w$-][\w.:[\]+-]{0,160}[?*:]{0,2}["']?$/;

/** Most lists begin with words; only one that somewhere begins with a name is read. */
function startsWithName(list: List): boolean {
  return list.children.some(({ children }) =>
    children.some((child, index) => {
      if (child.type === 'list') return startsWithName(child);
      return index === 0 && child.type === 'paragraph' && isName(child.children[0]);
    }),
  );
}

/** Code, or words in bold, alone or in a link. */
function isName(node: PhrasingContent | undefined): boolean {
  if (node?.type === 'inlineCode') return NAME.test(node.value.trim());
  if (node?.type === 'strong' || node?.type === 'link' || node?.type === 'emphasis') {
    const [first] = node.children;
    return first?.type === 'text' ? node.type === 'strong' && /^[\w-]/.test(first.value) : isName(first);
  }
  return node?.type === 'html' || node?.type === 'mdxJsxTextElement';
}
