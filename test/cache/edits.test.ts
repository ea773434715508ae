import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import { varyPage } from '../../bench/speed/vary-page.ts';
import { openCache } from '../../src/cache/open-cache.ts';
import type { LintOptions } from '../../src/config/config.ts';
import { lint } from '../../src/lint.ts';
import { lintReport } from '../../src/lint-report.ts';
import { orchardSpec } from '../cli/orchard.ts';
import { writeProject } from '../project.ts';
import { emptyFolder } from './open-site.ts';

const guide = `# Harvests

Call \`GET /orchards/{orchardId}/harvest\` for the list.

See [the orchards](./orchards.mdx#all). It is sunny.

{/* specwins-disable-next-line */}
Call \`GET /orchards/{orchardId}/harvets\` too.

## Later

It rains \`at noon\`.
`;

const orchards = '# Orchards\n\n## All\n\nCall `GET /orchards`.\n';

/** The report after an edit, and how many pages it found edited; nothing where all was judged anew. */
async function afterEdit(edit: (text: string) => string, file = 'guides/harvests.mdx') {
  const cwd = writeProject({
    'openapi.yaml': orchardSpec,
    'specwins.config.yaml': 'docs: { root: guides, framework: github }\n',
    'guides/harvests.mdx': guide,
    'guides/orchards.mdx': orchards,
  });
  const folder = emptyFolder();
  await run({ cwd }, folder);
  const before = readFileSync(join(cwd, file), 'utf8');
  const text = edit(before);
  expect(text).not.toBe(before);
  writeFileSync(join(cwd, file), text);
  const once = await run({ cwd }, folder);
  // What was carried over is kept, and can be carried on from.
  expect((await run({ cwd }, folder)).edited).toBe(0);
  expect(once.report).toBe(JSON.stringify((await lint({ cwd })).report));
  return once.edited;
}

async function run(options: LintOptions, folder: string) {
  const cache = openCache({ folder, byState: true, version: '1' });
  let edited: number | undefined;
  const observer = {
    begin: () => () => undefined,
    page: () => undefined,
    rule: <Result>(_: string, work: () => Result) => work(),
    recalled: (pages: number) => {
      edited = pages;
    },
  };
  const { report } = await lintReport(options, { cache, observer });
  return { report: JSON.stringify(report), edited };
}

describe('what was found is carried over an edit', () => {
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'of a sentence': (text) => text.replace('It is sunny', 'It is warm and sunny'),
    'of a sentence to the same length': (text) => text.replace('sunny', 'rainy'),
    'that adds lines above': (text) => text.replace('# Harvests\n', '# Harvests\n\nWords.\n\nMore words.\n'),
    'that takes a line away': (text) => text.replace('It rains `at noon`.\n', ''),
    'in the line of a finding': (text) => text.replace('for the list', 'for the whole list'),
    'before a finding in its line': (text) => text.replace('\nCall', '\nPlease, call'),
    'that makes all line ends others': (text) => text.replaceAll('\n\n', '\n\n\n'),
    'at two places': (text) => text.replace('It is', 'It was').replace('It rains', 'It never rains'),
  };
  it.each(Object.entries(edits))('%s', async (_, edit) => {
    expect(await afterEdit(edit)).toBe(1);
  });
});

describe('all is judged anew after an edit', () => {
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'that mends a call': (text) => text.replace('/harvest`', '/harvests`'),
    'that makes a call another': (text) => text.replace('/harvest`', '/harvestz`'),
    'that adds a call': (text) => `${text}\nCall \`GET /trees\`.\n`,
    'that says a call is gone': (text) => text.replace(/Call (`[^`]+`) for the list/, '$1 was removed'),
    'that adds a link': (text) => `${text}\n[Gone](./gone.mdx)\n`,
    'that makes a link another': (text) => text.replace('#all', '#none'),
    'that renames a heading': (text) => text.replace('## Later', '## Sooner'),
    'that changes the order of two facts': (text) =>
      text.replace('## Later\n\nIt rains `at noon`.\n', '').replace('See [', '## Later\n\nSee ['),
    'that takes a directive away': (text) => text.replace('{/* specwins-disable-next-line */}\n', ''),
    'that adds a credential': (text) => `${text}\nThe key is ${['sk_live_', 'q7Rk2WvXnPlT5hJdZ8cMfY3b'].join('')}.\n`,
    'that breaks the page': (text) => `${text}\n<Open\n`,
    'that makes words of a link longer': (text) => text.replace('./orchards.mdx#all', './././orchards.mdx#all'),
  };
  it.each(Object.entries(edits))('%s', async (_, edit) => {
    expect(await afterEdit(edit)).toBeUndefined();
  });

  it('that renames a heading to which another page links', async () => {
    expect(await afterEdit((text) => text.replace('## All', '## Every one'), 'guides/orchards.mdx')).toBeUndefined();
  });

  it('of a page that is a navigation file as well', async () => {
    const cwd = writeProject({
      'openapi.yaml': orchardSpec,
      'book.toml': '[book]\n',
      'src/SUMMARY.md': '# Summary\n\nIt is sunny.\n\n- [Orchards](orchards.md)\n- [Gone](gone.md)\n',
      'src/orchards.md': orchards,
    });
    const folder = emptyFolder();
    await run({ cwd }, folder);
    writeFileSync(
      join(cwd, 'src/SUMMARY.md'),
      '# Summary\n\nIt is so sunny.\n\n- [Orchards](orchards.md)\n- [Gone](gone.md)\n',
    );
    const { report, edited } = await run({ cwd }, folder);
    expect(edited).toBeUndefined();
    expect(report).toBe(JSON.stringify((await lint({ cwd })).report));
  });
});

describe.skipIf(!hasShared)('after words of many pages were exchanged (skipped where the corpora are absent)', () => {
  const words = [
    'trees',
    'simply',
    'another',
    'harvest',
    'before',
    'never',
    'which',
    'deprecated',
    'string',
    'required',
  ];

  // Each of six took ten runs; two show as much.
  it.each(corpora.filter(({ name }) => ['anycrawl', 'meilisearch'].includes(name)))(
    '$name reports what a run without a cache does',
    async ({ options }) => {
      const [cwd, folder] = [emptyFolder(), emptyFolder()];
      cpSync(options.cwd, cwd, { recursive: true });
      const asked = { ...options, cwd };
      await run(asked, folder);
      const pages = readdirSync(cwd, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.mdx?$/.test(file))
        .sort();
      let carried = 0;
      for (let round = 0; round < 3; round++) {
        for (const file of pages.filter((_, index) => index % 97 === round * 13)) {
          const text = readFileSync(join(cwd, file), 'utf8');
          writeFileSync(join(cwd, file), varyPage(text, words.slice(0, 3 + round * 2), `${round}/${file}`));
        }
        const { edited, report } = await run(asked, folder);
        if (edited !== undefined) carried += 1;
        else expect(report).toBe(JSON.stringify((await lint(asked)).report));
      }
      // Whatever was carried on until here is what all pages of now come to.
      expect((await run(asked, folder)).report).toBe(JSON.stringify((await lint(asked)).report));
      expect(carried).toBeGreaterThan(0);
    },
    480_000,
  );
});
