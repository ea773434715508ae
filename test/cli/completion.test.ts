import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { scripts } from '../../src/cli/completion/scripts.ts';
import { examples } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { reporters } from '../../src/report/index.ts';
import { runCli } from './run-cli.ts';

const silent = { cwd: '/', env: {}, stdout: { write: () => undefined }, stderr: { write: () => undefined } };
const program = createProgram(silent, () => undefined);
const named = program.commands.filter((command) => command.name() !== 'lint');
const shells = Object.keys(scripts);
const hasBash = spawnSync('bash', ['--version']).status === 0;

describe.each(shells)('completion %s', (shell) => {
  it('knows every command, option, format and rule', async () => {
    const { code, stdout } = await runCli(['completion', shell], '/');
    const options = [program, ...named].flatMap((command) => command.options.map(({ long }) => long ?? ''));
    const words = [
      ...named.map((command) => command.name()),
      ...options.map((long) => (shell === 'fish' ? `-l ${long.slice(2)}` : long)),
      ...Object.keys(reporters),
      ...rules.map(({ id }) => id),
    ];
    expect(words.filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(stdout))).toEqual([]);
    expect(code).toBe(0);
  });
});

describe.skipIf(!hasBash)('completion bash, in a shell', () => {
  it.each([
    [['specwins', 'expl'], 'explain'],
    [['specwins', '--form'], '--format'],
    [['specwins', '--format', 'jso'], 'json'],
    [['specwins', 'rules', 'unknown-pa'], 'unknown-path'],
    [['specwins', 'completion', 'z'], 'zsh'],
    [['specwins', 'init', '--wor'], '--workflow'],
    [['specwins', 'rules', '--form'], ''],
  ])('%j', async (words, expected) => {
    const { stdout } = await runCli(['completion', 'bash'], '/');
    const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _specwins; echo "\${COMPREPLY[0]}"`;
    const shell = spawnSync('bash', ['--norc', '-c', `${stdout}\n${ask}`], { encoding: 'utf8', cwd: '/proc' });
    expect({ said: shell.stdout.trim(), failed: shell.stderr }).toEqual({ said: expected, failed: '' });
  });
});

it('names the shells that there are', async () => {
  const { code, stderr } = await runCli(['completion', 'tcsh'], '/');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('There is no completion for `tcsh`; there is one for bash, fish, zsh.'),
  });
});

describe('--help', () => {
  it.each(['', ...named.map((command) => command.name())])(
    'shows %j in use, with options that it has',
    async (name) => {
      const { code, stdout } = await runCli(name === '' ? ['--help'] : [name, '--help'], '/');
      expect(code).toBe(0);
      const lines = (examples[name] ?? []).map(([line]) => line);
      expect(lines.filter((line) => !stdout.includes(line))).toEqual([]);
      expect(lines.length).toBeGreaterThan(0);
      const options = lines.flatMap((line) => line.match(/--[a-z-]+/g) ?? []);
      expect(options.filter((option) => !stdout.includes(`${option} `))).toEqual([]);
    },
  );
});
