import type { CommandMention, CommandTarget, Evidence, FlagUse, Program } from '../../model.ts';
import { commandsOf, describeCommand, flagSpelled } from '../../truth/cli/lookup.ts';
import { doubtAbout } from './doubts.ts';
import { readFlagWord } from './flag-words.ts';
import { nearestCommands } from './nearest-command.ts';
import { respell } from './respell.ts';
import { type LostWalk, type Walk, walkWords } from './walk-words.ts';

/** The command that a call runs, with its flags; or the word that names none. */
export function bindCommand(mention: CommandMention, program: Program): CommandTarget {
  const walk = walkWords(mention.words, program);
  switch (walk.end.kind) {
    case 'done':
      return {
        status: 'bound',
        program: program.name,
        command: walk.path,
        flags: flagsOf(walk),
        evidence: named(walk, program),
      };
    case 'help':
      return { status: 'bound', program: program.name, command: walk.path, flags: [], evidence: named(walk, program) };
    case 'open':
      return unsure('words', `\`${walk.end.word.text}\` may be any command`);
    case 'stranger':
      return bindStranger(mention, { ...walk, end: walk.end }, program);
  }
}

function bindStranger(mention: CommandMention, walk: LostWalk, program: Program): CommandTarget {
  const { path, end } = walk;
  const reordered = program.anyOrder ? inAnyOrder(walk, program) : undefined;
  if (reordered)
    return { status: 'bound', program: program.name, command: reordered, flags: [], evidence: named(walk, program) };
  const nearest = nearestCommands(walk, program);
  const doubt = doubtAbout(mention, { walk, program, isNear: nearest?.firm === true });
  if (doubt) return unsure('doubt', doubt);
  const edit = nearest && respell(mention, { walk, nearest, program });
  return {
    status: 'missing',
    program: program.name,
    owner: path,
    word: { value: end.word.text, span: end.word.span },
    nearest: nearest?.paths ?? [],
    ...(edit && { edit }),
    evidence: named(walk, program),
  };
}

function unsure(cue: string, detail: string): CommandTarget {
  return { status: 'unplaced', evidence: [{ cue, detail }] };
}

function named({ path }: Walk, program: Program): readonly Evidence[] {
  return [{ cue: 'words', detail: `\`${describeCommand(program, path)}\` is a command of the manifest` }];
}

/** Nobody nests commands deeper. */
const MOST_WORDS = 4;

/** oclif's flexible taxonomy: `create apps` is `apps create`. */
function inAnyOrder({ path, end }: LostWalk, program: Program): readonly string[] | undefined {
  const behind = end.behind.slice(0, MOST_WORDS).map(({ text }) => text);
  for (let taken = behind.length; taken >= 0; taken--) {
    const wanted = [...path, end.word.text, ...behind.slice(0, taken)].toSorted().join(' ');
    const found = commandsOf(program).find((each) => each.path.toSorted().join(' ') === wanted);
    if (found) return found.path;
  }
  return undefined;
}

/**
 * All flags that were met; of those which a command does not list, none where it may have others. A group may hand them on to
 * the command below it that runs by default, which no help page names.
 */
function flagsOf({ flags, known, path, command }: Walk): readonly FlagUse[] {
  const uses = flags.flatMap((flag) => readFlagWord(flag, { flags: known, bare: path.length === 0 }));
  const below = command.commands.flatMap((child) => child.flags);
  return uses.filter(({ name, text }) => name !== undefined || (!command.openFlags && !flagSpelled(below, text)));
}
