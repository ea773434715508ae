import type { Anchor } from '../src/model.ts';
import { defineRule } from '../src/rule.ts';

/** An id that a page states twice leads to its first place only. */
export default defineRule({
  id: 'duplicate-anchor',
  summary: 'A page must not state the same id twice.',
  severity: 'warning',
  messages: {
    duplicate: 'The id `{id}` stands here for the second time; links with it lead to the first.',
  },
  page({ file, anchors }, { report }) {
    const first = new Map<string, StatedAnchor>();
    for (const anchor of anchors.filter(isStated)) {
      const { id, span } = anchor;
      const earlier = first.get(id);
      if (!earlier) first.set(id, anchor);
      // An `<a id>` in a heading that states the same id is one place.
      else if (span.start >= earlier.span.end) report({ message: 'duplicate', at: { file, span }, data: { id } });
    }
  },
});

type StatedAnchor = Extract<Anchor, { id: string }>;

/** Ids that somebody wrote; what a template or a program puts in is not known. */
function isStated(anchor: Anchor): anchor is StatedAnchor {
  return (anchor.kind === 'explicit' || anchor.kind === 'html') && anchor.id !== '' && !/[{}$<>]/.test(anchor.id);
}
