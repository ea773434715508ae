import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly 'working-directory': string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export function readAction(): Action {
  return parse(readFileSync(join(root, 'action.yml'), 'utf8'));
}

export interface ActionRun {
  readonly code: number | null;
  readonly log: string;
  /** What the action hands on; those that it does not set are empty. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** What surrounds the action: the checked out repository, programs that come first, and variables that GitHub sets. */
export interface Surroundings {
  readonly workspace: string;
  readonly programs?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the steps of `action.yml` as GitHub does: expressions filled in, in the shell that the step names. */
export function runAction(inputs: Readonly<Record<string, string>>, surroundings: Surroundings): ActionRun {
  const { workspace, programs, env: more } = surroundings;
  const action = readAction();
  const folder = mkdtempSync(join(workspace, '..', 'runner-'));
  const [outputFile, summaryFile] = [join(folder, 'output'), join(folder, 'summary')];
  writeFileSync(outputFile, '');
  writeFileSync(summaryFile, '## Before\n');
  mkdirSync(join(folder, 'temp'));
  const given = (text: string) =>
    text.replace(
      /\$\{\{ inputs\.([\w-]+) \}\}/g,
      (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
    );
  let [code, log]: [number | null, string] = [0, ''];
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, given(value)]));
    const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: join(workspace, given(step['working-directory'])),
      encoding: 'utf8',
      env: {
        PATH: [...(programs === undefined ? [] : [programs]), process.env.PATH].join(':'),
        HOME: process.env.HOME,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: outputFile,
        GITHUB_STEP_SUMMARY: summaryFile,
        RUNNER_TEMP: join(folder, 'temp'),
        ...more,
        ...env,
      },
    });
    [code, log] = [result.status, log + result.stdout + result.stderr];
    if (code !== 0) break;
  }
  const set = new Map(
    readFileSync(outputFile, 'utf8')
      .split('\n')
      .map((line) => [line.split('=')[0] ?? '', line.slice(line.indexOf('=') + 1)]),
  );
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [
      name,
      value.replace(/\$\{\{ steps\.run\.outputs\.([\w-]+) \}\}/g, (_, key: string) => set.get(key) ?? ''),
    ]),
  );
  const summary = existsSync(summaryFile) ? readFileSync(summaryFile, 'utf8') : '';
  return { code, log, outputs, summary };
}
