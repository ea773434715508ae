import type { Code } from 'mdast';
import { mayHoldRequest, readFence } from '../code/read-fence.ts';
import { resolveOrigin } from '../code/resolve-origin.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { liftCode } from '../lift.ts';

/** Fences and indented code: requests that a sample sends, and documents inside a fence. */
export const code = defineExtractor({
  id: 'code',
  nodes: ['code'],
  extract(node, page) {
    const lang = (node.lang ?? '').toLowerCase();
    // Docusaurus renders the content of such a fence as MDX.
    if (lang === 'mdx-code-block') return page.readNested(liftCode(node, page.doc), 'mdx');
    ignoreFence(node, page);
    if (!mayHoldRequest(lang, node.value)) return;
    const source = liftCode(node, page.doc);
    const block = page.spanOf(node).start;
    const seen = new Set<string>();
    for (const sample of readFence({ code: source, lang, meta: node.meta ?? '' })) {
      const { source: form, span, text, method, stance } = sample;
      const call = `${method?.value} ${sample.target.span.start}`;
      if (seen.has(call)) continue;
      seen.add(call);
      const target = resolveOrigin(sample.target, sample.variables);
      page.mention({ source: form, span, text, ...(method && { method }), target, stance, certain: true, block });
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
