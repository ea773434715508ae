import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, parse, parseDocument } from 'yaml';
import { isFormat } from '../../src/report/index.ts';
import { version } from '../../src/version.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { runCli } from '../cli/run-cli.ts';
import { readAction, root } from './run-action.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly specwins: { readonly steps: readonly Step[] } };
}

const folder = join(root, 'fixtures', 'examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.yml'));
const workflows = ['github-pull-request.yml', 'github-nightly.yml'];

describe('the examples in YAML', () => {
  it.each(files)('%s is a mapping without an error or a warning', (file) => {
    const { contents, errors, warnings } = parseDocument(read(file));
    expect([...errors, ...warnings]).toEqual([]);
    expect(isMap(contents)).toBe(true);
  });

  it.each(files)('%s names this version, where it names one', (file) => {
    const named = read(file).matchAll(/specwins@v?(\d[\w.]*)|rev: v(\S+)/g);
    expect([...named].map(([, run, revision]) => run ?? revision).filter((name) => name !== version)).toEqual([]);
  });

  it.each(files)('%s uses options and formats that there are', async (file) => {
    const { stdout } = await runCli(['--help'], root);
    const lines = read(file).match(/.*\bnpx\b.*\bspecwins\b.*|.*arguments: .*/g) ?? [];
    const options = lines.flatMap((line) => line.replace(/npx (?:--yes|--no-install)/, '').match(/--[a-z-]+/g) ?? []);
    expect(options.filter((option) => !stdout.includes(`${option} `))).toEqual([]);
    for (const [, format = ''] of lines.join('\n').matchAll(/--format (\w+)/g)) expect(isFormat(format)).toBe(true);
  });
});

describe.each(workflows)('fixtures/examples/%s', (file) => {
  const workflow: Workflow = parse(read(file));
  const { steps } = workflow.jobs.specwins;
  const { inputs, outputs } = readAction();

  it('gives the action inputs that it has, and reads outputs that it has', () => {
    const [step, ...others] = steps.filter(({ uses }) => uses?.includes('/specwins@'));
    expect(others).toEqual([]);
    expect(Object.keys(step?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
    const outputsRead = [...JSON.stringify(steps).matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)];
    expect(outputsRead.filter(([, id, name = '']) => id !== step?.id || !(name in outputs))).toEqual([]);
  });

  it('pins every action, and asks for no more than it needs', () => {
    expect(steps.filter(({ uses }) => uses !== undefined && !/@v\d[\w.]*$/.test(uses))).toEqual([]);
    const uploads = steps.some(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    expect(workflow.permissions).toEqual({ contents: 'read', ...(uploads && { 'security-events': 'write' }) });
  });

  it('has the history where it asks what has changed', () => {
    const changed = steps.some(({ with: given }) => given?.['changed-only']);
    const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['fetch-depth']).toBe(changed ? 0 : undefined);
  });
});

it('is what `init --workflow` writes, with npx in the place of the action', async () => {
  const cwd = writeOrchard({ '.git/HEAD': '' });
  await runCli(['init', '--yes', '--workflow'], cwd);
  const written = parse(readFileSync(join(cwd, '.github', 'workflows', 'specwins.yml'), 'utf8'));
  const example = parse(read('github-pull-request.yml'));
  const run = `npx --yes specwins@${version} --changed --format github`;
  example.jobs.specwins.steps = [...example.jobs.specwins.steps.slice(0, -1), { run }];
  expect(written).toEqual(example);
});

it('is what `init --hook` adds to lefthook', async () => {
  const cwd = writeOrchard({
    'lefthook.yml': 'pre-commit:\n  jobs: []\n',
    'package.json': '{ "devDependencies": { "specwins": "^0.1.0" } }',
  });
  await runCli(['init', '--yes', '--hook'], cwd);
  expect(parse(readFileSync(join(cwd, 'lefthook.yml'), 'utf8'))).toEqual(parse(read('lefthook.yml')));
});

it('names hooks of pre-commit that there are', () => {
  const [repo] = parse(read('pre-commit-config.yml')).repos;
  const hooks: readonly { id: string }[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
  const ids = hooks.map(({ id }) => id);
  expect(repo.hooks.filter(({ id }: { id: string }) => !ids.includes(id))).toEqual([]);
});

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
