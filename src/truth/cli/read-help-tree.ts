import type { Command, Flag, Program, TruthPlace } from '../../model.ts';
import { isMapping, joinPointer, labelAt, listAt, memberOf, stringAt } from '../schema/json.ts';
import { readFlagUsage } from './flag-usage.ts';
import { type ManifestPart, type ManifestSource, plainFlag } from './source.ts';
import { argumentsIn } from './usage-arguments.ts';

const COMMANDS = ['commands', 'subcommands'];
const FLAGS = ['options', 'flags'];
const ARGUMENTS = ['arguments', 'args', 'registeredArguments'];

/** A tree of help pages as JSON: commands in one another, their flags as a help page writes them. */
export function isHelpTree(value: unknown): boolean {
  return isMapping(value) && [...COMMANDS, ...FLAGS].some((key) => Object.hasOwn(value, key));
}

export function readHelpTree({ value, file, pointer }: ManifestPart, { name }: ManifestSource): Program {
  const root = readCommand(value, { name, place: { file, pointer }, inherited: [], open: false });
  return { name, root, separators: [' '], listsAliases: true, anyOrder: false, builtIn: ['completion'] };
}

interface Surroundings {
  readonly name: string;
  readonly place: TruthPlace;
  /** Flags of the commands above; most parsers take them anywhere. */
  readonly inherited: readonly Flag[];
  readonly open: boolean;
}

function readCommand(value: unknown, { name, place, inherited, open }: Surroundings): Command {
  const listed = readFlags(value, place);
  const own = listed.filter((flag) => flag !== undefined);
  const flags = [...own, ...inherited.filter((flag) => !own.some((each) => each.name === flag.name))];
  const incomplete = memberOf(value, 'complete') === false;
  const openCommands = open || incomplete;
  const commands = COMMANDS.flatMap((key) =>
    itemsAt(value, key).map(({ key: step, value: child }) =>
      readCommand(child, {
        name: nameOf(child, step),
        place: { file: place.file, pointer: joinPointer(joinPointer(place.pointer, key), step) },
        inherited: flags.map((flag) => ({ ...flag, required: false })),
        open: openCommands,
      }),
    ),
  );
  return {
    name,
    aliases: aliasesOf(value),
    hidden: memberOf(value, 'hidden') === true,
    flags,
    // What could not be read may be any flag.
    openFlags:
      incomplete || own.length < listed.length || !FLAGS.some((key) => typeof memberOf(value, key) === 'object'),
    commands,
    openCommands,
    arguments: argumentsOf(value, commands),
    place,
  };
}

/** The entries of a list, or of a mapping by name. */
function itemsAt(value: unknown, key: string): readonly { readonly key: string; readonly value: unknown }[] {
  const member = memberOf(value, key);
  if (typeof member !== 'object' || member === null) return [];
  return Object.entries(member).map(([step, item]: [string, unknown]) => ({ key: step, value: item }));
}

/** `create|c <name>` and a mapping's key say it too. */
function synopsisOf(value: unknown): string {
  return (typeof value === 'string' ? value.split(/ {2}|\t|\n/)[0] : stringAt(value, 'name'))?.trim() ?? '';
}

function nameOf(value: unknown, key: string): string {
  const [name = ''] = synopsisOf(value).split(/[\s|]/);
  return name === '' ? key : name;
}

function aliasesOf(value: unknown): readonly string[] {
  const listed = ['aliases', 'alias'].flatMap((key) => [memberOf(value, key)].flat());
  const [names = ''] = synopsisOf(value).split(/\s/);
  return [...names.split('|').slice(1), ...listed.filter((alias) => typeof alias === 'string')];
}

function argumentsOf(value: unknown, commands: readonly Command[]): Command['arguments'] {
  const isGroup = commands.length > 0;
  const children = COMMANDS.flatMap((key) => itemsAt(value, key));
  // Words that are no command go to the default one.
  if (children.some(({ value: child }) => memberOf(child, 'isDefault') === true || memberOf(child, 'default') === true))
    return 'words';
  const listed = ARGUMENTS.flatMap((key) => itemsAt(value, key).map(({ value: item }) => argumentText(item)));
  const usage = (stringAt(value, 'usage') ?? '').replace(/^\s*usage:?\s*/i, '').split('\n')[0] ?? '';
  const behind = synopsisOf(value).replace(/^\S+/, '');
  return argumentsIn([...listed, usageBehindNames(usage), behind].join(' '), isGroup);
}

function argumentText(item: unknown): string {
  if (typeof item === 'string') return item.split(/ {2}|\t|\n/)[0] ?? '';
  const name = labelAt(item, 'name') ?? labelAt(item, '_name') ?? 'argument';
  return `<${name}${memberOf(item, 'variadic') === true ? '...' : ''}>`;
}

/** Without the words before the first mark: `molctl tokens create [options] <name>`. */
function usageBehindNames(usage: string): string {
  const mark = usage.search(/[[<({]|\b[A-Z]{2,}\b|\.{3}|…/);
  return mark < 0 ? '' : usage.slice(mark);
}

function readFlags(value: unknown, place: TruthPlace): readonly (Flag | undefined)[] {
  return FLAGS.flatMap((key) =>
    itemsAt(value, key).map(({ key: step, value: item }) =>
      readFlag(item, step, { file: place.file, pointer: joinPointer(joinPointer(place.pointer, key), step) }),
    ),
  );
}

function readFlag(item: unknown, key: string, place: TruthPlace): Flag | undefined {
  const usage = readFlagUsage(typeof item === 'string' ? item : usageOf(item, key));
  if (!usage) return undefined;
  const values = choicesOf(item);
  return {
    ...plainFlag(usage.name, place),
    ...usage,
    value: memberOf(item, 'variadic') === true ? 'many' : usage.value,
    ...(values.length > 0 && { values }),
    // Commander: `required` says that the flag takes a value, `mandatory` that it must be given.
    required:
      memberOf(item, 'mandatory') === true &&
      memberOf(item, 'defaultValue') === undefined &&
      memberOf(item, 'envVar') === undefined,
  };
}

function usageOf(item: unknown, key: string): string {
  const written = stringAt(item, 'flags');
  if (written !== undefined) return written;
  const names = [
    labelAt(item, 'short'),
    labelAt(item, 'long'),
    labelAt(item, 'name') ?? (/^\d+$/.test(key) ? undefined : key),
  ];
  const [first, ...others] = names.flatMap((name) => (name ? [dashed(name)] : []));
  const type = memberOf(item, 'type');
  const value = type === undefined || type === 'boolean' ? '' : ' <value>';
  return first === undefined ? '' : `${[first, ...others].join(', ')}${value}`;
}

function dashed(name: string): string {
  if (name.startsWith('-')) return name;
  return name.length === 1 ? `-${name}` : `--${name}`;
}

/** Listed, or as Commander writes them into the description: `(choices: "npm", "yarn")`. */
function choicesOf(item: unknown): readonly string[] {
  const listed = [...listAt(item, 'choices'), ...listAt(item, 'argChoices')].filter(
    (choice) => typeof choice === 'string',
  );
  if (listed.length > 0) return listed;
  const description = typeof item === 'string' ? item : (stringAt(item, 'description') ?? '');
  const [, choices = ''] = /\(choices: ((?:"[^"]*"(?:, )?)+)/.exec(description.slice(0, 2000)) ?? [];
  return [...choices.matchAll(/"([^"]*)"/g)].map(([, choice = '']) => choice);
}
