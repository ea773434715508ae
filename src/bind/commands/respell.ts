import type { CommandMention, Edit, Program } from '../../model.ts';
import { flagSpelled, flagsAlong } from '../../truth/cli/lookup.ts';
import { isFlag, spellingOf } from './flag-words.ts';
import type { NearestCommands } from './nearest-command.ts';
import type { LostWalk } from './walk-words.ts';

interface Respelling {
  readonly walk: LostWalk;
  readonly nearest: NearestCommands;
  readonly program: Program;
}

/** The edit that makes a call name the only command which can be meant, where that takes the flags that are given. */
export function respell(mention: CommandMention, { walk, nearest, program }: Respelling): Edit | undefined {
  const [path, ...others] = nearest.paths;
  if (!nearest.firm || path === undefined || others.length > 0) return undefined;
  const flags = flagsAlong(program, path);
  if (walk.flags.concat(flagsBehind(walk)).some(({ word }) => !flagSpelled(flags, spellingOf(word.text))))
    return undefined;
  const { word, behind } = walk.end;
  const last = nearest.taken > 0 ? behind[nearest.taken - 1] : word;
  const end = last?.span.end ?? word.span.end;
  const shared = walk.path.every((name, index) => path[index] === name);
  if (shared && program.separators.includes(' ')) {
    return { span: { start: word.span.start, end }, text: joined(path.slice(walk.path.length), mention, program) };
  }
  const first = walk.named[0] ?? word;
  // What stands between the words would be lost.
  const between = mention.words.some(
    (each) => isFlag(each) && each.span.start > first.span.start && each.span.start < end,
  );
  return between ? undefined : { span: { start: first.span.start, end }, text: joined(path, mention, program) };
}

function flagsBehind({ end }: LostWalk) {
  return end.behind.filter((word) => isFlag(word)).map((word) => ({ word }));
}

/** With the mark between words that the call itself uses, where it may. */
function joined(path: readonly string[], { words }: CommandMention, { separators }: Program): string {
  const own = words.some(({ text }) => /\w:\w/.test(text)) ? ':' : ' ';
  return path.join(separators.includes(own) ? own : (separators[0] ?? ' '));
}
