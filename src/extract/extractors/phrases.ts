import type { Heading, Nodes, Paragraph } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';
import { addOperations, mayHoldAddress } from '../phrase/add-operations.ts';
import { findLabels } from '../phrase/find-labels.ts';
import { flattenPhrase } from '../phrase/phrase.ts';

/** Operations named in paragraphs and headings, in code or in plain words. */
export const phrases = defineExtractor({
  id: 'phrases',
  nodes: ['heading', 'mdxJsxFlowElement', 'paragraph'],
  extract(node, page) {
    // The fast engine has no paragraph where a line holds one element alone: `<code>GET /x</code>`.
    if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
    addLabel(node, page);
    if (!mayHoldAddress(node, page)) return addMethodLabel(node, page);
    const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
    if (node.type !== 'heading') page.addLead(phrase);
    for (const label of findLabels(phrase)) page.label(label);
    addOperations(phrase, page, node.type === 'heading' ? { source: 'heading' } : {});
  },
});

/** `(planting-times)=`: MyST's way to give the next block an id. */
function addLabel(node: Heading | MdxJsxFlowElement | Paragraph, page: PageContext): void {
  if (node.type !== 'paragraph') return;
  const { start, end } = offsetsOf(node);
  const id = /^\(([\w-]+)\)=$/.exec(page.doc.text.slice(start, end).trim())?.[1];
  if (id !== undefined) page.anchor({ kind: 'explicit', id, span: page.spanOf(node) });
}

/** "Method: POST" has no slash, and yet half of an operation. */
function addMethodLabel(node: Heading | MdxJsxFlowElement | Paragraph, page: PageContext): void {
  const { start, end } = offsetsOf(node);
  if (node.type !== 'paragraph' || !/\b(?:method|verb)\b/i.test(page.doc.text.slice(start, end))) return;
  for (const label of findLabels(flattenPhrase(node.children, page))) page.label(label);
}

function isPhrasing(node: Nodes): boolean {
  return ['emphasis', 'inlineCode', 'link', 'linkReference', 'mdxJsxTextElement', 'strong', 'text'].includes(node.type);
}
