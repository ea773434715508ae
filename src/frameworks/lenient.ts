import type { Framework } from './framework.ts';
import { github } from './github.ts';

/**
 * A site of a framework whose rules are not known here. Links are followed as far as files go, a fragment is found in any spelling, and
 * what is not found is not judged.
 */
export const lenient: Framework = {
  ...github,
  id: 'lenient',
  markers: [
    '.eleventy.js',
    '.gitbook.yaml',
    'antora.yml',
    'docfx.json',
    'eleventy.config.{js,mjs,cjs}',
    'fern/docs.yml',
    'gatsby-config.{js,ts,mjs}',
  ],
  packages: ['gatsby', 'vocs', 'rspress', '@rspress/core', '@docus/docs', 'docus', '@markdoc/next.js'],
  roots: ['docs', 'content/docs', 'src/content/docs', 'content', 'fern', 'src/pages', '.'],
  isLenient: true,
};
