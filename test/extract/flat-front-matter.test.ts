import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readFlatFrontMatter } from '../../src/extract/flat-front-matter.ts';

const values = [
  'Trees',
  'Trees and, [their] {fruit}',
  '"Trees: all"',
  "'Trees # all'",
  '"a" b',
  "'it''s'",
  '"\\u0041"',
  'a: b',
  'a:b',
  'a #b',
  'a#b',
  'true',
  'False',
  'NULL',
  'yes',
  'nullable',
  '0',
  '7',
  '007',
  '1_000',
  '1e3',
  '0x1f',
  '1.5',
  '123456789',
  '12345678901',
  '2026-11-24',
  '-1',
  '.5',
  '~',
  '',
  '[]',
  '[a]',
  '{}',
  '|',
  '>-',
  '&a b',
  '*a',
  '!x y',
  '@a',
  '`a`',
  '%a',
  'ärger',
  'Größe — ja 🌳',
  '"  a "',
  "''",
  '""',
  'a ',
  '"a" # b',
  'a\n  b',
  'a\n\nd: e',
  'a\nk: b',
  '- a',
  '? a',
  'a\t',
  'a\r',
  'a\u00a0',
  'a\u2028b',
  'Infinity',
];
const texts = values.flatMap((value) =>
  ['k', 'Key-1', '_k', 'true', 'null', '__proto__'].map((key) => `${key}: ${value}`),
);

describe('front matter that is read without a YAML parser', () => {
  it.each([
    ...texts,
    'k:a',
    'k:  a',
    ' k: a',
    '1k: a',
    '"k": a',
    '# a',
    'k: a\n# b',
    'k: a\n...',
    '',
    '\n',
    'k:\n  a: b',
    'k:\n  - a\n  - b c\nj: d',
    'k:\n- a\n- "b: c"\nj: d',
    "k: \n    - /a/b\n\n    - 'c'\n",
    'k:\n  - a\n   - b',
    'k:\n  - a\n - b',
    'k:\n  - a\n- b',
    'k:\n  - a\n    b',
    'k:\n  - a: b',
    'k:\n  - - a',
    'k:\n  - true',
    'k:\n  - 1',
    'k:\n  -',
    'k:\n  - a # b',
    'k: a\n  - b',
    'k: true\n- b',
    'k: []\nj: a',
    'k: []\n- a',
    'k:\n\n- a',
    '- a',
  ])('is what the parser reads, or left to it: %j', (text) => {
    const flat = readFlatFrontMatter(text);
    const document = parseDocument(text, { logLevel: 'silent', strict: false });
    if (flat !== undefined) {
      expect(document.errors).toEqual([]);
      expect(JSON.stringify(flat)).toBe(JSON.stringify(document.toJS()));
    }
  });

  it('is what most pages have', () => {
    expect(
      readFlatFrontMatter('title: Trees\n\nsidebar_position: 3\ndescription: "All: of them"\nslug: \'#1\''),
    ).toEqual({
      title: 'Trees',
      sidebar_position: 3,
      description: 'All: of them',
      slug: '#1',
    });
  });

  it('has lists of texts', () => {
    expect(
      readFlatFrontMatter('title: Trees\naliases:\n  - /trees\n  - "/old: trees"\nseen: []\ntags:\n- fruit'),
    ).toEqual({
      title: 'Trees',
      aliases: ['/trees', '/old: trees'],
      seen: [],
      tags: ['fruit'],
    });
  });

  it.each(['k: a\nk: b', 'k: [a]', 'k: true', 'k: a: b', 'k:'])('is not %j', (text) => {
    expect(readFlatFrontMatter(text)).toBeUndefined();
  });
});
