import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { extractPages } from '../../src/extract/extract-pages.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { cut, mentionsIn, readPage } from './read-page.ts';

describe('a byte order mark', () => {
  it('moves no span', () => {
    const page =
      '\uFEFF---\ntitle: Trees\n---\n\n# GET /trees/{id}\n\n| Method | Path |\n|-|-|\n| `GET` | /trees/{{id}} |\n';
    expect(mentionsIn(page)).toEqual(['GET /trees/{id}', 'GET /trees/{{id}} at «/trees/{{id}}»']);
    expect(readPage(page).title).toBe('Trees');
  });

  it('moves no failure', () => {
    const page = '\uFEFFTrees\n\n<Tree\n\nand more';
    const at = readPage(page, { format: 'mdx' }).failure?.span;
    const plain = readPage(page.slice(1), { format: 'mdx' }).failure?.span;
    expect(at && cut(page, at)).toBe(plain && cut(page.slice(1), plain));
  });
});

describe('an element that opens in a table and closes below it', () => {
  it('breaks the page with a place, and nothing else', () => {
    const page = '| Method |\n|---|\n| <b> |\n\n# </b> call\n';
    const { failure } = readPage(page, { format: 'mdx', framework: 'fumadocs' });
    expect(failure && cut(page, failure.span)).toContain('<b>');
  });
});

describe('front matter', () => {
  it.each(['---', '+++'])('that %s opens and nothing closes is none, and hides nothing below it', (fence) => {
    const page = `${fence}\ntitle\n> # Trees\n> - GET /trees\n\n1. \`GET /trees/{id}\`\n`;
    expect(mentionsIn(page)).toEqual(['GET /trees', 'GET /trees/{id}']);
    expect(readPage(page).title).toBe('Trees');
  });

  it.each([
    ['an alias without an anchor', 'tree: *oak'],
    ['an alias within its own anchor', 'tree: &oak [*oak]'],
    [
      'aliases that unfold without end',
      `a: &a [${'x,'.repeat(9)}]\n${[...'bcdefghi'].map((name, index) => `${name}: &${name} [${`*${'abcdefghi'.charAt(index)},`.repeat(9)}]`).join('\n')}`,
    ],
  ])('with %s is left alone', (_, yaml) => {
    const page = readPage(`---\n${yaml}\n---\n\nGET /trees\n`);
    expect(page.frontmatter).toBeUndefined();
    expect(page.mentions).toHaveLength(1);
  });
});

describe('code in a list', () => {
  it('keeps its place behind a tab that is indentation only in part', () => {
    expect(mentionsIn('- ```\n\tGET /trees\n  ```\n')).toEqual(['GET /trees']);
    expect(mentionsIn('- ```mdx-code-block\n\tGET /trees\n\n  ```\n')).toEqual(['GET /trees']);
  });

  it('is ignored to the last line of a fence that nothing closes', () => {
    const page = '- ```bash specwins-ignore\n  curl /trees\n  \n\n- [ ] Oaks\n';
    expect(readPage(page).directives.map(({ scope }) => cut(page, scope))).toEqual([
      '```bash specwins-ignore\n  curl /trees',
    ]);
  });
});

describe('code within code', () => {
  it('is read once', () => {
    expect(mentionsIn('<code>`GET /trees`</code>')).toEqual(['GET /trees']);
    expect(mentionsIn('Call <code>`GET /trees`</code> now.', { format: 'mdx' })).toEqual(['GET /trees']);
  });
});

describe('an element that opens in one block and closes in a table', () => {
  it('makes the page unreadable', () => {
    const page = '# <b> Trees\n\n| Method |\n|---|\n| </b> GET /trees | GET |\n';
    expect(readPage(page, { format: 'mdx' }).failure).toBeDefined();
  });
});

describe('an import', () => {
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of a folder that is called like a page brings nothing', async () => {
    folder = mkdtempSync(join(tmpdir(), 'orchard-'));
    mkdirSync(join(folder, 'oaks.mdx'));
    writeFileSync(join(folder, 'trees.mdx'), "import Oaks from './oaks.mdx'\n\n<Oaks />\n");
    const framework = frameworkOf('fumadocs');
    const path = join(folder, 'trees.mdx');
    const source = { file: 'trees.mdx', path, snippet: false, framework, root: folder, project: folder };
    const { pages, snippets } = await extractPages([source], { engine: 'fast', components: {} });
    expect(pages.map(({ file }) => file)).toEqual(['trees.mdx']);
    expect(snippets.size).toBe(0);
  });
});
