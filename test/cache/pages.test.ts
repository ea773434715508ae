import {
  appendFileSync,
  chmodSync,
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { writeProject } from '../project.ts';
import { emptyFolder, filesOf, lintCached } from './open-site.ts';

const both = ['guides/harvests.mdx', 'guides/orchards.mdx'];

/** Files that were written long ago, so that their times tell that they have not changed since. */
function settle(cwd: string, files: readonly string[] = both): void {
  for (const file of files) utimesSync(join(cwd, file), 1_700_000_000, 1_700_000_000);
}

const later = () => Date.now() + 60_000;

describe('the cache of pages', () => {
  it('spares a second run the reading of pages that have not changed', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const first = await lintCached({ cwd }, folder, { now: later });
    const second = await lintCached({ cwd }, folder, { now: later });
    expect(first.parsed).toEqual(both);
    expect(second.parsed).toEqual([]);
    expect(second.written).toBe(0);
    expect(second.report).toEqual(first.report);
    expect(second.pages).toStrictEqual(first.pages);
    expect(first.report).toEqual((await lint({ cwd })).report);
  });

  it('reads the page that changed, and no other one', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder, { now: later });
    appendFileSync(join(cwd, 'guides/harvests.mdx'), '\nCall `GET /trees`.\n');
    const changed = await lintCached({ cwd }, folder, { now: later });
    expect(changed.parsed).toEqual(['guides/harvests.mdx']);
    expect(changed.report).toEqual((await lint({ cwd })).report);
  });

  it('sees a change that leaves size and time of a file as they were', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    settle(cwd);
    await lintCached({ cwd }, folder, { now: later });
    const path = join(cwd, 'guides/harvests.mdx');
    writeFileSync(path, readFileSync(path, 'utf8').replace('/harvest`', '/harvesd`'));
    settle(cwd);
    const changed = await lintCached({ cwd }, folder, { now: later });
    expect(changed.parsed).toEqual(['guides/harvests.mdx']);
    expect(changed.report).toEqual((await lint({ cwd })).report);
  });

  it('believes no times of a file that was written only just now', async () => {
    const now = Date.now();
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder, { now: () => now });
    const stamps = filesOf(folder, 'pages-').flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1));
    expect(stamps.map((line) => line.split('\t')[2])).toEqual(['', '']);
  });

  it('knows a page by its content where every file is new, as in CI', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder, { byState: false });
    const clone = writeProject({});
    cpSync(cwd, clone, { recursive: true });
    expect((await lintCached({ cwd: clone }, folder, { byState: false })).parsed).toEqual([]);
    expect((await lintCached({ cwd: clone }, folder, { byState: true })).parsed).toEqual([]);
  });

  it('knows the pages of a folder that was moved', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const { report } = await lintCached({ cwd }, folder, { now: later });
    const moved = `${cwd}-moved`;
    renameSync(cwd, moved);
    const after = await lintCached({ cwd: moved }, folder, { now: later });
    expect(after.parsed).toEqual([]);
    expect(after.report).toEqual(report);
  });

  it('reads pages again under settings that read something else of them', async () => {
    const cwd = writeOrchard({ 'guides/trees.mdx': '# Trees\n\n<Call verb="GET" to="/tree" />\n\nAsk Ana.\n' });
    const folder = emptyFolder();
    await lintCached({ cwd }, folder);
    for (const config of [
      'components: { Call: { method: verb, path: to } }',
      "hedges: ['ask Ana']",
      'engine: reference',
      'docs: { root: guides, framework: mintlify }',
    ]) {
      writeFileSync(join(cwd, 'specwins.config.yaml'), `${config}\n`);
      const run = await lintCached({ cwd }, folder);
      expect(run.parsed).toEqual([...both, 'guides/trees.mdx']);
      expect(run.report).toEqual((await lint({ cwd })).report);
    }
  });

  it('reads no page again when rules or the spec change', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder);
    writeFileSync(join(cwd, 'specwins.config.yaml'), 'rules: { unknown-path: warn }\n');
    const path = join(cwd, 'openapi.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('/harvests:', '/harvest:'));
    const run = await lintCached({ cwd }, folder);
    expect(run.parsed).toEqual([]);
    expect(run.report).toEqual((await lint({ cwd })).report);
  });

  it('takes nothing that another version has written', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder, { version: '1' });
    expect((await lintCached({ cwd }, folder, { version: '2' })).parsed).toEqual(both);
    expect((await lintCached({ cwd }, folder, { version: '2' })).parsed).toEqual([]);
    expect((await lintCached({ cwd }, folder, { version: '1' })).parsed).toEqual(both);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from([0, 1, 2, 255, 10, 13])],
    ['zeros, as after a power failure', (bytes: Buffer) => Buffer.alloc(bytes.length)],
    [
      'one letter off',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('Orchards', 'Orchardz'), 'latin1'),
    ],
    ['longer', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n{}')])],
  ])('reads pages again whose file in the cache is %s', async (_, spoil) => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const { report } = await lintCached({ cwd }, folder);
    for (const file of filesOf(folder)) writeFileSync(file, spoil(readFileSync(file)));
    const run = await lintCached({ cwd }, folder);
    expect(run.parsed).toContain('guides/orchards.mdx');
    expect(run.report).toEqual(report);
    expect((await lintCached({ cwd }, folder)).parsed).toEqual([]);
  });

  it('keeps nothing of a page that shows a credential, and finds it again', async () => {
    const key = `sk_live_${'4eC39HqLyjWDarjtT1zdp7dc'}`;
    const cwd = writeOrchard({
      'guides/keys.mdx': `# Keys\n\n\`\`\`sh\ncurl -H 'Authorization: Bearer ${key}' https://api.orchard.example/v2/orchards\n\`\`\`\n`,
    });
    const folder = emptyFolder();
    const { report } = await lintCached({ cwd }, folder);
    expect(report.findings.map(({ rule }) => rule)).toContain('secret');
    for (const file of filesOf(folder)) expect(readFileSync(file, 'utf8')).not.toContain(key.slice(8));
    const again = await lintCached({ cwd }, folder, { now: later });
    expect(again.report).toEqual(report);
    expect(again.parsed).toEqual(['guides/keys.mdx']);
    for (const file of filesOf(folder)) expect(readFileSync(file, 'utf8')).not.toContain(key.slice(8));
  });

  it('reads what an editor holds, not what lies on disk', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    settle(cwd);
    await lintCached({ cwd }, folder, { now: later });
    const texts = new Map([[join(cwd, 'guides/harvests.mdx'), '# Harvests\n\nCall `GET /orchards`.\n']]);
    const run = await lintCached({ cwd, texts }, folder, { now: later });
    expect(run.report).toEqual((await lint({ cwd, texts })).report);
    const after = await lintCached({ cwd }, folder, { now: later });
    expect(after.parsed).toEqual([]);
    expect(after.report).toEqual((await lint({ cwd })).report);
  });

  it('forgets what nobody has asked for in two weeks, and keeps what is', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const day = (count: number) => () => Date.now() + count * 86_400_000;
    await lintCached({ cwd }, folder);
    rmSync(join(cwd, 'guides/harvests.mdx'));
    const kept = () =>
      filesOf(folder, 'pages-').reduce((sum, file) => sum + readFileSync(file, 'utf8').split('\n').length - 1, 0);
    for (let count = 4; count <= 40; count += 4) await lintCached({ cwd }, folder, { now: day(count) });
    expect((await lintCached({ cwd }, folder, { now: day(41) })).parsed).toEqual([]);
    expect(kept()).toBeLessThanOrEqual(2);
  });

  it('keeps four states of a page at most', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const path = join(cwd, 'guides/orchards.mdx');
    for (let run = 0; run < 8; run++) {
      writeFileSync(path, `# Orchards\n\nState ${run}: call \`GET /orchards\`.\n`);
      await lintCached({ cwd }, folder);
    }
    const states = filesOf(folder).flatMap(
      (file) => readFileSync(file, 'utf8').match(/guides\/orchards\.mdx"\t/g) ?? [],
    );
    expect(states).toHaveLength(4);
  });

  it.skipIf(process.getuid?.() === 0)('does without where nothing may be written', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    chmodSync(folder, 0o555);
    expect((await lintCached({ cwd }, folder)).report).toEqual((await lint({ cwd })).report);
    expect(filesOf(folder)).toEqual([]);
  });

  it('does without where the folder cannot be made', async () => {
    const cwd = writeOrchard();
    const folder = join(cwd, 'openapi.yaml', 'cache');
    const run = await lintCached({ cwd }, folder);
    expect(run.report).toEqual((await lint({ cwd })).report);
    expect(run.written).toBe(0);
    expect(readFileSync(dirname(folder), 'utf8')).toContain('Orchard API');
  });
});
