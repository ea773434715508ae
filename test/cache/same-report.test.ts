import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpora, hasShared } from '../../bench/corpora.ts';
import type { LintOptions } from '../../src/config/config.ts';
import { lint } from '../../src/lint.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { emptyFolder, filesOf, lintCached } from './open-site.ts';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, 'fixtures');
const bin = join(root, 'bin', 'specwins.js');
const built = existsSync(join(root, 'dist', 'src', 'cli', 'main.js'));

describe('a run that writes the cache, and one that reads it, report what a run without one does', () => {
  const projects = ['clean', 'drift', 'broken'].flatMap((kind) =>
    readdirSync(join(fixtures, kind)).map((name) => `${kind}/${name}`),
  );

  it.each(projects)('fixtures/%s', async (name) => {
    await expectTheSame({ cwd: join(fixtures, name) });
  });

  it.skipIf(!hasShared).each(corpora)(
    '$name (skipped where the corpora are absent)',
    async ({ options }) => expectTheSame(options),
    240_000,
  );
});

async function expectTheSame(options: LintOptions): Promise<void> {
  const folder = emptyFolder();
  const plain = await outcome(lint(options));
  const cold = await outcome(lintCached(options, folder));
  const warm = await outcome(lintCached(options, folder));
  expect(cold.report).toBe(plain.report);
  expect(warm.report).toBe(plain.report);
  expect(warm.pages).toBe(plain.pages);
  expect(warm.truth).toBe(plain.truth);
}

/** As text, in which the order of keys counts too. */
async function outcome(run: ReturnType<typeof lint>): Promise<Readonly<Record<'report' | 'pages' | 'truth', string>>> {
  try {
    const { report, pages, truth } = await run;
    return { report: JSON.stringify(report), pages: JSON.stringify(pages), truth: JSON.stringify(truth) };
  } catch (error) {
    const failure = String(error);
    return { report: failure, pages: failure, truth: failure };
  }
}

describe.skipIf(!built)('processes at a time (needs `npm run build`)', () => {
  it('report the same and leave a cache that is whole', { timeout: 60_000 }, async () => {
    const guides = Array.from({ length: 40 }, (_, i) => [
      `guides/tree-${i}.mdx`,
      `# Tree ${i}\n\nCall \`GET /tree\`.\n`,
    ]);
    const cwd = writeOrchard(Object.fromEntries(guides));
    const outputs = await Promise.all([1, 2, 3].map(() => runProcess(cwd)));
    expect(new Set(outputs).size).toBe(1);
    expect(filesOf(join(cwd, 'kept')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    for (const file of filesOf(join(cwd, 'kept')))
      expect(readFileSync(file, 'utf8')).toMatch(/^specwins \S+ \d+ [0-9a-f]+\n/);
    expect(await runProcess(cwd)).toBe(outputs[0]);
  });
});

async function runProcess(cwd: string): Promise<string> {
  const child = spawn(process.execPath, [bin, '--format', 'json', '--cache-location', 'kept'], { cwd });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  await once(child, 'close');
  return output;
}
