import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../bench/corpora.ts';
import { reviewCorpus } from '../bench/reviewed.ts';

// The sites lie beside the checkout where accuracy is measured; elsewhere these tests are skipped.
describe.skipIf(!hasShared).each(corpora)('the findings on $name', (corpus) => {
  it('are those that were read and judged', { timeout: 120_000 }, async () => {
    const { unreviewed, lost } = await reviewCorpus(corpus);
    expect({ unreviewed, lost }).toEqual({ unreviewed: [], lost: [] });
  });
});
