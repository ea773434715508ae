import { describe, expect, it } from 'vitest';
import { docusaurus } from '../../src/frameworks/docusaurus.ts';
import { idsOf } from './ids-of.ts';

/** What `npm run verify:docusaurus` found in the HTML of a real site. */
describe('ids of Docusaurus', () => {
  it.each([
    ['a directive is gone, its label stays', '## GET /trees/:id of :abbr[apples]', 'get-trees-of-apples'],
    ['behind a backslash it is none', '## GET /trees/\\:id or :id', 'get-treesid-or-'],
    ['nor is it behind a reference', '## GET /trees/&#58;id', 'get-treesid'],
    ['two backslashes are one of text', '## GET /trees/\\\\:id', 'get-trees'],
  ])('%s', async (_, text, id) => {
    expect(await idsOf({ text, framework: 'docusaurus', format: 'mdx' })).toEqual([id]);
  });
});

it.each([
  ['01-soil/02-README.md', {}, '/soil/README'],
  ['02-trees/01-trees.md', {}, '/trees/trees'],
  ['02-trees/02-trees.md', {}, '/trees/'],
  ['plums/TREES/Trees.md', {}, '/plums/TREES/'],
  ['01-soil/02-kept.md', { parse_number_prefixes: false }, '/01-soil/02-kept'],
  ['trees/apple.md', { id: 2026 }, '/trees/2026'],
  ['trees/apple.md', { slug: 2026 }, '/trees/2026'],
])('Docusaurus puts %s with %j at %s', (file, frontmatter, route) => {
  expect(docusaurus.router?.route(file, { folder: 'docs', frontmatter, project: {} })).toBe(route);
});
