import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { Command, Flag, Program } from '../../../src/model.ts';
import { loadPrograms } from '../../../src/truth/cli/load-programs.ts';
import { createLocator } from '../../../src/truth/openapi/locate.ts';
import { writeProject } from '../../project.ts';

/** The program in a file of a project, or in its folder `.`. */
async function load(files: Readonly<Record<string, string>>, manifest: string): Promise<Program> {
  const cwd = writeProject(files);
  const { programs } = await loadPrograms([{ name: 'orchard', location: `${cwd}/${manifest}` }], { cwd });
  if (!programs.orchard) throw new Error('it was not read');
  return programs.orchard;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}

/** The tree, one command a line, with what is unlike an empty command. */
function outline({ root }: Program): readonly string[] {
  return below(root, '');
}

function below(command: Command, indent: string): readonly string[] {
  const { name, aliases, flags, openFlags, openCommands, hidden } = command;
  const own = [
    [name, ...aliases].join('|'),
    command.arguments === 'none' ? '' : `<${command.arguments}>`,
    ...flags.map(describeFlag),
    openFlags ? '+flags' : '',
    openCommands ? '+commands' : '',
    hidden ? 'hidden' : '',
  ];
  const line = `${indent}${own.filter((part) => part !== '').join(' ')}`;
  return [line, ...command.commands.flatMap((child) => below(child, `${indent}  `))];
}

function describeFlag({ spellings, value, values, required, negatable }: Flag): string {
  const marks = [values ? `(${values.join('/')})` : '', required ? '!' : '', negatable ? '~' : ''].join('');
  return `${spellings.join('/')}${value === 'none' ? '' : `=${value}`}${marks}`;
}

describe('an oclif manifest', () => {
  const manifest = json({
    version: '1.2.3',
    commands: {
      'apps:create': {
        id: 'apps:create',
        aliases: ['create', 'apps:new'],
        args: { name: { name: 'name' } },
        flags: {
          org: { name: 'org', char: 'o', type: 'option', required: true },
          region: { name: 'region', type: 'option', required: true, env: 'REGION', options: ['eu', 'us'] },
          tag: { name: 'tag', type: 'option', multiple: true, aliases: ['label', 'l'] },
          json: { name: 'json', type: 'boolean', allowNo: true },
        },
      },
      'apps:run': { id: 'apps:run', strict: false, args: [], flags: {}, hidden: true },
      login: { id: 'login', flags: {}, args: [] },
    },
  });

  it('gives commands by their ids, their aliases elsewhere, and flags with all that they take', async () => {
    const program = await load({ 'oclif.manifest.json': manifest }, 'oclif.manifest.json');
    expect(outline(program)).toEqual([
      'orchard +flags',
      '  apps +flags',
      '    create|new <words> --org/-o=one! --region=one(eu/us) --tag/--label/-l=many --json~',
      '    run <rest> hidden',
      '  create <words> --org/-o=one! --region=one(eu/us) --tag/--label/-l=many --json~ hidden',
      '  login',
    ]);
    expect(program.separators).toEqual([':', ' ']);
    expect(program.builtIn).toContain('plugins');
  });

  it('is read with the settings of the package beside it', async () => {
    const files = { 'cli/oclif.manifest.json': manifest };
    const pkg = (oclif: unknown) => ({ ...files, 'cli/package.json': json({ oclif }) });
    expect((await load(pkg({ topicSeparator: ' ' }), 'cli')).separators).toEqual([' ', ':']);
    expect((await load(pkg({}), 'cli')).separators).toEqual([':']);
    expect((await load(pkg({ flexibleTaxonomy: true }), 'cli/oclif.manifest.json')).anyOrder).toBe(true);
    expect((await load(pkg({ plugins: ['@oclif/plugin-help'] }), 'cli')).root.openCommands).toBe(false);
    expect(outline(await load(pkg({ plugins: ['@orchard/plugin-pears'] }), 'cli'))[1]).toBe('  apps +flags +commands');
  });
});

