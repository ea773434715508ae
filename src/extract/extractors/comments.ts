import { spanOf } from '../../text/source-text.ts';
import { readDirective } from '../directive.ts';
import { defineExtractor } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';

/** `{/* specwins-disable … *\/}` in MDX and `<!-- specwins-disable … -->` in Markdown. */
export const comments = defineExtractor({
  id: 'comments',
  nodes: ['html', 'mdxFlowExpression', 'mdxTextExpression'],
  extract(node, page) {
    if (!node.value.includes('specwins-')) return;
    if (node.type !== 'html') {
      const comment = /\/\*([\s\S]*?)\*\//.exec(node.value)?.[1];
      return readDirective(comment ?? '', page.spanOf(node), page);
    }
    // One node of HTML may hold several comments, and much else.
    const { start, end } = offsetsOf(node);
    for (const match of page.doc.text.slice(start, end).matchAll(/<!--([\s\S]*?)-->/g)) {
      const from = start + match.index;
      const text = (match[1] ?? '').replace(/\n[ \t>]*/g, '\n');
      readDirective(text, spanOf(page.doc, from, from + match[0].length), page);
    }
  },
});
