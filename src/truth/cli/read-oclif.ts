import { dirname, join } from 'node:path';
import { kindOf, readText } from '../../disk/read-disk.ts';
import type { Flag, Program, TruthPlace } from '../../model.ts';
import { entriesAt, isMapping, joinPointer, listAt, memberOf, stringAt } from '../schema/json.ts';
import { buildTree } from './build-tree.ts';
import type { ManifestPart, ManifestSource, ReadCommand } from './source.ts';

/** Commands of oclif's own plugins; a manifest lists those of the program alone. */
const OWN_PLUGINS = ['autocomplete', 'commands', 'help', 'plugins', 'search', 'update', 'version', 'which'];

/** `oclif.manifest.json`: commands by id. */
export function isOclif(value: unknown): boolean {
  const commands = entriesAt(value, 'commands');
  return commands.length > 0 && commands.every(([, command]) => stringAt(command, 'id') !== undefined);
}

export function readOclif({ value, file, pointer }: ManifestPart, { name, location }: ManifestSource): Program {
  const settings = settingsBeside(location);
  const setting = (key: string) => memberOf(value, key) ?? memberOf(settings, key);
  const place = { file, pointer };
  const commands = entriesAt(value, 'commands').flatMap(([key, command]) =>
    readCommand(command, { file, pointer: joinPointer(joinPointer(pointer, 'commands'), key) }),
  );
  const separator = setting('topicSeparator') ?? (settings === undefined ? undefined : ':');
  return {
    name,
    root: buildTree(name, commands, { place, open: memberOf(value, 'complete') === false || hasPlugins(settings) }),
    // A program whose topics are parted by spaces takes colons too; without its `package.json` nobody knows.
    separators: separator === ':' ? [':'] : separator === ' ' ? [' ', ':'] : [':', ' '],
    listsAliases: true,
    anyOrder: setting('flexibleTaxonomy') === true,
    builtIn: OWN_PLUGINS,
  };
}

/** `oclif` of the `package.json` beside the manifest, which has what the manifest leaves out. */
function settingsBeside(location: string): unknown {
  const folder = kindOf(location) === 'folder' ? location : dirname(location);
  try {
    return memberOf(JSON.parse(readText(join(folder, 'package.json'))), 'oclif');
  } catch {
    // There is none, or it is not ours to judge.
    return undefined;
  }
}

/** Plugins bring commands of their own, which stand in manifests of their own. */
function hasPlugins(settings: unknown): boolean {
  const plugins = [...listAt(settings, 'plugins'), ...entriesAt(settings, 'jitPlugins').map(([name]) => name)];
  return plugins.some((plugin) => !String(plugin).startsWith('@oclif/plugin-'));
}

/** A command, and once more under each alias that stands elsewhere in the tree. */
function readCommand(value: unknown, place: TruthPlace): readonly ReadCommand[] {
  const path = pathOf(stringAt(value, 'id') ?? '');
  if (path.length === 0) return [];
  const aliases = [...namesAt(value, 'aliases'), ...namesAt(value, 'hiddenAliases')].map(pathOf);
  const beside = aliases.filter((alias) => alias.slice(0, -1).join(':') === path.slice(0, -1).join(':'));
  const command: ReadCommand['command'] = {
    aliases: beside.map((alias) => alias.at(-1) ?? ''),
    hidden: memberOf(value, 'hidden') === true,
    flags: readFlags(value, place),
    openFlags: memberOf(value, 'complete') === false,
    openCommands: memberOf(value, 'complete') === false,
    arguments: argumentsOf(value),
    place,
  };
  const elsewhere = aliases.filter((alias) => !beside.includes(alias) && alias.length > 0);
  return [
    { path, command },
    ...elsewhere.map((alias) => ({ path: alias, command: { ...command, aliases: [], hidden: true } })),
  ];
}

function pathOf(id: string): readonly string[] {
  return id.split(/[:\s]+/).filter((word) => word !== '' && word !== '.');
}

function namesAt(value: unknown, key: string): readonly string[] {
  return listAt(value, key).filter((name) => typeof name === 'string');
}

/** Without `strict` it takes any words, and flags that it does not know among them. */
function argumentsOf(value: unknown): 'none' | 'words' | 'rest' {
  if (memberOf(value, 'strict') === false) return 'rest';
  const args = memberOf(value, 'args');
  const count = Array.isArray(args) ? args.length : isMapping(args) ? Object.keys(args).length : 0;
  return count > 0 ? 'words' : 'none';
}

function readFlags(command: unknown, place: TruthPlace): readonly Flag[] {
  return ['flags', 'baseFlags', 'globalFlags'].flatMap((key) =>
    entriesAt(command, key).map(([name, flag]) =>
      readFlag(name, flag, { file: place.file, pointer: joinPointer(joinPointer(place.pointer, key), name) }),
    ),
  );
}

function readFlag(key: string, flag: unknown, place: TruthPlace): Flag {
  const name = `--${stringAt(flag, 'name') ?? key}`;
  const shorts = [stringAt(flag, 'char'), ...namesAt(flag, 'charAliases')].flatMap((char) =>
    char ? [`-${char}`] : [],
  );
  const longs = namesAt(flag, 'aliases').map((alias) => (alias.length === 1 ? `-${alias}` : `--${alias}`));
  const isSwitch = stringAt(flag, 'type') === 'boolean';
  const values = namesAt(flag, 'options');
  // One that has a default or is read from the environment need not be given.
  const given = memberOf(flag, 'default') !== undefined || memberOf(flag, 'env') !== undefined;
  return {
    name,
    spellings: [name, ...shorts, ...longs],
    value: isSwitch ? 'none' : memberOf(flag, 'multiple') === true ? 'many' : 'one',
    ...(values.length > 0 && { values }),
    required: memberOf(flag, 'required') === true && !given,
    negatable: memberOf(flag, 'allowNo') === true,
    place,
  };
}
