import type { Command, CommandWord, Flag, Program } from '../../model.ts';
import { flagSpelled } from '../../truth/cli/lookup.ts';
import { isFlag, type MetFlag } from './flag-words.ts';
import { commandsIn, type NameWord, splitWord } from './name-words.ts';

/** How far the words of a call lead down the tree of commands. */
export interface Walk {
  readonly command: Command;
  /** The names of the command from the program down. */
  readonly path: readonly string[];
  /** The words that named them. */
  readonly named: readonly NameWord[];
  readonly flags: readonly MetFlag[];
  /** The flags that the commands on the way take. */
  readonly known: readonly Flag[];
  readonly end: WalkEnd;
}

/**
 * Why the walk went no further.
 * - `done`: all words were read, or the rest are arguments.
 * - `help`: help was asked for, or what the program's framework serves by itself.
 * - `open`: what stands there, the guide or the manifest does not say.
 * - `stranger`: a word stands where only commands can stand, and is none.
 */
export type WalkEnd =
  | { readonly kind: 'done' | 'help' }
  | { readonly kind: 'open'; readonly word: CommandWord }
  | { readonly kind: 'stranger'; readonly word: NameWord; readonly behind: readonly CommandWord[] };

/** A walk that came to a word which names no command. */
export interface LostWalk extends Walk {
  readonly end: Extract<WalkEnd, { readonly kind: 'stranger' }>;
}

/** Where a walk is. */
interface Walker {
  command: Command;
  readonly path: string[];
  readonly named: NameWord[];
  readonly flags: MetFlag[];
  readonly known: Flag[];
  /** Arguments have begun: no word behind them names a command. */
  settled: boolean;
  /** Whether the next word is the value of the flag before it. */
  value: Flag['value'];
}

/** Follows the words of a call from the program down, and collects the flags between and behind them. */
export function walkWords(words: readonly CommandWord[], program: Program): Walk {
  const { root } = program;
  const walker: Walker = {
    command: root,
    path: [],
    named: [],
    flags: [],
    known: [...root.flags],
    settled: false,
    value: 'none',
  };
  for (const [index, word] of words.entries()) {
    const end = isFlag(word)
      ? passFlag(walker, word, words[index + 1])
      : passWord(walker, word, { program, behind: () => words.slice(index + 1) });
    if (end) return { ...walker, end };
  }
  return { ...walker, end: { kind: 'done' } };
}

function passFlag(walker: Walker, word: CommandWord, next: CommandWord | undefined): WalkEnd | undefined {
  // All behind `--`, and all behind the first word of somebody else's command, is not for this program.
  if (word.text === '--' || (walker.settled && walker.command.arguments === 'rest')) return { kind: 'done' };
  walker.flags.push({ word, ...(next && !isFlag(next) && { next }) });
  walker.value = valueBehind(word.text, walker.known);
  return undefined;
}

interface Surroundings {
  readonly program: Program;
  readonly behind: () => readonly CommandWord[];
}

function passWord(walker: Walker, word: CommandWord, { program, behind }: Surroundings): WalkEnd | undefined {
  const { value } = walker;
  if (value !== 'many') walker.value = 'none';
  if (value === 'one' || walker.settled) return undefined;
  const found = word.form === 'plain' ? commandsIn(word, walker, program) : undefined;
  for (const { command, name } of found?.commands ?? []) enter(walker, command, name);
  const [lost, ...parts] = found?.rest ?? [];
  if (lost)
    return walker.command.openCommands
      ? { kind: 'open', word }
      : strangerAt(lost, [...parts.map(plainWord), ...behind()]);
  // A word that is no command may be the value of a flag of which nobody knows whether it has one.
  if (found || value !== 'none') return undefined;
  const end = endAt(walker, word, { program, behind });
  walker.settled = end === undefined;
  return end;
}

function enter(walker: Walker, command: Command, name: NameWord): void {
  walker.command = command;
  walker.path.push(command.name);
  walker.named.push(name);
  walker.known.push(...command.flags);
  walker.value = 'none';
}

/** `[flags]`, `...`: words may follow that are not told. */
const ANY_FLAGS = /^[[<({]*(?:(?:global[ _-]?)?(?:flags?|options?|opts|args|arguments)[\])>}]*\.{0,3}|\.{3}|…)$/i;

/** What a word means that names no command; nothing where it is an argument. */
function endAt({ command, path }: Walker, word: CommandWord, { program, behind }: Surroundings): WalkEnd | undefined {
  if (command.commands.length === 0 && !(command.openCommands && command.arguments === 'none')) return undefined;
  if (word.form === 'open' && ANY_FLAGS.test(word.text)) return undefined;
  const [first = word, ...parts] = splitWord(word, program);
  if (word.form === 'plain' && (first.text === 'help' || (path.length === 0 && program.builtIn.includes(first.text))))
    return { kind: 'help' };
  if (command.openCommands) return { kind: 'open', word };
  if (command.arguments !== 'none') return undefined;
  if (word.form !== 'plain') return { kind: 'open', word };
  return strangerAt(first, [...parts.map(plainWord), ...behind()]);
}

function strangerAt(word: NameWord, behind: readonly CommandWord[]): WalkEnd {
  return { kind: 'stranger', word, behind };
}

function plainWord(part: NameWord): CommandWord {
  return { ...part, form: 'plain' };
}

/** How many of the words behind a flag are its value. */
function valueBehind(text: string, known: readonly Flag[]): Flag['value'] {
  if (text.includes('=')) return 'none';
  // Of `-xvf` the last decides; `-n5` has its value already.
  const flag =
    flagSpelled(known, text) ?? (/^-\w\w+$/.test(text) ? flagSpelled(known, `-${text.slice(-1)}`) : undefined);
  return flag?.value ?? 'maybe';
}
