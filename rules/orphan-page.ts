import { defineRule } from '../src/rule.ts';

/** A page which no navigation names and no page links to is found by search alone. */
export default defineRule({
  id: 'orphan-page',
  summary: 'A page must be in the navigation, or some page must link to it.',
  severity: 'warning',
  messages: {
    orphan: 'Nothing leads to this page: `{navigation}` does not name it, and no page links to it.',
  },
  site(site, { report }) {
    for (const { file, navigation } of site.orphans())
      report({ message: 'orphan', at: { file, span: { start: 0, end: 0 } }, data: { navigation } });
  },
});