describe("Cobra's YAML", () => {
  const files = {
    'docs/orchard.yaml':
      'name: orchard\nsynopsis: Grows\noptions:\n    - name: help\n      shorthand: h\n      default_value: "false"\nsee_also:\n    - orchard trees - Trees\n',
    'docs/orchard_trees.yaml': 'name: orchard trees\noptions: []\ninherited_options: []\n',
    'docs/orchard_trees_get.yaml':
      'name: orchard trees get\nusage: orchard trees get [id-1] [id-n] [flags]\noptions:\n    - name: format\n      default_value: table\n    - name: quiet\n      shorthand: q\n      default_value: "false"\ninherited_options:\n    - name: config\n      shorthand: c\n',
    'docs/orchard_exec.yaml':
      'name: orchard exec\nusage: orchard exec [command...]\noptions:\n    - name: "n"\n      default_value: "0"\n',
    'docs/other.yaml': 'openapi: 3.1.0\n',
  };

  it('has one file for each command of a folder', async () => {
    const program = await load(files, 'docs');
    expect(outline(program)).toEqual([
      'orchard --help/-h',
      '  exec <rest> --n=maybe',
      '  trees',
      '    get <words> --format=maybe --quiet/-q --config/-c=maybe',
    ]);
    expect(program).toMatchObject({ listsAliases: false, builtIn: expect.arrayContaining(['completion']) });
    expect(program.root.commands[1]?.commands[0]?.flags[1]?.place).toEqual({
      file: 'docs/orchard_trees_get.yaml',
      pointer: '/options/1',
    });
  });

  it('may hold several documents, or a list of commands', async () => {
    const all = [files['docs/orchard_trees_get.yaml'], 'name: orchard trees\naliases: [t]\nsee_also: []\n'];
    const program = await load({ 'cli.yaml': all.join('---\n') }, 'cli.yaml');
    expect(outline(program)).toEqual([
      'orchard +flags',
      '  trees|t',
      '    get <words> --format=maybe --quiet/-q --config/-c=maybe',
    ]);
    expect(program.listsAliases).toBe(true);
    const listed = await load(
      { 'cli.json': json([{ name: 'orchard trees', usage: 'orchard trees [flags]' }]) },
      'cli.json',
    );
    expect(outline(listed)).toEqual(['orchard +flags', '  trees']);
  });
});

describe('a tree of help pages', () => {
  it('has flags as a help page writes them, and hands those of a command on to the commands below it', async () => {
    const program = await load(
      {
        'help.json': json({
          name: 'orchard',
          usage: '[options] [command]',
          options: [{ flags: '-V, --version', description: 'version' }, '--farm <name>  The farm'],
          commands: [
            {
              name: 'plant|p',
              alias: 'sow',
              usage: '[options] <species> [more...]',
              options: [
                { flags: '-r, --row <number>', mandatory: true },
                { flags: '--stock [kind]', description: 'Kind (choices: "dwarf", "half")' },
                { flags: '--no-water' },
                { flags: '--[no-]fence' },
                { flags: '--tag <tags...>', argChoices: ['new', 'old'] },
                { long: '--deep', short: '-d', required: true },
              ],
            },
            {
              name: 'trees',
              options: [],
              commands: [
                { name: 'list', options: ['???'] },
                { name: 'grow', isDefault: true, options: [{ flags: '--fast' }] },
              ],
            },
            { name: 'exec <command...>', options: [] },
            { name: 'bare' },
          ],
        }),
      },
      'help.json',
    );
    expect(outline(program)).toEqual([
      'orchard -V/--version~ --farm=one',
      '  plant|p|sow <words> -r/--row=one! --stock=maybe(dwarf/half) --no-water~ --fence~ --tag=many(new/old) -d/--deep~ -V/--version~ --farm=one',
      '  trees <words> -V/--version~ --farm=one',
      '    list -V/--version~ --farm=one +flags',
      '    grow --fast~ -V/--version~ --farm=one',
      '  exec <rest> -V/--version~ --farm=one',
      '  bare -V/--version~ --farm=one +flags',
    ]);
  });

  it('may name commands and flags by the keys of a mapping', async () => {
    const tree = {
      options: { verbose: { type: 'boolean' }, out: { type: 'string' } },
      commands: { trees: { options: {}, args: ['id'] } },
    };
    expect(outline(await load({ 'help.json': json(tree) }, 'help.json'))).toEqual([
      'orchard --verbose~ --out=one',
      '  trees <words> --verbose~ --out=one',
    ]);
  });
});

