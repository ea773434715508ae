import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import { gitEnv } from '../git/repository.ts';
import { unpackPackage } from '../library/packed-package.ts';
import { type ActionRun, readAction, root, runAction } from './run-action.ts';

const { inputs, outputs, runs } = readAction();
/** For the programs of the tests: `npx` says what it was called with, and runs nothing. */
const onlyRecord = { ONLY_RECORD: '1' };
const bash = spawnSync('bash', ['--version']).status === 0 && process.platform !== 'win32';

describe('action.yml', () => {
  it('describes every input and output, and hands every input on', () => {
    const undescribed = Object.entries({ ...inputs, ...outputs }).filter(([, { description }]) => !description);
    expect(undescribed).toEqual([]);
    const used = runs.steps.flatMap(({ env, 'working-directory': folder }) => [...Object.values(env), folder]).join();
    expect(Object.keys(inputs).filter((name) => !used.includes(`\${{ inputs.${name} }}`))).toEqual([]);
    const known = [...used.matchAll(/inputs\.([\w-]+)/g)].map(([, name = '']) => name);
    expect(known.filter((name) => !(name in inputs))).toEqual([]);
  });

  it('has no expression in a script, where an input would be read as code', () => {
    expect(runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
  });
});

describe.skipIf(!bash)('the steps of action.yml (need bash)', () => {
  /** Below `node_modules`, so that the package finds what it depends on as it would where it is installed. */
  const folder = mkdtempSync(join(root, 'node_modules', '.specwins-action-'));
  const installed = join(folder, 'package');
  const programs = join(folder, 'programs');
  const recorded = join(folder, 'recorded');
  let workspace = '';

  beforeAll(() => {
    unpackPackage(installed);
    // As npm does when it installs.
    chmodSync(join(installed, 'bin', 'specwins.js'), 0o755);
    mkdirSync(programs);
    // Says what it was called with, and runs the package in the place of one that the registry has.
    const npx = `#!/usr/bin/env bash
printf '%s\\0' "$@" >"${recorded}"
[ -n "$ONLY_RECORD" ] || exec node "${installed}/bin/specwins.js" "\${@:3}"
`;
    writeFileSync(join(programs, 'npx'), npx);
    chmodSync(join(programs, 'npx'), 0o755);
  }, 240_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

  beforeEach(() => {
    workspace = join(mkdtempSync(join(folder, 'job-')), 'workspace');
    // A repository of its own: that of specwins ignores `node_modules`.
    write('.git/HEAD', '');
    write('guides/orchards.mdx', '# Orchards\n\nCall `GET /orchards` for the list.\n');
    write('guides/harvests.mdx', '# Harvests\n\nCall `GET /orchards/{orchardId}/harvest`.\n');
    write(
      'openapi.yaml',
      `openapi: 3.1.0
info: { title: Orchard API, version: '2' }
servers: [{ url: https://api.orchard.example }]
paths:
  /orchards: { get: { responses: { '200': { description: All } } } }
  /orchards/{orchardId}/harvests: { get: { responses: { '200': { description: All } } } }
`,
    );
  });

  it('reports beside the lines and in the summary, counts, and fails', () => {
    const { code, log, outputs, summary } = run({});
    expect(code).toBe(1);
    expect(log).toMatch(/^::error file=guides\/harvests\.mdx,line=3,.*title=unknown-path::/m);
    expect(summary).toMatch(/^## Before\n[\s\S]*No spec describes/);
    expect(outputs).toEqual({ errors: '1', warnings: '0', infos: '0', 'exit-code': '1', sarif: '' });
  });

  it.each([
    [{}, `specwins@${version}`],
    [{ version: '0.2.1' }, 'specwins@0.2.1'],
    [{ version: '>=0.2 <1' }, 'specwins@>=0.2 <1'],
  ])('takes its own version, or the one of %j', (given, name) => {
    run(given, onlyRecord);
    expect(called().slice(0, 2)).toEqual(['--yes', name]);
  });

  it('takes the version that the repository has installed, by the real npx too', () => {
    mkdirSync(join(workspace, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(installed, join(workspace, 'node_modules', 'specwins'));
    symlinkSync('../specwins/bin/specwins.js', join(workspace, 'node_modules', '.bin', 'specwins'));
    run({}, onlyRecord);
    expect(called().slice(0, 2)).toEqual(['--yes', 'specwins']);
    const { code, outputs } = runAction({}, { workspace });
    expect({ code, errors: outputs.errors }).toEqual({ code: 1, errors: '1' });
  });

  it('reads arguments with quotes and over several lines, and expands and runs none of them', () => {
    const hostile = ['$HOME', '$(touch', 'pwned)', '`pwned`', ';', 'touch', 'pwned', '*.yaml', '&&', '|', '>', 'out'];
    run({ arguments: `guides --spec "my spec.yaml"\n  'it is'\\''s'\n${hostile.join(' ')}\n` }, onlyRecord);
    expect(called().slice(called().indexOf('guides'))).toEqual([
      'guides',
      '--spec',
      'my spec.yaml',
      "it is's",
      ...hostile,
    ]);
    expect(readdirSync(workspace).sort()).toEqual(['.git', 'guides', 'openapi.yaml']);
  });

  it.each(Object.keys(inputs).filter((name) => name !== 'working-directory'))(
    'runs nothing of what `%s` says',
    (name) => {
      for (const value of [
        '$(touch pwned)',
        '`touch pwned`',
        '"; touch pwned; "',
        "'; touch pwned; '",
        'a\ntouch pwned',
      ]) {
        run({ [name]: value }, onlyRecord);
      }
      expect(
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?:^|\/)pwned$/.test(file)),
      ).toEqual([]);
    },
  );

  it('lets the arguments say the last word', () => {
    expect(run({ 'fail-on': 'error', arguments: '--fail-on never' }).code).toBe(0);
  });

  it('runs in the working directory, and names the SARIF file from the top', () => {
    write('api/openapi.yaml', readFileSync(join(workspace, 'openapi.yaml'), 'utf8'));
    write(
      'api/docs/orchards.md',
      '# Orchards\n\nCall `GET /orchards/{orchardId}/harvest`, in `GET /orchards/{id}/harvest`.\n',
    );
    const { code, log, outputs } = run({ 'working-directory': 'api', sarif: 'out/drift.sarif' });
    expect(code).toBe(1);
    expect(log).toMatch(/^::error file=api\/docs\/orchards\.md,/m);
    expect(log).not.toContain('harvests.mdx');
    expect(outputs.sarif).toBe('api/out/drift.sarif');
    const sarif = JSON.parse(readFileSync(join(workspace, outputs.sarif ?? ''), 'utf8'));
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('api/docs/orchards.md');
  });

  it('names a SARIF file at an absolute place as it is', () => {
    const sarif = join(folder, 'drift.sarif');
    expect(run({ sarif }).outputs.sarif).toBe(sarif);
    expect(existsSync(sarif)).toBe(true);
  });

  it('passes with what a baseline knows', () => {
    expect(run({ arguments: '--baseline known/drift.json --update-baseline' }).code).toBe(0);
    expect(existsSync(join(workspace, 'known', 'drift.json'))).toBe(true);
    const { code, outputs } = run({ baseline: 'known/drift.json' });
    expect({ code, errors: outputs.errors }).toEqual({ code: 0, errors: '0' });
    expect(run({}).code).toBe(1);
  });

  it('fails from the severity on that is named', () => {
    write('specwins.config.yaml', 'rules: { unknown-path: warn }\n');
    expect(run({})).toMatchObject({ code: 0, outputs: { warnings: '1', 'exit-code': '0' } });
    expect(run({ 'fail-on': 'warning' })).toMatchObject({ code: 1, outputs: { warnings: '1', 'exit-code': '1' } });
    expect(run({ 'fail-on': 'warning', arguments: '--fail-on never' }).code).toBe(0);
  });

  it('prints as for a terminal, and adds nothing to the summary, where it shall not', () => {
    const plain = run({ annotations: 'false' });
    expect(plain.log).toContain('3:11  error  No spec describes');
    expect(plain.log).not.toContain('::error');
    expect(plain.summary).toContain('No spec describes');
    const silent = run({ summary: 'false' });
    expect(silent.log).toContain('::error file=');
    expect(silent.summary).toBe('## Before\n');
  });

  describe('with changed-only', () => {
    beforeEach(() => {
      rmSync(join(workspace, '.git'), { recursive: true });
      git('init', '--quiet', '--initial-branch=main');
      commit('Plant');
      git('checkout', '--quiet', '-b', 'trees');
      write('guides/trees.mdx', '# Trees\n\nCall `GET /orchards/{orchardId}/harvest`, too.\n');
      commit('Add trees');
    });

    it('reports on pull requests what they changed, and elsewhere everything', () => {
      git('update-ref', 'refs/remotes/origin/main', 'main');
      const onPullRequest = { GITHUB_BASE_REF: 'main' };
      expect(run({ 'changed-only': 'true' }, onPullRequest).log.match(/file=[^,]+/g)).toEqual([
        'file=guides/trees.mdx',
      ]);
      expect(run({ 'changed-only': 'true' }, { GITHUB_BASE_REF: '' }).outputs.errors).toBe('2');
      expect(run({}, onPullRequest).outputs.errors).toBe('2');
    });

    it('says how to check out where the clone is shallow', () => {
      const clone = join(dirname(workspace), 'clone');
      git('clone', '--quiet', '--depth', '1', '--branch', 'trees', `file://${workspace}`, clone);
      workspace = clone;
      const { code, log, outputs, summary } = run(
        { 'changed-only': 'true', sarif: 'a.sarif' },
        { GITHUB_BASE_REF: 'main' },
      );
      expect(code).toBe(2);
      expect(log).toContain('There is no `origin/main` in this shallow clone.');
      expect(log).toContain('`fetch-depth: 0`');
      expect(log).toContain('::error title=specwins::The run could not be done; its log says why.');
      expect(outputs).toEqual({ errors: '', warnings: '', infos: '', 'exit-code': '2', sarif: '' });
      expect(summary).toBe('## Before\n');
    });
  });

  it.each([
    [{ 'changed-only': 'yes' }, '`changed-only` takes true or false.'],
    [{ annotations: '' }, '`annotations` takes true or false.'],
    [{ summary: 'True' }, '`summary` takes true or false.'],
    [{ arguments: '--spec "my spec.yaml' }, '`arguments` holds a quote that is not closed.'],
  ])('refuses %j before it runs anything', (given, sentence) => {
    const { code, log, outputs } = run(given);
    expect({ code, exit: outputs['exit-code'] }).toEqual({ code: 2, exit: '2' });
    expect(log).toContain(`::error title=specwins::${sentence}\n`);
    expect(existsSync(recorded)).toBe(false);
  });

  it('says what is missing where there is no Node.js', () => {
    const few = join(workspace, '..', 'few');
    mkdirSync(few);
    for (const program of ['bash', 'tr']) {
      const { stdout } = spawnSync('bash', ['-c', `command -v ${program}`], { encoding: 'utf8' });
      symlinkSync(stdout.trim(), join(few, program));
    }
    const { code, log } = runAction({}, { workspace, env: { PATH: few } });
    expect({ code, log }).toEqual({
      code: 2,
      log: expect.stringContaining('put actions/setup-node before this step.'),
    });
  });

  function run(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}): ActionRun {
    rmSync(recorded, { force: true });
    return runAction(given, { workspace, programs, env });
  }

  /** What `npx` was called with last. */
  function called(): readonly string[] {
    return readFileSync(recorded, 'utf8').split('\0').slice(0, -1);
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  }

  function git(...parameters: readonly string[]): void {
    const { status, stderr } = spawnSync('git', parameters, { cwd: workspace, env: gitEnv, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }

  function commit(message: string): void {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  }
});
