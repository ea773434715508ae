import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadTruth } from '../../src/truth/load-truth.ts';
import { failureOf, fileSource, keysOf, operationsOf, writeFolder } from './orchard.ts';

/** A repository whose first commit is tagged `v1`; its working copy is broken, so that reading it would show. */
function writeRepository(files: Readonly<Record<string, string>>): string {
  const folder = writeFolder(files);
  const git = (...parameters: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@orchard.example', ...parameters]);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'Plant');
  git('tag', 'v1');
  for (const file of Object.keys(files)) writeFileSync(join(folder, file), 'openapi: [');
  return folder;
}

const files = {
  'spec/orchard.yaml': `
openapi: 3.1.0
paths:
  /trees: { $ref: '../shared/all trees.yaml#/trees' }
  /files: { $ref: '${pathToFileURL(import.meta.filename).href}' }
`,
  'shared/all trees.yaml': 'trees: { get: {} }',
};

const load = (location: string, cwd: string, given: object = {}) =>
  loadTruth([fileSource(location, { kind: 'git', ...given })], { cwd });

test('reads a spec and its references from a commit of the repository around', async () => {
  const cwd = writeRepository(files);
  const truth = await load('git:v1:spec/orchard.yaml', join(cwd, 'spec'));
  expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  expect(truth.index.specs[0]?.file).toBe('git:v1:spec/orchard.yaml');
  expect(operationsOf(truth)[0]?.place).toEqual({ file: 'git:v1:shared/all trees.yaml', pointer: '/trees/get' });
  expect(truth.documents.readText('git:v1:shared/all trees.yaml')).toBe(files['shared/all trees.yaml']);
});

test('reads from another repository by folder, whatever a hook says of its own', async () => {
  const repository = writeRepository(files);
  vi.stubEnv('GIT_DIR', join(tmpdir(), 'nowhere.git'));
  onTestFinished(() => void vi.unstubAllEnvs());
  const truth = await load(`git:${repository}#main:spec/orchard.yaml`, tmpdir());
  expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  expect(operationsOf(truth)[0]?.place.file).toBe(`git:${repository}#main:shared/all trees.yaml`);
});

test('fetches one commit from a remote, and clears up', async () => {
  const remote = pathToFileURL(writeRepository(files)).href;
  const before = temporaryClones();
  const truth = await load(`git:${remote}#v1:spec/orchard.yaml`, tmpdir());
  expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  expect(truth.documents.readText(`git:${remote}#v1:spec/orchard.yaml`)).toBe(files['spec/orchard.yaml']);
  const error = await failureOf(load(`git:${remote}#v2:spec/orchard.yaml`, tmpdir()));
  expect(error.message).toMatch(/could not be read from git: couldn't find remote ref v2\.$/);
  expect(temporaryClones()).toEqual(before);
});

test('says which ref or path is not there', async () => {
  const cwd = writeRepository(files);
  const ref = await failureOf(load('git:v9:spec/orchard.yaml', cwd));
  expect(ref.message).toBe('The spec `git:v9:spec/orchard.yaml` names the unknown ref `v9`.');
  const path = await failureOf(load('git:v1:spec/leaves.yaml', cwd));
  expect(path.message).toBe('The spec `git:v1:spec/leaves.yaml` is not in `v1`.');
  const folder = await failureOf(load('git:v1:spec/orchard.yaml', writeFolder({})));
  expect(folder.message).toMatch(/could not be read from git: not a git repository/);
  const optional = await load('git:v9:spec/orchard.yaml', cwd, { optional: true });
  expect(optional.notes).toHaveLength(1);
});

test('takes nothing for a ref that git would take for an option or a command', async () => {
  const cwd = writeRepository(files);
  const locations = [
    'git:--output=x:a.yaml',
    'git:-v:a.yaml',
    'git:--upload-pack=x#v1:a.yaml',
    'git:v1',
    'git::a.yaml',
  ];
  for (const location of locations) {
    const error = await failureOf(load(location, cwd));
    expect(error).toMatchObject({ code: 'usage', hint: expect.stringContaining('git:<ref>:<path>') });
  }
  const transport = await failureOf(load('git:ext::sh -c touch% x#v1:a.yaml', cwd));
  expect(transport.code).toBe('spec-unreadable');
  expect(readdirSync(cwd)).not.toContain('x');
});

function temporaryClones(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('specwins-git-'));
}