describe('a manifest of our own', () => {
  const manifest = {
    name: 'orchard',
    flags: [{ name: '--farm', short: '-f', value: true, required: true }],
    commands: [
      {
        name: 'plant',
        aliases: ['sow'],
        arguments: ['species', { name: 'more', rest: true }],
        flags: [
          { name: '--stock', values: ['dwarf', 'half'], multiple: true },
          { name: '--when', value: 'optional' },
          { name: '--dry', negatable: false, deprecated: true },
        ],
      },
      { name: 'trees', complete: false, commands: [{ name: 'list' }] },
    ],
  };

  it('says what each command takes', async () => {
    const expected = [
      'orchard --farm/-f=one!~',
      '  plant|sow <rest> --stock=many(dwarf/half)~ --when=maybe~ --dry --farm/-f=one~',
      '  trees --farm/-f=one~ +flags +commands',
      '    list --farm/-f=one~ +commands',
    ];
    expect(outline(await load({ 'cli.json': json(manifest) }, 'cli.json'))).toEqual(expected);
  });

  it('is what README shows', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
    const [, sample = ''] = /```json\n(\{\n {2}"name": "orchard"[\s\S]*?)```/.exec(readme) ?? [];
    expect(outline(await load({ 'cli.json': sample }, 'cli.json'))).toEqual([
      'orchard --farm/-f=one~',
      '  plant|sow <rest> --row=one!~ --stock/--rootstock=many(dwarf/half)~ --water=maybe --farm/-f=one~',
    ]);
  });

  it('knows where each command and flag stands, in YAML too', async () => {
    const text = 'name: orchard\ncommands:\n  - name: plant\n    flags:\n      - name: --row\n        value: true\n';
    const cwd = writeProject({ 'cli.yaml': text });
    const { programs, readText } = await loadPrograms([{ name: 'orchard', location: `${cwd}/cli.yaml` }], { cwd });
    const place = programs.orchard?.root.commands[0]?.flags[0]?.place;
    expect(place && createLocator(readText)(place)).toBe(5);
  });

  it.each([
    [
      { commands: [{ name: 'plant', flag: [] }] },
      'has a key `flag` at `/commands/0` which no manifest has; did you mean `flags`',
    ],
    [{ commands: [{ flags: [] }] }, 'has no `name` of one word at `/commands/0`'],
    [
      { commands: [{ name: 'plant', flags: [{ name: '--row', short: 'r' }] }] },
      'spells the flag `r` without dashes at `/commands/0/flags/0`',
    ],
    [{ commands: [], arguments: 'species' }, 'holds no list at `/arguments`'],
  ])('%j is refused', async (wrong, why) => {
    await expect(load({ 'cli.json': json(wrong) }, 'cli.json')).rejects.toThrow(why);
  });
});

describe('what is no manifest', () => {
  it.each([
    ['there is none', {}, 'cli.json', 'is not there'],
    ['an empty folder', { 'cli/x.txt': '' }, 'cli', 'is a folder without YAML or JSON'],
    ['an empty file', { 'cli.json': '' }, 'cli.json', 'is empty'],
    ['JSON with a mistake', { 'cli.json': '{ "name": "orchard", ' }, 'cli.json', 'does not parse: '],
    ['another file', { 'cli.yaml': 'openapi: 3.1.0\n' }, 'cli.yaml', 'describes no commands'],
    ['several other files', { 'cli/a.json': '{}', 'cli/b.json': '{}' }, 'cli', 'holds 2 documents'],
  ])('%s', async (_, files, manifest, why) => {
    const failure = await load(files, manifest).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect(failure).toMatchObject({
      message: expect.stringContaining(why),
      hint: expect.stringContaining('cli.orchard'),
    });
  });
});
