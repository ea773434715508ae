import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { runCli } from './run-cli.ts';

const printed: string[] = [];
const program = createProgram(
  {
    cwd: '/',
    env: {},
    stdout: { columns: 80, write: (text) => printed.push(text) },
    stderr: { write: () => undefined },
  },
  () => undefined,
);
const commands: readonly Command[] = [program, ...program.commands];

describe('--help', () => {
  it.each(commands.map((command) => [command.name(), command] as const))('of %s fits 80 columns', (_, command) => {
    printed.length = 0;
    command.outputHelp();
    const lines = printed.join('').split('\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  it.each(commands.map((command) => [command.name(), command] as const))('of %s ends with examples', (_, command) => {
    printed.length = 0;
    command.outputHelp();
    expect(printed.join('')).toMatch(/\nExamples:\n {2}\S/);
  });

  it('shows examples with options that there are', () => {
    const wrong = Object.entries(examples).flatMap(([name, rows]) => {
      const command = program.commands.find((each) => each.name() === name) ?? program;
      const known = command.options.map(({ long }) => long);
      return rows.flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []).filter((option) => !known.includes(option));
    });
    expect(wrong.filter((option) => option !== '--help')).toEqual([]);
  });

  it('is what `help` prints of a command', async () => {
    for (const name of program.commands.map((each) => each.name())) {
      const { code, stdout, stderr } = await runCli(['help', name], '/');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toBe((await runCli([name, '--help'], '/')).stdout);
    }
    expect((await runCli(['help'], '/')).stdout).toBe((await runCli(['--help'], '/')).stdout);
  });
});
