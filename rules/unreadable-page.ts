import { defineRule } from '../src/rule.ts';

/** A page that does not parse was not checked, and would break the site's build. */
export default defineRule({
  id: 'unreadable-page',
  summary: 'Every page must parse, or nothing on it can be checked.',
  severity: 'error',
  messages: { unreadable: 'This page cannot be read as {format}: {reason}' },
  page(page, { report }) {
    if (!page.failure) return;
    report({
      message: 'unreadable',
      at: { file: page.file, span: page.failure.span },
      data: { format: page.format === 'mdx' ? 'MDX' : 'Markdown', reason: withoutPlace(page.failure.message) },
    });
  },
});

/** The finding says where, and a message that names lines would not stay equal when they move. */
function withoutPlace(reason: string): string {
  return reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '');
}
