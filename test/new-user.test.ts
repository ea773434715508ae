import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gitEnv } from './git/repository.ts';
import { npm, packPackage, withoutNpm } from './library/packed-package.ts';

const demo = join(import.meta.dirname, '..', 'fixtures', 'demo');
const onWindows = process.platform === 'win32';
const withoutGit = spawnSync('git', ['--version']).status === 0 ? undefined : 'git is not installed';
const missing = withoutNpm ?? withoutGit ?? (onWindows ? 'it runs what npm installs as a script for sh' : undefined);

/** A docs repository as a team has it: a site of Docusaurus, a spec, hooks by husky, and drift. */
const files = {
  'package.json': '{ "name": "orchard-docs", "private": true }\n',
  '.gitignore': 'node_modules\nbuild\n',
  'docusaurus.config.js':
    "export default { baseUrl: '/', presets: [['classic', { docs: { routeBasePath: '/' } }]] };\n",
  'sidebars.js': "export default { docs: ['intro', 'harvests', 'trees'] };\n",
  'docs/intro.mdx': '# Start\n\nCall `GET /orchards`, then read of [harvests](./harvests.mdx#adding-harvest).\n',
  'docs/harvests.mdx': `# Harvests

\`GET /orchards/{orchardId}/harvest\` lists them.

## Adding a harvest

\`\`\`sh
curl -X POST https://api.orchard.example/v2/orchards/orc_1/harvests \\
  -H 'Content-Type: application/json' \\
  -d '{"picked_on": "2026-09-12", "kilograms": 840, "grade": "jam"}'
\`\`\`
`,
  'docs/trees.mdx': '# Trees\n\nCall `GET /orchards/{orchardId}/trees`.\n',
  '.husky/.keep': '',
};

/** In the order in which a new user goes; each step stands on those before it. */
describe.skipIf(missing)(`a new user's way${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'specwins-new-user-')));
  let unreachable: string | undefined;

  beforeAll(() => {
    for (const [file, text] of Object.entries(files)) write(file, text);
    cpSync(join(demo, 'openapi.yaml'), join(cwd, 'openapi.yaml'));
    git('init', '--quiet', '--initial-branch=main');
    // What husky does, when it is installed.
    git('config', 'core.hooksPath', '.husky');
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Plant');
    const tarball = packPackage();
    try {
      npm(cwd, 'install', '--prefer-offline', '--ignore-scripts', '--save-dev', tarball);
    } catch (error) {
      if (!/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/.test(String(error))) throw error;
      unreachable = 'npm cannot reach its registry';
    }
  }, 240_000);

  afterAll(() => rmSync(cwd, { recursive: true, force: true }), 120_000);

  /** A step that needs the package. */
  const step = (name: string, run: () => void): void =>
    it(name, (context) => {
      context.skip(unreachable !== undefined, unreachable);
      run();
    }, 60_000);

  step('writes a configuration, a workflow and a hook without a question', () => {
    const { status, stdout } = specwins('init', '--yes', '--workflow', '--hook');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('Docs: `docs` (docusaurus), 3 pages.\nSpecs: `openapi`, 11 operations.\n'),
    });
    expect(parse(read('specwins.config.yaml'))).toMatchObject({ docs: { root: 'docs', framework: 'docusaurus' } });
    expect(read('.husky/pre-commit')).toBe('npx --no-install specwins --staged\n');
    expect(read('.github/workflows/specwins.yml')).toContain('- run: npm ci\n');
  });

  step('finds the drift that is there', () => {
    expect(findings()).toEqual([
      'docs/harvests.mdx:3 unknown-path',
      'docs/harvests.mdx:10 unknown-enum-value',
      'docs/intro.mdx:3 broken-anchor',
    ]);
  });

  step('mends what has one answer', () => {
    const { status, stdout } = specwins('--fix');
    expect({ status, stdout }).toEqual({ status: 1, stdout: expect.stringContaining('Fixed 2 findings in 2 files.') });
    expect(git('diff', '--unified=0', 'docs').match(/^\+[^+].*$/gm)).toEqual([
      '+`GET /orchards/{orchardId}/harvests` lists them.',
      '+Call `GET /orchards`, then read of [harvests](./harvests.mdx#adding-a-harvest).',
    ]);
    expect(findings()).toEqual(['docs/harvests.mdx:10 unknown-enum-value']);
  });

  step('puts the rest into a baseline, and is clean then', () => {
    expect(specwins('--update-baseline').status).toBe(0);
    expect(specwins()).toMatchObject({ status: 0, stdout: expect.stringContaining('1 finding baselined') });
    expect(existsSync(join(cwd, 'specwins-baseline.json'))).toBe(true);
    expect(commit('Check the guides')).toMatchObject({ status: 0 });
  });

  step('cannot commit new drift, and keeps it staged', () => {
    write('docs/trees.mdx', `${files['docs/trees.mdx']}\nOne of them: \`GET /orchards/{orchardId}/tree\`.\n`);
    const { status, stdout } = commit('Drift');
    expect(status).toBe(1);
    expect(stdout).toContain('did you mean `GET /orchards/{orchardId}/trees`?');
    expect(stdout).toContain('1 error in 1 page.');
    expect(git('diff', '--cached', '--name-only')).toBe('docs/trees.mdx\n');
  });

  step('cannot commit a spec that makes a guide wrong', () => {
    git('reset', '--quiet', '--hard');
    write(
      'openapi.yaml',
      read('openapi.yaml').replace('/orchards/{orchardId}/trees:', '/orchards/{orchardId}/plants:'),
    );
    expect(commit('Rename')).toMatchObject({ status: 1, stdout: expect.stringContaining('docs/trees.mdx') });
  });

  step('commits what has no drift', () => {
    git('reset', '--quiet', '--hard');
    write(
      'docs/trees.mdx',
      `${files['docs/trees.mdx']}\nOne of them: \`GET /orchards/{orchardId}/trees/{treeUuid}\`.\n`,
    );
    expect(commit('Name the tree')).toMatchObject({ status: 0 });
    expect(git('log', '-1', '--format=%s')).toBe('Name the tree\n');
    expect(git('status', '--short')).toBe('');
  });

  function findings(): readonly string[] {
    const { stdout } = specwins('--format', 'json', '--fail-on', 'never');
    const report: { findings: { file: string; rule: string; start: { line: number } }[] } = JSON.parse(stdout);
    return report.findings.map(({ file, rule, start }) => `${file}:${start.line} ${rule}`);
  }

  function specwins(...parameters: readonly string[]): { readonly status: number | null; readonly stdout: string } {
    return run(join(cwd, 'node_modules', '.bin', 'specwins'), parameters);
  }

  /** What a hook says is on stderr, which is where git sends it. */
  function commit(message: string): { readonly status: number | null; readonly stdout: string } {
    git('add', '--all');
    return run('git', ['commit', '--message', message]);
  }

  function run(program: string, parameters: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(program, parameters, {
      cwd,
      env: { ...gitEnv, HOME: process.env.HOME, CI: '1' },
      encoding: 'utf8',
    });
    return { status, stdout: stdout + stderr };
  }

  function git(...parameters: readonly string[]): string {
    return execFileSync('git', parameters, { cwd, env: gitEnv, encoding: 'utf8' });
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), text);
  }

  function read(file: string): string {
    return readFileSync(join(cwd, file), 'utf8');
  }
});
