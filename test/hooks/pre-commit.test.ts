import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitEnv } from '../git/repository.ts';
import { npm, withoutNpm } from '../library/packed-package.ts';
import { writeProject } from '../project.ts';

const root = join(import.meta.dirname, '..', '..');
const withoutPreCommit =
  spawnSync('pre-commit', ['--version']).status === 0 ? undefined : 'pre-commit is not installed';
const missing = withoutNpm ?? withoutPreCommit;

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly types_or: readonly string[];
  readonly require_serial: boolean;
  readonly pass_filenames?: boolean;
}

describe('.pre-commit-hooks.yaml', () => {
  const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

  it('calls both hooks once, for pages and specs', () => {
    expect(hooks.map(({ id, entry }) => [id, entry])).toEqual([
      ['specwins', 'specwins'],
      ['specwins-staged', 'specwins --staged'],
    ]);
    for (const hook of hooks) {
      expect(hook).toMatchObject({ types_or: ['markdown', 'mdx', 'yaml', 'json'], require_serial: true });
    }
  });

  // It takes what `npm pack` prints for the name of the tarball.
  it.skipIf(withoutNpm)('is not misled by what the build prints', () => {
    const cwd = writeProject({
      'package.json': '{ "name": "specwins", "version": "0.1.0", "scripts": { "prepare": "echo built" } }',
      '.npmrc': readFileSync(join(root, '.npmrc'), 'utf8'),
    });
    expect(npm(cwd, 'pack')).toBe('specwins-0.1.0.tgz\n');
  });
});

describe.skipIf(missing)(`the hooks of pre-commit${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specwins-pre-commit-')));
  const [hooks, cwd] = [join(folder, 'hooks'), join(folder, 'site')];
  // How npm reaches its registry may stand in the environment.
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_(?!SSL)/.test(name))),
    ...gitEnv,
    PRE_COMMIT_HOME: join(folder, 'environments'),
  };
  let unreachable: string | undefined;

  beforeAll(() => {
    copyRepository();
    cpSync(join(root, 'fixtures', 'demo'), cwd, { recursive: true });
    startRepository(cwd);
    use('specwins-staged');
    const { status, output } = preCommit('install', '--install-hooks');
    if (status === 0) return;
    if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(output)) throw new Error(output);
    unreachable = 'npm cannot reach its registry';
  }, 400_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

  const step = (name: string, run: () => void): void =>
    it(name, (context) => {
      context.skip(unreachable !== undefined, unreachable);
      run();
    }, 60_000);

  step('specwins-staged stops a commit with new drift, and lets old drift be', () => {
    append('content/docs/index.mdx', '\nSee `GET /orchards/{orchardId}/tree`.\n');
    const { status, output } = commit('Drift');
    expect(status).toBe(1);
    expect(output).toContain('did you mean `GET /orchards/{orchardId}/trees`?');
    expect(output).toContain('1 error in 1 page.');
    git(cwd, 'reset', '--quiet', '--hard');
    append('content/docs/index.mdx', '\nSee `GET /orchards/{orchardId}/trees`.\n');
    expect(commit('No drift').status).toBe(0);
  });

  step('specwins-staged is not called for other files', () => {
    append('notes.txt', 'Water the trees.\n');
    expect(commit('Notes')).toMatchObject({ status: 0, output: expect.stringContaining('Skipped') });
  });

  step('specwins checks the files that are named, and those that rest on them', () => {
    use('specwins');
    const of = (...files: readonly string[]) => preCommit('run', 'specwins', '--files', ...files);
    expect(of('content/docs/index.mdx').status).toBe(0);
    expect(of('content/docs/harvests.mdx', 'content/docs/index.mdx')).toMatchObject({
      status: 1,
      output: expect.stringContaining('content/docs/harvests.mdx'),
    });
    expect(of('openapi.yaml')).toMatchObject({
      status: 1,
      output: expect.stringContaining('content/docs/harvests.mdx'),
    });
    expect(of('package.json')).toMatchObject({ status: 0, output: expect.stringContaining('Passed') });
    expect(preCommit('run', 'specwins', '--all-files').status).toBe(1);
  });

  /** This repository as its next commit would be, without the tools that its build does not need. */
  function copyRepository(): void {
    const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0').filter(Boolean);
    for (const file of files) {
      if (/^(?:bench|fixtures|test|examples)\//.test(file)) continue;
      mkdirSync(dirname(join(hooks, file)), { recursive: true });
      cpSync(join(root, file), join(hooks, file));
    }
    rmSync(join(hooks, 'package-lock.json'));
    const manifest = JSON.parse(readFileSync(join(hooks, 'package.json'), 'utf8'));
    const needed = Object.entries(manifest.devDependencies).filter(([name]) =>
      /^(?:(?:esbuild|tsx|typescript)$|@types\/|@modelcontext)/.test(name),
    );
    writeFileSync(
      join(hooks, 'package.json'),
      JSON.stringify({ ...manifest, devDependencies: Object.fromEntries(needed) }),
    );
    startRepository(hooks);
  }

  function use(hook: string): void {
    const repo = { repo: hooks, rev: git(hooks, 'rev-parse', 'HEAD').trim(), hooks: [{ id: hook }] };
    writeFileSync(join(cwd, '.pre-commit-config.yaml'), JSON.stringify({ repos: [repo] }));
    writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--no-verify', '--message', `Use ${hook}`);
  }

  function startRepository(repository: string): void {
    git(repository, 'init', '--quiet', '--initial-branch=main');
    git(repository, 'add', '--all');
    git(repository, 'commit', '--quiet', '--message', 'Plant');
  }

  function commit(message: string) {
    git(cwd, 'add', '--all');
    return run('git', 'commit', '--message', message);
  }

  function preCommit(...parameters: readonly string[]) {
    return run('pre-commit', ...parameters);
  }

  function run(program: string, ...parameters: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, parameters, { cwd, env, encoding: 'utf8', timeout: 300_000 });
    return { status, output: stdout + stderr };
  }

  function git(repository: string, ...parameters: readonly string[]): string {
    return execFileSync('git', parameters, { cwd: repository, env: gitEnv, encoding: 'utf8' });
  }

  function append(file: string, text: string): void {
    writeFileSync(join(cwd, file), text, { flag: 'a' });
  }
});
