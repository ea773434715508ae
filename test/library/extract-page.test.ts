import { expect, it } from 'vitest';
import { extractPage, UserError } from '../../src/index.ts';

it('reads a page by its text alone, with exact spans', async () => {
  const text = '# Trees {#all}\n\nCall `GET /trees`, see [more](#all).\n';
  const page = await extractPage({ file: 'trees.md', text, framework: 'docusaurus' });
  expect(page.headings).toMatchObject([{ level: 1 }]);
  expect(page.links).toMatchObject([{ url: '#all' }]);
  const [mention] = page.mentions;
  expect(mention).toMatchObject({ kind: 'operation', text: 'GET /trees' });
  expect(text.slice(mention?.span.start, mention?.span.end)).toBe('GET /trees');
});

it('knows MDX by its name, and gives the failure of a page that does not parse', async () => {
  const torn = await extractPage({ file: 'trees.mdx', text: 'An orchard { of trees.\n' });
  expect(torn.failure).toBeDefined();
  expect((await extractPage({ file: 'trees.md', text: 'An orchard { of trees.\n' })).failure).toBeUndefined();
});

it('reads programs, own hedges and own components where it is told of them', async () => {
  const page = await extractPage({
    file: 'trees.mdx',
    text: 'Run `orchard plant`, ask Ana.\n\n<Call verb="GET" to="/trees" />\n',
    programs: ['orchard'],
    hedges: ['ask Ana'],
    components: { Call: { method: ['verb'], path: ['to'] } },
  });
  expect(page.mentions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['command', 'operation']));
  expect(page.hedges).toHaveLength(1);
});

it('refuses a framework that nobody knows', async () => {
  const options: object = { file: 'a.md', text: '', framework: 'orchardpress' };
  // As a caller in JavaScript would.
  const error = await Reflect.apply(extractPage, undefined, [options]).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
});
