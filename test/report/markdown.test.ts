import { join } from 'node:path';
import type { Nodes, Table, TableCell } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { markdown } from '../../src/report/markdown.ts';
import { oddFile, oddFinding, oddReport, plain } from './odd-report.ts';
import { reportOn } from './reports.ts';

describe('Markdown', () => {
  it('has the outcome, a table for each page and what was verified', async () => {
    const { report } = await lint({ cwd: join(import.meta.dirname, '../../fixtures/demo') });
    const text = markdown(report, plain);
    expect(text).toMatch(
      /^## API guides against the spec\n\n5 errors and 2 warnings in 2 pages\.\n\n### `content\/docs\/harvests\.mdx`\n/,
    );
    expect(text).toContain(
      '| 22 | warning | `POST /orchards/{orchardId}/harvests` answers with no field `harvest_id`; did you mean `id`? ' +
        '<br>`unknown-response-field` | `POST /orchards/{orchardId}/harvests` <br>`openapi.yaml:82` | `id` |\n',
    );
    expect(text).toMatch(/\n\n\*\*Verified:\*\* Checked 19 of 22 mentions on 3 pages/);
    expect(tablesOf(text).map(({ children }) => children.length)).toEqual([6, 3]);
  });

  it('shows odd characters as they are, in cells that stay five', () => {
    const messages = [
      '`a|b` `` c',
      'a\\|b <img src=x> *b* [l](https://x) ~~s~~ &amp;',
      '`a\\|b` `c\\` d|e',
      'one\n| two |\n\n# three',
    ];
    const shown = messages.map((message) => oddFinding({ message, suggestions: ['`x`|y\\', '<b>\n'], edits: [] }));
    const rows = tablesOf(markdown(oddReport({ shown }), plain)).flatMap(({ children }) => children.slice(1));
    expect(rows.map(({ children }) => children.length)).toEqual([5, 5, 5, 5]);
    expect(rows.map(({ children }) => shownIn(children[2]))).toEqual(
      ['a\\|b c\\ d|e', 'a|b `` c', 'a\\|b <img src=x> *b* [l](https://x) ~~s~~ &amp;', 'one | two | # three'].map(
        (message) => `${message} (and in 1 other place) unknown-path`,
      ),
    );
    expect(rows.map(({ children }) => shownIn(children[4]))).toEqual(Array(4).fill('`x`|y\\ or <b>'));
  });

  it('lets no page put markup or mentions into it', () => {
    const text = markdown(
      oddReport({ shown: [oddFinding({ message: '<script>x</script> @orchard/team #12 `@a`' })] }),
      plain,
    );
    const html: string[] = [];
    visit(parse(text), 'html', ({ value }) => void html.push(value));
    expect([...new Set(html)].sort()).toEqual(['</code>', '<br>', '<code>']);
    expect(text).toContain('@\u200borchard/team &#35;\u200b12 `@a`');
    expect(headingsOf(text)).toEqual(['API guides against the spec', oddFile]);
  });

  it('ends before a comment is full, and says how much is left', () => {
    const shown = Array.from({ length: 2000 }, (_, index) =>
      oddFinding({ message: `Finding ${index}.`, suggestions: [] }),
    );
    const text = markdown(oddReport({ shown, notes: ['The last note.'] }), plain);
    expect(text.length).toBeLessThan(65_536);
    const rows = tablesOf(text).reduce((sum, { children }) => sum + children.length - 1, 0);
    expect(rows).toBeGreaterThan(100);
    expect(text).toContain(`\n${2000 - rows} more findings did not fit in here.\n`);
    expect(text).toMatch(/\*\*Verified:\*\* .+\n\n- The last note\.\n$/);
  });

  it('says so where there is nothing', () => {
    const text = markdown(reportOn({ 'a.mdx': '' }, { notes: ['The spec `beta` is not there.'] }), plain);
    expect(text).toMatch(/^## API guides against the spec\n\nNo drift found/);
    expect(tablesOf(text)).toEqual([]);
    expect(text).toMatch(/\n- The spec `beta` is not there\.\n$/);
  });
});

function parse(text: string): Nodes {
  return unified().use(remarkParse).use(tables).parse(text);
}

function tables(this: Processor): void {
  Object.assign(this.data(), { micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()] });
}

function tablesOf(text: string): readonly Table[] {
  const found: Table[] = [];
  visit(parse(text), 'table', (table) => void found.push(table));
  return found;
}

function headingsOf(text: string): readonly string[] {
  const found: string[] = [];
  visit(parse(text), 'heading', (heading) => void found.push(textOf(heading, { includeHtml: false })));
  return found;
}

/** What a reader sees in a cell. */
function shownIn(cell: TableCell | undefined): string {
  return textOf(cell, { includeHtml: false });
}
