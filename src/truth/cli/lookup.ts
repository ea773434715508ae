import type { Command, Flag, Program } from '../../model.ts';

/** The command below another that a word calls, by its name or an alias. */
export function commandNamed({ commands }: Command, word: string): Command | undefined {
  return commands.find(({ name }) => name === word) ?? commands.find(({ aliases }) => aliases.includes(word));
}

/** The command at names from the program down. */
export function commandAt({ root }: Program, path: readonly string[]): Command | undefined {
  let command: Command | undefined = root;
  for (const name of path) command = command && commandNamed(command, name);
  return command;
}

/** The flags of a command and of all above it, behind which they may be given too. */
export function flagsAlong(program: Program, path: readonly string[]): readonly Flag[] {
  const below = path.flatMap((_, index) => commandAt(program, path.slice(0, index + 1))?.flags ?? []);
  return [...program.root.flags, ...below];
}

/** `molctl tokens create`, as the program's own help writes it. */
export function describeCommand({ name, separators }: Program, path: readonly string[]): string {
  return path.length === 0 ? name : `${name} ${path.join(separators[0] ?? ' ')}`;
}

/** The flag that a word without its value spells: `--org`, `-o`, `--no-color`. */
export function flagSpelled(flags: readonly Flag[], spelling: string): Flag | undefined {
  const exact = flags.find(({ spellings }) => spellings.includes(spelling));
  if (exact) return exact;
  const [, positive] = /^--no-?(.+)$/.exec(spelling) ?? [];
  if (positive !== undefined) return flags.find((flag) => flag.negatable && flag.spellings.includes(`--${positive}`));
  // Where only the negation is listed, the flag itself is mostly taken too.
  return flags.find(({ spellings }) => spellings.includes(spelling.replace(/^--/, '--no-')));
}

/** A command and its names from the program down. */
export interface PlacedCommand {
  readonly path: readonly string[];
  readonly command: Command;
}

const listed = new WeakMap<Program, readonly PlacedCommand[]>();

/** All commands that a guide may send its reader to, the program itself not among them. */
export function commandsOf(program: Program): readonly PlacedCommand[] {
  const known = listed.get(program);
  if (known) return known;
  const all = below(program.root, []);
  listed.set(program, all);
  return all;
}

function below({ commands }: Command, path: readonly string[]): readonly PlacedCommand[] {
  return commands
    .filter(({ hidden }) => !hidden)
    .flatMap((command) => {
      const own = [...path, command.name];
      return [{ path: own, command }, ...below(command, own)];
    });
}
