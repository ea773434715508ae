import { spanOf } from '../../text/source-text.ts';
import { defineExtractor } from '../extractor.ts';
import { isBareAddress, offsetsOf } from '../lift.ts';

/** Markdown links, images and link definitions. */
export const links = defineExtractor({
  id: 'links',
  nodes: ['definition', 'image', 'link'],
  extract(node, page) {
    if (node.type === 'link' && isBareAddress(node, page.doc)) return;
    const { start, end } = offsetsOf(node);
    const raw = page.doc.text.slice(start, end);
    // The target comes last, before a title; a label may repeat it.
    const index = node.url === '' ? -1 : raw.lastIndexOf(node.url);
    const span = index < 0 ? page.spanOf(node) : spanOf(page.doc, start + index, start + index + node.url.length);
    page.link({
      url: node.url,
      span,
      carrier: node.type === 'definition' ? 'definition' : 'markdown',
      image: node.type === 'image',
    });
  },
});
