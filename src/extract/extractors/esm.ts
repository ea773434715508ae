import { defineExtractor } from '../extractor.ts';

const IMPORT =
  /^\s*import\s+(?:[\w$]+|\{[^}]*\}|\*\s+as\s+[\w$]+)\s+from\s+(?<quote>['"])(?<source>[^'"]+\.mdx?)\k<quote>/gm;

/** `import Sample from '/snippets/sample.mdx'`: Markdown that this page renders as its own. */
export const esm = defineExtractor({
  id: 'esm',
  nodes: ['mdxjsEsm'],
  extract(node, page) {
    for (const match of node.value.matchAll(IMPORT))
      page.import({ source: match.groups?.source ?? '', span: page.spanOf(node) });
  },
});
