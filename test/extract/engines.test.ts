import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import {
  compareFacts,
  corpusPages,
  pagesBelow,
  readStored,
  type StoredPage,
  wholeParser,
} from '../../bench/engine-differences.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const [fast, reference] = [await wholeParser('fast'), await wholeParser('reference')];

/** `bench/engines.ts` reads every page; here small corpora are read whole, of the others every twelfth page is. */
const SMALL = 100;
const STEP = 12;
/** Two parsers over many pages on a busy machine. */
const PATIENCE = 120_000;

describe('both engines give the same facts', () => {
  it.each(['fumadocs', 'docusaurus'] as const)('of every fixture page, read as %s', (framework) => {
    const pages = pagesBelow(fixtures, 'fixtures', frameworkOf(framework));
    expect(pages.length).toBeGreaterThan(0);
    expect(differencesIn(pages)).toEqual([]);
  });

  it.skipIf(!hasShared).each(corpora.map(({ name }) => name))(
    'of pages of ../shared/corpora/%s (skipped where ../shared is absent)',
    (name) => {
      const all = corpusPages().filter(({ corpus }) => corpus === name);
      const pages = all.filter((_, index) => all.length <= SMALL || index % STEP === 0);
      expect(pages.length).toBeGreaterThan(10);
      expect(differencesIn(pages)).toEqual([]);
    },
    PATIENCE,
  );
});

function differencesIn(pages: readonly StoredPage[]) {
  return pages.flatMap((page) =>
    compareFacts(readStored(page, fast), readStored(page, reference)).map((difference) => ({
      page: `${page.corpus}/${page.file}`,
      ...difference,
    })),
  );
}
