import { spanOf } from '../../text/source-text.ts';
import { defineExtractor } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';

/** `{#id}` and `{: #id .class}` (attr_list of Python-Markdown, kramdown, markdown-it-attrs). */
const ATTRIBUTES = /\{:?[^{}\n]{0,200}?#([\w.:-]{1,100})[^{}\n]{0,200}\}/g;
/** What other files bring in: `{{#include x}}`, `--8<-- "x"`, `<!--@include: x-->`, `{% include x %}`, `{{< x >}}`. */
const INCLUDES = /\{\{#(?:include|template)|--8<--|<!--\s*@include:|\{%-?\s*(?:include|partial|render|embed)|\{\{[<%]/;

/** What extensions of Markdown put into a page: ids on any element, and the content of other files. */
export const attributeLists = defineExtractor({
  id: 'attribute-lists',
  nodes: ['html', 'text'],
  extract(node, page) {
    if (page.format !== 'md' || !/[{<-]/.test(node.value)) return;
    if (INCLUDES.test(node.value)) page.anchor({ kind: 'dynamic', span: page.spanOf(node) });
    if (!page.framework.hasAttributeLists || node.type !== 'text') return;
    const { start } = offsetsOf(node);
    for (const match of page.doc.text.slice(start, offsetsOf(node).end).matchAll(ATTRIBUTES)) {
      const at = start + match.index;
      page.anchor({ kind: 'component', id: match[1] ?? '', span: spanOf(page.doc, at, at + match[0].length) });
    }
  },
});
