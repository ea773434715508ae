import { readDirective } from '../directive.ts';
import { defineExtractor } from '../extractor.ts';

/** `{/* specwins-disable … *\/}` in MDX and `<!-- specwins-disable … -->` in Markdown. */
export const comments = defineExtractor({
  id: 'comments',
  nodes: ['html', 'mdxFlowExpression', 'mdxTextExpression'],
  extract(node, page) {
    if (!node.value.includes('specwins-')) return;
    const comment = node.type === 'html' ? /<!--([\s\S]*?)-->/.exec(node.value) : /\/\*([\s\S]*?)\*\//.exec(node.value);
    if (comment) readDirective(comment[1] ?? '', page.spanOf(node), page);
  },
});
