import type { Edit, Link } from '../src/model.ts';
import { defineRule } from '../src/rule.ts';

/** The fragment of a link to a page of the site must be the id of something on that page. */
export default defineRule({
  id: 'broken-anchor',
  summary: 'The fragment of a link must be an id on the page it leads to.',
  severity: 'error',
  messages: {
    withoutId:
      'Nothing on `{page}` has the id `{fragment}`; the heading "{heading}" gets no id, because it is of level {level}.',
    missing: 'Nothing on `{page}` has the id `{fragment}`.',
    similar: 'Nothing on `{page}` has the id `{fragment}`; did you mean `{nearest}`?',
    heading: 'Nothing on `{page}` has the id `{fragment}`; the heading "{heading}" has the id `{nearest}`.',
    because: 'Nothing on `{page}` has the id `{fragment}`; the heading "{heading}" has the id `{nearest}`: {why}.',
  },
  page(page, { report, site }) {
    for (const link of page.links) {
      const target = site.resolve(link.url, page.file);
      if (target.status !== 'page' || target.fragment === undefined) continue;
      const found = site.findFragment(target.file, target.fragment);
      if (found.status !== 'missing') continue;
      const [nearest] = found.nearest;
      const said = { page: target.file, fragment: target.fragment };
      const common = {
        at: { file: page.file, span: link.span },
        suggestions: found.nearest,
        edits: editsOf(link, found.rewrite),
      };
      if (found.withoutId) {
        const { text: heading, level } = found.withoutId;
        report({ message: 'withoutId', data: { ...said, heading, level: String(level) }, ...common, edits: [] });
      } else if (nearest === undefined) report({ message: 'missing', data: said, ...common });
      else if (found.heading === undefined) report({ message: 'similar', data: { ...said, nearest }, ...common });
      else {
        const { heading, why } = found;
        if (why === undefined) report({ message: 'heading', data: { ...said, nearest, heading }, ...common });
        else report({ message: 'because', data: { ...said, nearest, heading, why }, ...common });
      }
    }
  },
});

/**
 * Replaces what stands behind `#`, where the source spells the target out; a span of any other length covers more, or
 * holds escapes.
 */
function editsOf({ span, url }: Link, rewrite: string | undefined): readonly Edit[] {
  const hash = url.indexOf('#');
  if (rewrite === undefined || span.end - span.start !== url.length) return [];
  return [{ span: { start: span.start + hash + 1, end: span.end }, text: rewrite.replaceAll(' ', '%20') }];
}
