import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import { openCache } from '../../src/cache/open-cache.ts';
import type { LintOptions } from '../../src/config/config.ts';
import { lint } from '../../src/lint.ts';
import type { RunAids } from '../../src/run-aids.ts';
import { emptyFolder } from '../cache/open-site.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');

describe('a run reports the same with any number of threads', () => {
  it('over all fixtures, taken for one site', { timeout: 120_000 }, async () => {
    const cwd = emptyFolder();
    cpSync(fixtures, join(cwd, 'fixtures'), { recursive: true, filter: (path) => !/specwins\.config/.test(path) });
    const specs = { orchard: 'fixtures/drift/fields/openapi.yaml' };
    const config = 'specwins.config.json';
    writeFileSync(join(cwd, config), JSON.stringify({ docs: { root: 'fixtures', framework: 'mintlify' }, specs }));
    await expectTheSame({ cwd, config }, [1, 4]);
  });

  it.skipIf(!hasShared).each(corpora.filter(({ name }) => name === 'meilisearch'))(
    '$name (skipped where the corpora are absent)',
    async ({ options }) => expectTheSame(options, [1]),
    240_000,
  );
});

async function expectTheSame(options: LintOptions, counts: readonly number[]): Promise<void> {
  const plain = await outcome(options, {});
  expect(plain.report).toContain('"findings":[{');
  for (const threads of counts) {
    const folder = emptyFolder();
    const cached = () => ({ threads, cache: openCache({ folder, byState: true, version: '1' }) });
    expect(await outcome(options, { threads })).toEqual(plain);
    expect(await outcome(options, cached()), 'cold').toEqual(plain);
    expect(await outcome(options, cached()), 'warm').toEqual(plain);
  }
}

/** As text, in which the order of keys counts too. */
async function outcome(options: LintOptions, aids: RunAids): Promise<Readonly<Record<string, string>>> {
  const { report, pages, bindings } = await lint(options, aids);
  return { report: JSON.stringify(report), pages: JSON.stringify(pages), bindings: JSON.stringify(bindings) };
}
