import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import { corpusPages, pagesBelow, readStored, type StoredPage, wholeParser } from '../../bench/engine-differences.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { misplacedSpans } from './spans.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const fast = await wholeParser('fast');

describe('a page is plain data with exact spans', () => {
  it.each(pagesBelow(fixtures, 'fixtures', frameworkOf('fumadocs')).map((page) => [page.file, page] as const))(
    'fixtures/%s',
    (_, page) => expect(faultsOf(page)).toEqual([]),
  );

  it.skipIf(!hasShared).each(corpora.map(({ name }) => name))(
    'every page of ../shared/corpora/%s (skipped where ../shared is absent)',
    (name) => {
      const pages = corpusPages().filter((page) => page.corpus === name);
      expect(pages.length).toBeGreaterThan(0);
      expect(pages.flatMap((page) => faultsOf(page).map((fault) => `${page.file}: ${fault}`))).toEqual([]);
    },
    120_000,
  );
});

function faultsOf(stored: StoredPage): readonly string[] {
  const page = readStored(stored, fast);
  expect(JSON.parse(JSON.stringify(page))).toStrictEqual(page);
  expect(structuredClone(page)).toStrictEqual(page);
  return misplacedSpans(page, readFileSync(stored.path, 'utf8'));
}
