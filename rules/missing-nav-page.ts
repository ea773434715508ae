import { defineRule, replacing } from '../src/rule.ts';

/** What a navigation file names must be a page of the site. */
export default defineRule({
  id: 'missing-nav-page',
  summary: 'Each entry of a navigation file must lead to a page that is there.',
  severity: 'error',
  messages: {
    missing: 'The navigation names `{text}`, and no such page is there.',
    similar: 'The navigation names `{text}`, and no such page is there; did you mean `{nearest}`?',
  },
  site(site, { report }) {
    for (const { file, span, text, nearest: suggestions, only } of site.missingNavPages()) {
      const [nearest] = suggestions;
      const at = { file, span };
      if (nearest === undefined) report({ message: 'missing', at, data: { text } });
      else {
        const edits = only === undefined ? [] : replacing(text, span, only);
        report({ message: 'similar', at, data: { text, nearest }, suggestions, edits });
      }
    }
  },
});
