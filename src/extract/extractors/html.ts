import { spanOf } from '../../text/source-text.ts';
import { defineExtractor } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';

// Attributes are short; without a limit each tag that lost its `>` is searched to the end of the page.
const TARGET = /<[a-z][\w-]{0,60}\b[^>]{0,1000}?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const LINK = /<a\b[^>]{0,1000}?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const IMAGE = /<img\b[^>]{0,1000}?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** Raw HTML of Markdown pages: what can be linked to, and what links. */
export const html = defineExtractor({
  id: 'html',
  nodes: ['html'],
  extract(node, page) {
    if (node.value.startsWith('<!--')) return;
    const { start } = offsetsOf(node);
    for (const match of node.value.matchAll(TARGET)) {
      const id = match[1] ?? match[2] ?? match[3] ?? '';
      const span = spanOf(page.doc, start + match.index, start + match.index + match[0].length);
      // `<Samples id>` is a component of some generator; what it does with its id is not known.
      page.anchor({ kind: /^<[A-Z]+[a-z]/.test(match[0]) ? 'component' : 'html', id, span });
    }
    // A heading in HTML gets an id too, made of whatever it renders to.
    if (/<h[1-6]\b/i.test(node.value)) page.anchor({ kind: 'dynamic', span: page.spanOf(node) });
    for (const [pattern, image] of [
      [LINK, false],
      [IMAGE, true],
    ] as const) {
      for (const match of node.value.matchAll(pattern)) {
        const url = match[1] ?? match[2] ?? '';
        const end = start + match.index + match[0].length - 1;
        page.link({ url, span: spanOf(page.doc, end - url.length, end), carrier: 'html', image });
      }
    }
  },
});
