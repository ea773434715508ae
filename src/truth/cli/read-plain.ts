import type { Command, Flag, Program, TruthPlace } from '../../model.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { isMapping, joinPointer, type Mapping, memberOf, stringAt } from '../schema/json.ts';
import type { ManifestPart, ManifestSource } from './source.ts';

/** Says what is wrong with a manifest: `why` continues the sentence "The manifest `x` …". */
export type Refuse = (why: string) => Error;

const OF_PROGRAM = ['$schema', 'version'];
const OF_COMMAND = [
  'name',
  'description',
  'aliases',
  'flags',
  'arguments',
  'commands',
  'complete',
  'hidden',
  'deprecated',
];
const OF_FLAG = [
  'name',
  'short',
  'aliases',
  'description',
  'value',
  'values',
  'multiple',
  'required',
  'negatable',
  'hidden',
  'deprecated',
];
const OF_ARGUMENT = ['name', 'description', 'required', 'values', 'rest'];
/** Keys of help pages; a manifest of ours has none of them. */
const FOREIGN = ['options', 'subcommands', 'usage', 'args', 'registeredArguments'];

/** Our own manifest, as README describes it: `{ name, flags: [{ name: '--org' }], commands: [{ name, … }] }`. */
export function isPlain(value: unknown): boolean {
  return isMapping(value) && (Array.isArray(value.flags) || Array.isArray(value.commands)) && looksPlain(value);
}

/** Neither the command nor one below it is written as a help page would. */
function looksPlain(value: unknown): boolean {
  if (!isMapping(value) || FOREIGN.some((key) => Object.hasOwn(value, key))) return false;
  const { flags = [], commands = [] } = value;
  if (!Array.isArray(flags) || !Array.isArray(commands)) return false;
  return flags.every((flag) => stringAt(flag, 'name')?.startsWith('-')) && commands.every(looksPlain);
}

/** What is written wrong is refused: a misspelt key would make a command without flags. */
export function readPlain({ value, file, pointer }: ManifestPart, { name }: ManifestSource, refuse: Refuse): Program {
  if (!isMapping(value)) throw refuse('holds no mapping');
  checkKeys(value, { allowed: [...OF_PROGRAM, ...OF_COMMAND], pointer, refuse });
  const root = readCommand(value, { name, place: { file, pointer }, inherited: [], open: false, refuse });
  return { name, root, separators: [' '], listsAliases: true, anyOrder: false, builtIn: [] };
}

interface Surroundings {
  readonly name: string;
  readonly place: TruthPlace;
  /** Flags of the commands above are taken below. */
  readonly inherited: readonly Flag[];
  readonly open: boolean;
  readonly refuse: Refuse;
}

function readCommand(value: Mapping, { name, place, inherited, open, refuse }: Surroundings): Command {
  const at = (key: string, index: number): TruthPlace => ({
    file: place.file,
    pointer: joinPointer(joinPointer(place.pointer, key), index),
  });
  const own = mappingsAt(value, 'flags', place, refuse).map((flag, index) =>
    readFlag(flag, at('flags', index), refuse),
  );
  const flags = [...own, ...inherited.filter((flag) => !own.some((each) => each.name === flag.name))];
  const incomplete = value.complete === false;
  const openCommands = open || incomplete;
  const commands = mappingsAt(value, 'commands', place, refuse).map((child, index) => {
    const childPlace = at('commands', index);
    checkKeys(child, { allowed: OF_COMMAND, pointer: childPlace.pointer, refuse });
    const below = { inherited: flags.map((flag) => ({ ...flag, required: false })), open: openCommands, refuse };
    return readCommand(child, { name: nameAt(child, childPlace, refuse), place: childPlace, ...below });
  });
  return {
    name,
    aliases: namesAt(value, 'aliases', place, refuse),
    hidden: value.hidden === true,
    flags,
    openFlags: incomplete,
    commands,
    openCommands,
    arguments: argumentsOf(value, place, refuse),
    place,
  };
}

function argumentsOf(value: Mapping, place: TruthPlace, refuse: Refuse): Command['arguments'] {
  const all = itemsAt(value, 'arguments', place.pointer, refuse);
  for (const [index, item] of all.entries()) {
    const pointer = joinPointer(joinPointer(place.pointer, 'arguments'), index);
    if (isMapping(item)) checkKeys(item, { allowed: OF_ARGUMENT, pointer, refuse });
    else if (typeof item !== 'string') throw refuse(`names no argument at \`${pointer}\``);
  }
  if (all.some((item) => memberOf(item, 'rest') === true)) return 'rest';
  return all.length > 0 ? 'words' : 'none';
}

function readFlag(value: Mapping, place: TruthPlace, refuse: Refuse): Flag {
  checkKeys(value, { allowed: OF_FLAG, pointer: place.pointer, refuse });
  const name = nameAt(value, place, refuse);
  const short = stringAt(value, 'short');
  const values = namesAt(value, 'values', place, refuse);
  const spellings = [name, ...(short ? [short] : []), ...namesAt(value, 'aliases', place, refuse)];
  const bare = spellings.find((spelling) => !spelling.startsWith('-'));
  if (bare !== undefined) throw refuse(`spells the flag \`${bare}\` without dashes at \`${place.pointer}\``);
  return {
    name,
    spellings,
    value: readValue(value, values),
    ...(values.length > 0 && { values }),
    required: value.required === true,
    negatable: value.negatable !== false,
    place,
  };
}

function readValue({ value, multiple }: Mapping, values: readonly string[]): Flag['value'] {
  if (value === 'optional') return 'maybe';
  if (value !== true && (value === false || values.length === 0)) return 'none';
  return multiple === true ? 'many' : 'one';
}

function nameAt(value: Mapping, { pointer }: TruthPlace, refuse: Refuse): string {
  const name = stringAt(value, 'name');
  if (name === undefined || !/^\S+$/.test(name)) throw refuse(`has no \`name\` of one word at \`${pointer}\``);
  return name;
}

function mappingsAt(value: Mapping, key: string, { pointer }: TruthPlace, refuse: Refuse): readonly Mapping[] {
  return itemsAt(value, key, pointer, refuse).map((item, index) => {
    if (!isMapping(item)) throw refuse(`holds no mapping at \`${joinPointer(joinPointer(pointer, key), index)}\``);
    return item;
  });
}

function namesAt(value: Mapping, key: string, { pointer }: TruthPlace, refuse: Refuse): readonly string[] {
  return itemsAt(value, key, pointer, refuse).map(String);
}

function itemsAt(value: Mapping, key: string, pointer: string, refuse: Refuse): readonly unknown[] {
  const items = value[key] ?? [];
  if (!Array.isArray(items)) throw refuse(`holds no list at \`${joinPointer(pointer, key)}\``);
  return items;
}

interface Keys {
  readonly allowed: readonly string[];
  readonly pointer: string;
  readonly refuse: Refuse;
}

function checkKeys(value: Mapping, { allowed, pointer, refuse }: Keys): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key) && !key.startsWith('x-'));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, allowed);
  const place = pointer === '' ? 'at its top' : `at \`${pointer}\``;
  throw refuse(
    `has a key \`${unknown}\` ${place} which no manifest has${nearest ? `; did you mean \`${nearest}\`` : ''}`,
  );
}
