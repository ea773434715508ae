import { describe, expect, it } from 'vitest';
import { bound, command, flag, program } from './orchard-program.ts';

const trees = command('trees', {
  flags: [flag('--farm -f <n>')],
  commands: [
    command('create', {
      flags: [
        flag('--farm -f <n>'),
        flag('--row -r <n>'),
        flag('--dry'),
        flag('--when -w [n]'),
        flag('--tag -t <n...>'),
        flag('-x'),
        flag('-v'),
      ],
      arguments: 'words',
    }),
    command('list', { aliases: ['ls'], flags: [flag('--farm -f <n>')] }),
    command('remove', { arguments: 'words', flags: [flag('--force', { negatable: true })] }),
  ],
});
const orchard = program({
  flags: [flag('--farm -f <n>')],
  commands: [
    trees,
    command('auth', { commands: [command('login'), command('logout')] }),
    command('exec', { arguments: 'rest', flags: [flag('--in <n>')] }),
    command('rows', { commands: [command('import'), command('export')], arguments: 'words' }),
    command('secret', { hidden: true, commands: [command('ripen')] }),
  ],
});

describe('a call that runs a command', () => {
  it.each([
    ['orchard trees list', 'trees list'],
    ['orchard trees ls', 'trees list'],
    ['orchard --farm north trees list', 'trees list --farm=north'],
    ['orchard --farm=north trees -f south list', 'trees list --farm=north --farm=south'],
    ['orchard trees create list --row 3', 'trees create --row=3'],
    ['orchard trees create -r3 apple', 'trees create --row=3'],
    ['orchard trees create -xr 3 apple', 'trees create -x --row'],
    ['orchard trees create -xz apple', 'trees create -x ?-z'],
    ['orchard trees create -zx apple', 'trees create ?-zx'],
    ['orchard trees create --deep 3 --dry', 'trees create ?--deep --dry'],
    ['orchard trees create --row "$ROW" --tag a b c --when now', 'trees create --row --tag=a --when'],
    ['orchard trees create -- --deep', 'trees create'],
    ['orchard trees create -1 -', 'trees create'],
    ['orchard trees create --row=<n> --set.path=x -p:1 [--farm <n>]', 'trees create --row --farm'],
    ['orchard trees remove t_1 --no-force --no-dry', 'trees remove --force ?--no-dry'],
    ['orchard trees --help', 'trees --help'],
    ['orchard -V', '(program) -V'],
    ['orchard trees list -V', 'trees list ?-V'],
    ['orchard help trees graft', '(program)'],
    ['orchard trees help graft', 'trees'],
    ['orchard exec --in x prune --deep', 'exec --in=x'],
    ['orchard rows 12 export', 'rows'],
    ['orchard rows export', 'rows export'],
    ['orchard auth [flags]', 'auth'],
    ['orchard secret ripen', 'secret ripen'],
    // A group may hand flags on to a command that runs by default.
    ['orchard trees --row 3 --deep', 'trees ?--deep'],
  ])('%s', (line, expected) => expect(bound(line, orchard)).toBe(expected));
});

describe('a word that names no command', () => {
  it.each([
    ['orchard tree list', 'no tree; trees; orchard trees list'],
    ['orchard trees lists', 'no trees lists; trees list; orchard trees list'],
    ['orchard trees add apple --row 3', 'no trees add; trees create; orchard trees create apple --row 3'],
    ['orchard login', 'no login; auth login; orchard auth login'],
    ['orchard create tree --row 3', 'no create; trees create; orchard trees create --row 3'],
    ['orchard trees-create --row 3', 'no trees-create; trees create; orchard trees create --row 3'],
    ['orchard trees signin', 'no trees signin'],
    ['orchard --farm north trees delete t_1', 'no trees delete; trees remove; orchard --farm north trees remove t_1'],
    // The command that is meant has no such flag, so the words alone would not mend it.
    ['orchard trees delete t_1 --row 3', 'no trees delete; trees remove'],
    ['orchard trees prune', 'no trees prune'],
    // What nobody is sent to is not suggested.
    ['orchard ripen', 'no ripen'],
    ['orchard --deep north trees prune', 'no trees prune'],
  ])('%s', (line, expected) => expect(bound(line, orchard)).toBe(expected));
});

describe('a word of which nothing is sure', () => {
  it.each([
    ['orchard <command> --deep', '`<command>` may be any command'],
    ['orchard $CMD', '`$CMD` may be any command'],
    ['orchard trees COMMAND', '`COMMAND` may be any command'],
    ['orchard "trees prune"', '`trees prune` may be any command'],
    ['orchard 1.2.3', '`1.2.3` is not written as the name of a command'],
    ['orchard Trees', '`Trees` is not written as the name of a command'],
    ['orchard trees/list', '`trees/list` is not written as the name of a command'],
    ['orchard is up', 'it reads as a sentence'],
    ['orchard found the trees', 'it reads as a sentence'],
    ['orchard version 2', 'any program may tell its version so'],
  ])('%s', (line, why) => expect(bound(line, orchard)).toBe(`unsure: ${why}`));

  it('may be a command of a plugin', () => {
    const open = program({
      openCommands: true,
      commands: [command('trees', { openCommands: true, commands: [command('list')] })],
    });
    expect(bound('orchard weather', open)).toBe('unsure: `weather` may be any command');
    expect(bound('orchard trees prune', open)).toBe('unsure: `prune` may be any command');
    expect(bound('orchard trees list --deep', open)).toBe('trees list ?--deep');
  });

  it('may be an alias where the manifest names none', () => {
    const cobra = program({ commands: orchard.root.commands }, { listsAliases: false, builtIn: ['completion'] });
    expect(bound('orchard tree list', cobra)).toContain('may be an alias of `trees`');
    expect(bound('orchard trees rm x', cobra)).toContain('may be an alias of `remove`');
    expect(bound('orchard trees prune', cobra)).toBe('no trees prune');
    expect(bound('orchard completion bash', cobra)).toBe('(program)');
  });

  it('may be the value of a flag that nobody knows', () => {
    expect(bound('orchard --deep prune trees list', orchard)).toBe('trees list ?--deep');
    expect(bound('orchard --deep trees list', orchard)).toBe('trees list ?--deep');
  });
});

describe('commands with colons', () => {
  const root = {
    commands: [command('apps', { commands: [command('create', { flags: [flag('--json')] }), command('list')] })],
  };

  it('may be parted by spaces where both are taken', () => {
    const both = program(root, { separators: [':', ' '] });
    expect(bound('orchard apps:create --json', both)).toBe('apps create --json');
    expect(bound('orchard apps create --json', both)).toBe('apps create --json');
    expect(bound('orchard apps:make', both)).toBe('no apps make; apps create; orchard apps:create');
    expect(bound('orchard app:create', both)).toBe('no app; apps create; orchard apps:create');
  });

  it('may not where only colons are taken', () => {
    const colons = program(root, { separators: [':'] });
    expect(bound('orchard apps:create', colons)).toBe('apps create');
    expect(bound('orchard apps create', colons)).toBe('no apps create; apps create; orchard apps:create');
  });

  it('stand in any order where the program takes any', () => {
    const flexible = program(root, { separators: [' ', ':'], anyOrder: true });
    expect(bound('orchard create apps', flexible)).toBe('apps create');
    expect(bound('orchard prune apps', flexible)).toBe('no prune');
  });
});
