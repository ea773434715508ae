import type { Code } from 'mdast';
import { addFact, addRequest } from '../code/add-request.ts';
import { mayHoldAnswer, readAnswers } from '../code/answers.ts';
import { mayHoldRequest, readFence } from '../code/read-fence.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { liftCode } from '../lift.ts';

/** Fences and indented code: requests that a sample sends, answers below them, and documents inside a fence. */
export const code = defineExtractor({
  id: 'code',
  nodes: ['code'],
  extract(node, page) {
    const lang = (node.lang ?? '').toLowerCase();
    // Docusaurus renders the content of such a fence as MDX.
    if (lang === 'mdx-code-block') return page.readNested(liftCode(node, page.doc), 'mdx');
    ignoreFence(node, page);
    if (!mayHoldRequest(lang, node.value) && !mayHoldAnswer(node.value)) return;
    const fence = { code: liftCode(node, page.doc), lang, meta: node.meta ?? '' };
    const block = page.spanOf(node).start;
    const samples = readFence(fence);
    const indices = new Map<string, number>();
    const requests = samples.map((sample) => {
      const call = `${sample.method?.value} ${sample.target.span.start}`;
      const index = indices.get(call) ?? addRequest(sample, page, { block });
      indices.set(call, index);
      return index;
    });
    for (const { fact, request } of readAnswers(fence, samples)) {
      const index = requests[request ?? -1];
      const stance = samples[request ?? -1]?.stance ?? 'claim';
      addFact(fact, page, { stance, block, ...(index !== undefined && { request: index }) });
    }
  },
});

/** ```` ```bash specwins-ignore ````: the whole fence is silenced. */
function ignoreFence(node: Code, page: PageContext): void {
  if (!/(?:^|\s)specwins-ignore(?:\s|$)/.test(node.meta ?? '')) return;
  const { start, end } = page.spanOf(node);
  // Engines do not agree how many blank lines belong to a fence that nothing closes.
  const scope = { start, end: start + page.text.slice(start, end).trimEnd().length };
  const lineEnd = page.text.indexOf('\n', scope.start);
  page.directive({
    kind: 'ignore-fence',
    rules: [],
    span: { start: scope.start, end: lineEnd < 0 ? scope.end : lineEnd },
    scope,
  });
}
