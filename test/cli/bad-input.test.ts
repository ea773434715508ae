import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { afterEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { gitEnv } from '../git/repository.ts';
import { type BadInput, badInputs, badSites, badWords, harmless, writePlace } from './bad-input.ts';
import { writeOrchard } from './orchard.ts';
import { type CliResult, runCli } from './run-cli.ts';

const silent = { write: () => undefined };
const program = createProgram({ cwd: '/', env: {}, stdout: silent, stderr: silent }, () => undefined);
const commands = [program, ...program.commands];
const options = commands.flatMap((command) => command.options.map((option) => ({ command, option })));

/** The words that come before an option of a command, and after it. */
function around(command: Command): readonly string[] {
  const words: Readonly<Record<string, readonly string[]>> = { explain: ['explain', 'guides/harvests.mdx:3'] };
  return command === program ? [] : (words[command.name()] ?? [command.name()]);
}

describe('the table of bad input', () => {
  it('has an entry for each option of each command, and for no other', () => {
    const known = new Set([...harmless, ...Object.keys(badInputs)]);
    const all = new Set(options.map(({ option }) => option.long ?? option.flags));
    expect([...known].sort()).toEqual([...all].sort());
  });

  it('calls no option harmless that takes a value', () => {
    const wrong = options.filter(({ option }) => takesValue(option) && harmless.includes(option.long ?? ''));
    expect(wrong.map(({ option }) => option.flags)).toEqual([]);
  });
});

describe('every option of every command', () => {
  const flags = options.filter(({ option }) => !takesValue(option));
  const others = options.filter(({ option }) => takesValue(option));
  const title = ({ command, option }: (typeof options)[number]) => `${command.name()} ${option.long}`;

  it.each(flags.map((each) => [title(each), each] as const))('%s takes no value', async (_, { command, option }) => {
    const { stderr } = await refused([...around(command), `${option.long}=yes`], writeOrchard());
    expect(stderr).toContain(`\`${option.long}\` takes no value; it was given \`yes\`.\nRun \``);
  });

  it.each(others.map((each) => [title(each), each] as const))('%s needs a value', async (_, { command, option }) => {
    const before = around(command);
    expect((await refused([...before, option.long ?? ''], writeOrchard())).stderr).toContain('argument missing.\nRun');
    const empty = `\`${option.long}\` was given nothing.\nWrite it as \`${option.flags}\`.\n`;
    expect((await refused([...before, option.long ?? '', ''], writeOrchard())).stderr).toContain(empty);
    expect((await refused([...before, `${option.long}= `], writeOrchard())).stderr).toContain(empty);
    for (const other of ['--help', ...command.options.map(({ long }) => long ?? '')]) {
      const next = `\`${option.long}\` was given nothing; \`${other}\`, which follows it, reads as an option.\n`;
      expect((await refused([...before, option.long ?? '', other], writeOrchard())).stderr).toContain(next);
    }
  });
});

describe('bad input', () => {
  const all = [...Object.values(badInputs).flat(), ...badWords, ...badSites];
  const cases = all.map((each) => [`specwins ${each.argv.join(' ')}`, each] as const);
  it.each(cases)('%s', async (_, input: BadInput) => {
    const { stderr } = await refused(input.argv, writePlace(input));
    expect(stderr.replace('specwins: ', '').slice(0, input.says.length)).toBe(input.says);
  });
});

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Permissions hold for others alone, and others may not get at the modules of a clone that is root's own. */
const canBeNobody = !isRoot || (process.seteuid !== undefined && asNobody(() => canRead(import.meta.filename)));

describe.skipIf(!canBeNobody || process.platform === 'win32')('what permissions close', () => {
  afterEach(() => {
    if (isRoot) process.seteuid?.(0);
  });

  it.each([
    ['guides/harvests.mdx', [], 'The page `guides/harvests.mdx` is closed to you by its permissions, '],
    ['guides/harvests.mdx', ['explain', 'guides/orchards.mdx:3'], 'The page `guides/harvests.mdx` is closed to you'],
    ['openapi.yaml', ['--spec', 'openapi.yaml'], 'The spec `openapi.yaml` may not be read.\nPass'],
    ['specwins.config.yaml', [], 'The configuration `specwins.config.yaml` is closed to you'],
    ['specwins.config.yaml', ['rules'], 'The configuration `specwins.config.yaml` is closed to you'],
    ['specwins-baseline.json', [], 'Cannot read the baseline `specwins-baseline.json`.\nIt is closed to you'],
    ['list.txt', ['--files', 'list.txt'], 'Cannot read the list of files `list.txt`.\nIt is closed to you'],
    ['guides', [], 'There is no Markdown or MDX page in `.`.\nRun it where'],
    ['out', ['--output', 'out/a.txt'], 'Cannot write the report to `out/a.txt`.\nIt is closed to you'],
    ['out', ['--fix', '--output', 'out/a.txt'], 'Cannot write the report to `out/a.txt`.\nIt is closed to you'],
    ['out', ['--format', 'json=new/a', '--format', 'sarif=out/a'], 'Cannot write the report to `out/a`.\nIt is closed'],
    ['', ['--update-baseline'], 'Cannot write the baseline `specwins-baseline.json`.\nIt is closed to you'],
    ['', ['init', '--yes'], 'Cannot write `'],
  ])('%s: %j', async (path, argv, sentence) => {
    const own = ['specwins.config.yaml', 'specwins-baseline.json', 'list.txt', 'out/b.txt'];
    const wanted = own.filter((file) => path !== '' && file.startsWith(path));
    const cwd = writeOrchard(Object.fromEntries(wanted.map((file) => [file, ''])));
    for (const each of ['', ...readdirSync(cwd, { recursive: true, encoding: 'utf8' })]) open(join(cwd, each));
    chmodSync(join(cwd, path), path === '' ? 0o555 : 0);
    const before = contents(cwd);
    const result = await becomeNobody(() => runCli(argv, cwd));
    expect(result.stderr).toContain(`specwins: ${sentence}`);
    expectRefusal(result);
    expect(contents(cwd)).toEqual(before);
    open(cwd);
    open(join(cwd, path));
  });

  it('are no reason to stop where a folder of no interest is closed', async () => {
    const cwd = writeOrchard({ 'volume/data.txt': '' });
    for (const each of ['', ...readdirSync(cwd, { recursive: true, encoding: 'utf8' })]) open(join(cwd, each));
    chmodSync(join(cwd, 'volume'), 0);
    expect(await becomeNobody(() => runCli([], cwd))).toMatchObject({ code: 1, stderr: '' });
    open(join(cwd, 'volume'));
  });
});

it('takes no page for a bug of ours that names what lies below a file, or has too long a name', async () => {
  const page = `[a](./harvests.mdx/a.png) [b](./${'b'.repeat(400)}.png)\n\n\`\`\`sh\ncurl -X POST https://api.orchard.example/v2/orchards -d @harvests.mdx/tree.json\n\`\`\`\n`;
  const { code } = await runCli(['--framework', 'github'], writeOrchard({ 'guides/trees.mdx': page }));
  expect(code).toBe(1);
});

/** Runs what must be refused: one sentence and perhaps a hint, on stderr alone, with exit code 2, and nothing is written. */
async function refused(argv: readonly string[], cwd: string): Promise<CliResult> {
  const before = contents(cwd);
  const result = await runCli(argv, cwd, gitEnv);
  expectRefusal(result);
  expect(contents(cwd)).toEqual(before);
  return result;
}

function expectRefusal({ code, stdout, stderr }: CliResult): void {
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^specwins: \S.*[.?]\n(?:[A-Z\d].*[.?]\n)?$/),
  });
  expect(stderr).not.toMatch(/\bE[A-Z]{4,}\b|undefined|\[object/);
}

/** All files with their text, but those of git. */
function contents(cwd: string): Readonly<Record<string, string>> {
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) => !/^\.git(?:\/|$)/.test(file));
  return Object.fromEntries(
    files.map((file) => [file, statSync(join(cwd, file)).isFile() && canRead(join(cwd, file)) ? text(cwd, file) : '']),
  );
}

function text(cwd: string, file: string): string {
  return readFileSync(join(cwd, file), 'utf8');
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function canRead(path: string): boolean {
  try {
    return readFileSync(path).length >= 0;
  } catch {
    return false;
  }
}

function open(path: string): void {
  chmodSync(path, statSync(path).isDirectory() ? 0o777 : 0o666);
}

function asNobody(work: () => boolean): boolean {
  process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
  }
}

async function becomeNobody(work: () => Promise<CliResult>): Promise<CliResult> {
  if (!isRoot) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
