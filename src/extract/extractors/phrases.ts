import type { Nodes } from 'mdast';
import { defineExtractor } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { addOperations } from '../phrase/add-operations.ts';
import { flattenPhrase } from '../phrase/phrase.ts';

/** Operations named in paragraphs and headings, in code or in plain words. */
export const phrases = defineExtractor({
  id: 'phrases',
  nodes: ['heading', 'mdxJsxFlowElement', 'paragraph'],
  extract(node, page) {
    // The fast engine has no paragraph where a line holds one element alone: `<code>GET /x</code>`.
    if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
    // Without a slash there is no address, and most paragraphs have none.
    const { start, end } = offsetsOf(node);
    if (!page.doc.text.slice(start, end).includes('/') && !hasReference(node)) return;
    const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
    if (node.type !== 'heading') page.addLead(phrase);
    addOperations(phrase, page, node.type === 'heading' ? { source: 'heading' } : {});
  },
});

/** The target of `[text][label]` stands elsewhere. */
function hasReference(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => child.type === 'linkReference' || hasReference(child));
}

function isPhrasing(node: Nodes): boolean {
  return ['emphasis', 'inlineCode', 'link', 'linkReference', 'mdxJsxTextElement', 'strong', 'text'].includes(node.type);
}
