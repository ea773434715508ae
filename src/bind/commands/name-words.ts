import type { Command, Program, Span } from '../../model.ts';
import { commandNamed } from '../../truth/cli/lookup.ts';

/** A word of a command, or a part of one that names several: `apps:create`. */
export interface NameWord {
  readonly text: string;
  readonly span: Span;
}

interface NamedCommand {
  readonly command: Command;
  readonly name: NameWord;
}

interface FoundCommands {
  /** One below the other. */
  readonly commands: readonly NamedCommand[];
  /** The parts of the word that name nothing below the last of them. */
  readonly rest: readonly NameWord[];
}

/** The commands which one word names below another; nothing where it is none. */
export function commandsIn(
  word: NameWord,
  from: { readonly command: Command; readonly path: readonly string[] },
  program: Program,
): FoundCommands | undefined {
  // Where only colons part commands, a second word is an argument.
  if (from.path.length > 0 && !program.separators.includes(' ')) return undefined;
  const commands: NamedCommand[] = [];
  let { command } = from;
  const names = splitWord(word, program);
  for (const [index, name] of names.entries()) {
    const child = commandNamed(command, name.text);
    if (!child) return index > 0 ? { commands, rest: names.slice(index) } : undefined;
    commands.push({ command: child, name });
    command = child;
  }
  return { commands, rest: [] };
}

/** `apps:create` as two words, where the program's commands are written so. */
export function splitWord({ text, span }: NameWord, { separators }: Program): readonly NameWord[] {
  // Where quote marks or escapes stand in between, the parts have no places of their own.
  if (!separators.includes(':') || !text.includes(':') || !isVerbatim({ text, span })) return [{ text, span }];
  let start = span.start;
  return text.split(':').map((part) => {
    const place = { start, end: start + part.length };
    start = place.end + 1;
    return { text: part, span: place };
  });
}

/** Whether a word stands in the file as it reads. */
export function isVerbatim({ text, span }: NameWord): boolean {
  return span.end - span.start === text.length;
}
