import type { Edit, Link } from '../src/model.ts';
import { defineRule } from '../src/rule.ts';

/** A link inside the site must lead to a page or a file that is there. */
export default defineRule({
  id: 'broken-link',
  summary: 'A link inside the site must lead to a page or file that is there.',
  severity: 'error',
  messages: {
    missing: '`{url}` leads nowhere: {reason}.',
    similar: '`{url}` leads nowhere: {reason}; did you mean `{nearest}`?',
  },
  page(page, { report, site }) {
    for (const link of page.links) {
      const target = site.resolve(link.url, page.file);
      if (target.status !== 'dead') continue;
      const [nearest] = target.nearest;
      const said = { url: link.url, reason: target.reason };
      const common = {
        at: { file: page.file, span: link.span },
        suggestions: target.nearest,
        edits: editsOf(link, target.rewrite),
      };
      if (nearest === undefined) report({ message: 'missing', data: said, ...common });
      else report({ message: 'similar', data: { ...said, nearest }, ...common });
    }
  },
});

/** Replaces the target where the source spells it out; a span of any other length covers more, or holds escapes. */
function editsOf({ span, url }: Link, rewrite: string | undefined): readonly Edit[] {
  if (rewrite === undefined || span.end - span.start !== url.length) return [];
  return [{ span, text: rewrite.replaceAll(' ', '%20') }];
}
