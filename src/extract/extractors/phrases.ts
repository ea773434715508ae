import { defineExtractor } from '../extractor.ts';
import { addOperations } from '../phrase/add-operations.ts';
import { flattenPhrase } from '../phrase/phrase.ts';

/** Operations named in paragraphs and headings, in code or in plain words. */
export const phrases = defineExtractor({
  id: 'phrases',
  nodes: ['heading', 'paragraph'],
  extract(node, page) {
    const phrase = flattenPhrase(node.children, page.doc);
    if (node.type === 'paragraph') page.addLead(phrase);
    addOperations(phrase, page, node.type === 'heading' ? { source: 'heading' } : {});
  },
});
