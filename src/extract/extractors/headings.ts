import { defineExtractor, placeOf } from '../extractor.ts';
import { flattenPhrase } from '../phrase/phrase.ts';

/** Headings and the ids that the framework gives them. */
export const headings = defineExtractor({
  id: 'headings',
  nodes: ['heading'],
  extract(node, page) {
    const span = page.spanOf(node);
    const phrase = flattenPhrase(node.children, page);
    page.heading({ level: node.depth, text: phrase.text.trim(), span });
    page.clearLeads();
    page.addLead(phrase);
    const id = page.ids?.heading(node, placeOf(page));
    if (id?.kind === 'heading' || id?.kind === 'explicit') page.anchor({ kind: id.kind, id: id.id, span });
    if (id?.kind === 'dynamic') page.anchor({ kind: 'dynamic', span });
  },
});
