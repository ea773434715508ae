import { spanOf } from '../../text/source-text.ts';
import { defineExtractor } from '../extractor.ts';
import { offsetsOf } from '../lift.ts';

const IMPORT =
  /^[ \t]*(?<statement>import\s+(?:(?<name>[\w$]+)|\{[^}]*\}|\*\s+as\s+[\w$]+)\s+from\s+(?<quote>['"])(?<source>[^'"]+\.mdx?)\k<quote>)/gm;

/** `import Sample from '/snippets/sample.mdx'`: Markdown that this page renders as its own. */
export const esm = defineExtractor({
  id: 'esm',
  nodes: ['mdxjsEsm'],
  extract(node, page) {
    // Engines end such a block before or after its last line end; the statement is the same in both.
    const { start, end } = offsetsOf(node);
    for (const match of page.doc.text.slice(start, end).matchAll(IMPORT)) {
      const { statement = '', source = '', name } = match.groups ?? {};
      const from = start + match.index + match[0].length - statement.length;
      page.import({
        source,
        ...(name !== undefined && { name }),
        span: spanOf(page.doc, from, from + statement.length),
      });
    }
  },
});
