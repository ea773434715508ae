import type { Nodes } from 'mdast';
import { defineExtractor } from '../extractor.ts';
import { addOperations, mayHoldAddress } from '../phrase/add-operations.ts';
import { flattenPhrase } from '../phrase/phrase.ts';

/** Operations named in paragraphs and headings, in code or in plain words. */
export const phrases = defineExtractor({
  id: 'phrases',
  nodes: ['heading', 'mdxJsxFlowElement', 'paragraph'],
  extract(node, page) {
    // The fast engine has no paragraph where a line holds one element alone: `<code>GET /x</code>`.
    if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
    if (!mayHoldAddress(node, page)) return;
    const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
    if (node.type !== 'heading') page.addLead(phrase);
    addOperations(phrase, page, node.type === 'heading' ? { source: 'heading' } : {});
  },
});

function isPhrasing(node: Nodes): boolean {
  return ['emphasis', 'inlineCode', 'link', 'linkReference', 'mdxJsxTextElement', 'strong', 'text'].includes(node.type);
}
