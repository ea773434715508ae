import { describe, expect, it } from 'vitest';
import { idsOf } from './ids-of.ts';

// Beyond the shared vectors; the answers are those of @astrojs/markdown-remark 7.3.1 and of sites built with Astro 7.3.5.
describe('ids of Starlight', () => {
  it.each([
    ['## Trees --- rows', 'trees-----rows', 'trees--rows'],
    ['## a \\-\\- b', 'a--b', 'a----b'],
    ['## a &#45;- b', 'a--b', 'a----b'],
    ['## http://a--b.com/c', 'httpabcomc', 'httpa--bcomc'],
    ['## GET /trees/:id--x', 'get-treesid--x', 'get-treesid--x'],
    ['## Use frontmatter <b>now</b>', 'use-frontmatter-now', 'use-frontmatter-bnowb'],
    ['## Trees `a--b` c--d', 'trees-a--b-cd', 'trees-a--b-cd'],
    ['## Wait . . . what', 'dynamic', 'wait----what'],
    ['## Trees[^1]\n\n[^1]: A note.', 'dynamic', 'dynamic'],
  ])('%j', async (text, remark, satteri) => {
    const ofAstro = (version: string) => idsOf({ text, framework: 'starlight', project: { version } });
    expect([await ofAstro('6.1.0'), await ofAstro('7.3.5')]).toEqual([[remark], [satteri]]);
  });

  it.each([
    ['{frontmatter.title} now', 'old-trees-now'],
    ['{ frontmatter.rows[0]["name"] }', 'first-row'],
    ['{frontmatter.count} trees', 'frontmattercount-trees'],
    ['{frontmatter.title.trim()}', 'dynamic'],
    ['Rows {/* -- */} {1 + 1}', 'rows------1--1'],
  ])('reads the expressions of %s', async (heading, id) => {
    const text = `---\ntitle: Old trees\ncount: 3\nrows:\n  - name: First row\n---\n\n## ${heading}`;
    const project = { version: '7.3.5' };
    expect(await idsOf({ text, framework: 'starlight', format: 'mdx', project })).toEqual([id]);
  });

  it('leaves open what depends on an unknown version of Astro', async () => {
    const text = '## Trees --- rows\n\n## Old -- rows\n\n## Trees';
    expect(await idsOf({ text, framework: 'starlight' })).toEqual(['dynamic', 'old--rows', 'trees']);
  });

  it('keeps hyphens without smart punctuation', async () => {
    const project = { version: '7.3.5', options: { smartypants: false } };
    expect(await idsOf({ text: '## a -- b', framework: 'starlight', project })).toEqual(['a----b']);
  });
});

describe('ids of Redocly', () => {
  it.each([
    ['## **Trees**: all', ['trees--all']],
    ['## Old**trees**now', ['old-trees-now']],
    ['## a ![map](map.png) b', ['a--b']],
    ['## H~2~O', ['h2o']],
    ['## Trees {% #all_trees %}\n\n## Trees', ['all_trees', 'trees']],
    ['## Trees {% .wide id="A b" %}', ['A b']],
    ['## Trees {% .wide %} here', ['trees-here']],
    ['## Trees of {% $farm %}', ['dynamic']],
    ['## `{% $farm %}`', ['-farm-']],
    ['## —\n\n## —', ['_', '_-1']],
    ['## Row\n\n## Row-1\n\n## Row\n\n## Row-1', ['row', 'row-1', 'row-2', 'row-1-3']],
    ['Underlined\n===', [undefined]],
  ])('%j', async (text, ids) => {
    expect(await idsOf({ text, framework: 'redocly' })).toEqual(ids);
  });

  it('leaves HTML to a portal', async () => {
    const project = { version: '0.135.2' };
    expect(await idsOf({ text: '## Trees <b>now</b>', framework: 'redocly', project })).toEqual(['dynamic']);
  });
});
