import type { Flag, Program, TruthPlace } from '../../model.ts';
import { isMapping, joinPointer, labelAt, listAt, memberOf, stringAt } from '../schema/json.ts';
import { buildTree } from './build-tree.ts';
import type { ManifestPart, ManifestSource, ReadCommand } from './source.ts';
import { argumentsIn } from './usage-arguments.ts';

const KEYS = ['see_also', 'inherited_options', 'synopsis', 'usage'];

/** What Cobra's `GenYamlTree` writes of one command: flags have names without dashes. */
export function isCobra(value: unknown): boolean {
  if (!isMapping(value) || stringAt(value, 'name') === undefined || Object.hasOwn(value, 'commands')) return false;
  const options = [...listAt(value, 'options'), ...listAt(value, 'inherited_options')];
  const named = options.every((option) => /^[^-\s]/.test(labelAt(option, 'name') ?? ''));
  return named && (options.length > 0 || KEYS.some((key) => Object.hasOwn(value, key)));
}

export function readCobra(parts: readonly ManifestPart[], { name }: ManifestSource): Program {
  const [first] = parts;
  const place = { file: first?.file ?? '', pointer: first?.pointer ?? '' };
  const paths = parts.map((part) => pathOf(part.value));
  const groups = new Set(paths.map((path) => path.slice(0, -1).join(' ')));
  const commands = parts.map((part, index): ReadCommand => {
    const path = paths[index] ?? [];
    return { path, command: readCommand(part, groups.has(path.join(' '))) };
  });
  return {
    name,
    root: buildTree(name, commands, { place, open: parts.some(({ value }) => memberOf(value, 'complete') === false) }),
    separators: [' '],
    // Cobra writes none; whoever writes manifests like Cobra may.
    listsAliases: parts.some(({ value }) => Object.hasOwn(Object(value), 'aliases')),
    anyOrder: false,
    builtIn: ['completion', '__complete'],
  };
}

/** The words behind the program's own name. */
function pathOf(value: unknown): readonly string[] {
  return (stringAt(value, 'name') ?? '').trim().split(/\s+/).slice(1);
}

function readCommand({ value, file, pointer }: ManifestPart, isGroup: boolean): ReadCommand['command'] {
  const name = (stringAt(value, 'name') ?? '').trim();
  const usage = (stringAt(value, 'usage') ?? '').trim();
  const flags = ['options', 'inherited_options'].flatMap((key) =>
    listAt(value, key).map((option, index) =>
      readFlag(option, { file, pointer: joinPointer(joinPointer(pointer, key), index) }),
    ),
  );
  return {
    aliases: listAt(value, 'aliases').filter((alias) => typeof alias === 'string'),
    hidden: false,
    flags,
    openFlags: false,
    openCommands: false,
    arguments: usage.startsWith(name) ? argumentsIn(usage.slice(name.length), isGroup) : 'none',
    place: { file, pointer },
  };
}

/** The type of a flag is not written, only its default: `true` and `false` are those of a switch. */
function readFlag(option: unknown, place: TruthPlace): Flag {
  const name = `--${labelAt(option, 'name') ?? ''}`;
  const short = labelAt(option, 'shorthand');
  const initial = String(memberOf(option, 'default_value') ?? '').trim();
  return {
    name,
    spellings: short ? [name, `-${short}`] : [name],
    value: /^(?:true|false)$/.test(initial) ? 'none' : 'maybe',
    required: false,
    negatable: false,
    place,
  };
}
