import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/extract/engine.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { mentionsIn, readPage } from './read-page.ts';

/** Each of these took minutes or more before its reading was bounded; here the result counts, and that it comes. */
describe('a large page', () => {
  it('may name thousands of paths in one paragraph', () => {
    const names = mentionsIn('the endpoint `/trees/{id}` and '.repeat(5000));
    expect(names).toHaveLength(5000);
    expect(new Set(names)).toEqual(new Set(['/trees/{id}']));
  });

  it('may call thousands of operations in one line without a full stop', () => {
    expect(mentionsIn('GET /trees '.repeat(10_000))).toHaveLength(10_000);
  });

  it('may strike out thousands of operations', () => {
    const names = mentionsIn('~~`GET /trees`~~ '.repeat(3000));
    expect(new Set(names)).toEqual(new Set(['GET /trees historical']));
  });

  it('may be one list of methods', () => {
    expect(mentionsIn(`${'GET, '.repeat(20_000)}POST /trees`)).toHaveLength(11);
    expect(mentionsIn(`/ ${'GET and '.repeat(20_000)}`)).toEqual([]);
  });

  it.each(['{', '{{', '{%', '(', '(a', '<', '${', '$(', '[[a', ')', '.', 'aGVsbG8+', '/'])(
    'may repeat "%s" behind a path without end',
    (text) => {
      const long = text.repeat(40_000);
      expect(mentionsIn(`\`GET /trees${long}\` GET /trees${long}\n\nCall \`GET /trees\`.`).at(-1)).toBe('GET /trees');
    },
    30_000,
  );

  it('may hold a table with thousands of rows or columns', () => {
    const rows = `| Method | Path |\n| - | - |\n${'| GET | /trees/{id} |\n'.repeat(5000)}`;
    expect(mentionsIn(rows)).toHaveLength(5000);
    const columns = `|${' v1 |'.repeat(1000)}\n|${'-|'.repeat(1000)}\n|${' `GET /trees` |'.repeat(1000)}`;
    expect(mentionsIn(columns)).toHaveLength(1000);
  }, 30_000);

  it('may hold many tables below one another without a heading', () => {
    const page = `${'Words / words.\n\n'.repeat(1000)}${'| Path | Method |\n|-|-|\n| /trees | GET |\n\n'.repeat(1000)}`;
    expect(mentionsIn(page)).toHaveLength(1000);
  }, 30_000);

  it('may stack directives, and leave tags and comments open', () => {
    const stacked = '<!-- specwins-disable-next-line -->\n'.repeat(5000);
    expect(readPage(`${stacked}\nGET /trees`).directives).toHaveLength(5000);
    expect(readPage(`<div>${'<a b'.repeat(30_000)}`).links).toEqual([]);
    expect(readPage(`<!-- specwins-disable -- ${' '.repeat(50_000)}x -->`).directives).toHaveLength(1);
  }, 30_000);
});

describe('a large fence', () => {
  const fence = (lang: string, text: string) => readPage(`\`\`\`${lang}\n${text}\n\`\`\``).mentions.length;

  it.each([
    ['json', '{"a":[{"b":"c"},'],
    ['json', '// Response\n{"a":1}\n'],
    ['json', '//#//#'],
    ['bash', 'curl https://api.orchard.example/trees | '],
    ['bash', 'curl -d \'{"a":1}\' https://api.orchard.example/trees\n{ "b": 2 }\n'],
    ['bash', 'curl -d a=b&'],
    ['bash', "curl -H 'a: "],
    ['http', 'POST /trees\nHost: a.example\n\n{ "a": 1 }\n\nHTTP/1.1 200 OK\n\n[1]\n'],
    ['http', 'HTTP/1.1 200 OK\n'],
    ['http', 'GET /trees\n# '],
  ])(
    'of %s may repeat %j',
    (lang, text) => {
      fence(lang, text.repeat(Math.floor(100_000 / text.length)));
    },
    30_000,
  );

  it('may be one of thousands', () => {
    const page = `${`Words. `.repeat(500)}\n\n${'## Response\n\n```json Title\n{ "a": 1 }\n```\n\n'.repeat(3000)}`;
    expect(readPage(page).mentions).toHaveLength(3000);
  }, 30_000);
});

describe('a page that is nested too deeply', () => {
  it('is told from one that can be read, and is no bug of ours', async () => {
    expect(mentionsIn(`${'> '.repeat(300)}GET /trees`)).toEqual(['GET /trees']);
    const framework = frameworkOf('github');
    const text = `${'>'.repeat(20_000)} GET /trees`;
    const { parse } = await openEngine('fast');
    const page = extractPage({ file: 'trees.md', text, format: 'md', framework, components: {}, parse });
    expect(page.failure?.message).toMatch(/nested too deeply/);
  }, 30_000);
});
