import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOrchard } from '../cli/orchard.ts';
import { runCli } from '../cli/run-cli.ts';
import { emptyFolder, filesOf } from './open-site.ts';

describe('where the cache lies', () => {
  it('is among the installed packages, where the project has some', async () => {
    const cwd = writeOrchard({ '.git/HEAD': '', 'node_modules/.package-lock.json': '{}' });
    const home = emptyFolder();
    await runCli(['--spec', '../openapi.yaml'], join(cwd, 'guides'), { HOME: home });
    expect(filesOf(join(cwd, 'node_modules/.cache/specwins')).length).toBeGreaterThan(0);
    expect(readdirSync(home)).toEqual([]);
  });

  it('is not among packages beyond the repository', async () => {
    const cwd = writeOrchard({ 'node_modules/x/index.js': '', 'guides/.git/HEAD': '' });
    const { code } = await runCli(['--spec', '../openapi.yaml'], join(cwd, 'guides'));
    expect(code).toBe(1);
    expect(existsSync(join(cwd, 'node_modules/.cache'))).toBe(false);
  });

  it('is in the cache folder of the user, for each project apart', async () => {
    const caches = emptyFolder();
    const [one, other] = [writeOrchard(), writeOrchard()];
    for (const cwd of [one, other]) await runCli([], cwd, { XDG_CACHE_HOME: caches });
    const projects = readdirSync(join(caches, 'specwins'));
    expect(projects).toHaveLength(2);
    for (const project of projects) {
      expect(filesOf(join(caches, 'specwins', project)).length).toBeGreaterThan(0);
      expect(readFileSync(join(caches, 'specwins', project, '.gitignore'), 'utf8')).toBe('*\n');
    }
    expect(readdirSync(one).sort()).toEqual(['guides', 'openapi.yaml']);
  });

  it('is nowhere without a home', async () => {
    const cwd = writeOrchard();
    expect((await runCli([], cwd, {})).code).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
  });

  it('is where --cache-location says, from the working directory', async () => {
    const cwd = writeOrchard();
    await runCli(['--cache-location', 'tmp/kept'], cwd, { XDG_CACHE_HOME: join(cwd, 'other') });
    expect(filesOf(join(cwd, 'tmp/kept')).length).toBeGreaterThan(0);
    expect(existsSync(join(cwd, 'other'))).toBe(false);
  });

  it.each([
    ['openapi.yaml', '`--cache-location` names a folder; `openapi.yaml` is none.'],
    ['', '`--cache-location` was given nothing.'],
  ])('cannot be `%s`, which is no folder', async (location, sentence) => {
    const cwd = writeOrchard();
    const { code, stderr } = await runCli(['--cache-location', location], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it('is nowhere with --no-cache', async () => {
    const cwd = writeOrchard();
    await runCli(['--no-cache', '--cache-location', 'kept'], cwd, { XDG_CACHE_HOME: join(cwd, 'other') });
    expect(readdirSync(cwd).sort()).toEqual(['guides', 'openapi.yaml']);
  });
});

describe('a run with a cache', () => {
  it('says with --stats what came from it', async () => {
    const cwd = writeOrchard();
    const args = ['--stats', '--cache-location', 'kept'];
    expect((await runCli(args, cwd)).stderr).toMatch(
      /From the cache came 0 of 2 files; 0\.0 MB read, [\d.]+ MB written\./,
    );
    // The folder of the cache has come to those that are looked through for specs.
    expect((await runCli(args, cwd)).stderr).toMatch(
      /From the cache came 2 of 2 files; [\d.]+ MB read, 0\.0 MB written\./,
    );
    expect((await runCli(args, cwd)).stderr).toMatch(
      /^Nothing has changed since an earlier run, and what it found is reported; that took \d+ ms, [\d.]+ MB from the cache\.$/m,
    );
    expect((await runCli(['--stats', '--no-cache'], cwd)).stderr).not.toContain('From the cache');
  });

  it.each([['lint', '--format', 'json'], ['mentions'], ['explain', 'guides/harvests.mdx:3'], ['--fix-dry-run']])(
    'prints the same for %s, cold, warm and without',
    async (...args) => {
      const cwd = writeOrchard();
      const plain = await runCli([...args, '--no-cache'], cwd);
      expect(await runCli([...args, '--cache-location', 'kept'], cwd)).toEqual(plain);
      expect(await runCli([...args, '--cache-location', 'kept'], cwd)).toEqual(plain);
    },
  );

  it('fixes what it knows already', async () => {
    const cwd = writeOrchard();
    const path = join(cwd, 'guides/harvests.mdx');
    const before = readFileSync(path, 'utf8');
    await runCli(['--cache-location', 'kept'], cwd);
    await runCli(['--fix', '--cache-location', 'kept'], cwd);
    const fixed = readFileSync(path, 'utf8');
    writeFileSync(path, before);
    await runCli(['--fix', '--no-cache'], cwd);
    expect(readFileSync(path, 'utf8')).toBe(fixed);
    expect(fixed).not.toBe(before);
  });
});

describe('two runs at a time', () => {
  it('report the same and leave a cache that is whole', async () => {
    const guides = Array.from({ length: 40 }, (_, i) => [
      `guides/tree-${i}.mdx`,
      `# Tree ${i}\n\nCall \`GET /tree\`.\n`,
    ]);
    const cwd = writeOrchard(Object.fromEntries(guides));
    mkdirSync(join(cwd, 'kept'));
    const args = ['--format', 'json', '--cache-location', 'kept'];
    const [one, other, third] = await Promise.all([runCli(args, cwd), runCli(args, cwd), runCli(args, cwd)]);
    expect(other).toEqual(one);
    expect(third).toEqual(one);
    expect(filesOf(join(cwd, 'kept')).filter((file) => file.endsWith('.tmp'))).toEqual([]);
    const { stderr } = await runCli(['--stats', ...args], cwd);
    expect(stderr).toContain('From the cache came 42 of 42 files');
  });
});
