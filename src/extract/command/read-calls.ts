import { parse } from 'unbash';
import type { CommandMention, Stance } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';
import { readStance } from '../code/request-stance.ts';
import { cutIntoChunks, visitShell } from '../code/shell-commands.ts';
import { blotForShell } from '../code/shell-text.ts';
import { type CommandLines, commandLines } from './command-lines.ts';
import { findProgram } from './find-program.ts';
import { readWords } from './read-words.ts';

/** A call of a configured program, as a sample or a piece of inline code shows it. */
export type ProgramCall = Pick<CommandMention, 'span' | 'text' | 'program' | 'words' | 'whole' | 'certain'> & {
  /** From the comments around it; `claim` where there are none. */
  readonly stance: Stance;
};

/** Whether a text may hold such a call: most fences and sentences do not. */
export function mayCall(text: string, programs: readonly string[]): boolean {
  return programs.some((program) => text.includes(program));
}

/** The calls of the programs in a fence, in the order in which they stand. */
export function readCalls(code: SourceText, lang: string, programs: readonly string[]): readonly ProgramCall[] {
  const lines = commandLines(code.text, lang, programs);
  if (!lines) return [];
  const shell = blotForShell(code.text);
  const calls: ProgramCall[] = [];
  for (const chunk of cutIntoChunks(shell, lines.pattern)) {
    visitShell(parse(shell.slice(chunk.start, chunk.end)), (node) => {
      if (node.type !== 'Command') return;
      const words = [node.name, ...node.args].filter((word) => word !== undefined);
      const ranges = words.map(({ pos, end }) => ({ start: chunk.start + pos, end: chunk.start + end }));
      const call = readCall(code, ranges, { lines, programs });
      if (call) calls.push(call);
    });
  }
  return calls;
}

interface CallSetting {
  readonly lines: Pick<CommandLines, 'holds' | 'certain' | 'typed'>;
  readonly programs: readonly string[];
}

function readCall(
  code: SourceText,
  ranges: readonly { readonly start: number; readonly end: number }[],
  { lines, programs }: CallSetting,
): ProgramCall | undefined {
  const texts = ranges.map(({ start, end }) => code.text.slice(start, end));
  const found = findProgram(texts, programs);
  const name = found && ranges[found.index];
  if (!found || !name || !lines.holds(name.start)) return undefined;
  const { words, end, partial } = readWords(code, name.end, ranges.slice(found.index + 1));
  // The name alone says nothing that could be wrong.
  if (words.length === 0) return undefined;
  return {
    program: found.program,
    span: spanOf(code, name.start, end),
    text: code.text.slice(name.start, end),
    words,
    whole: lines.typed && !partial && !found.extended,
    certain: lines.certain,
    stance: readStance(code.text, name.start, end),
  };
}

/** The call that a piece of inline code is, or begins with: `molctl tokens create --org acme`. */
export function readInlineCall(code: SourceText, programs: readonly string[]): ProgramCall | undefined {
  const [call] = mayCall(code.text, programs) ? readCalls(code, 'sh', programs) : [];
  return call ? { ...call, whole: false, certain: hasFlag(call), stance: 'claim' } : undefined;
}

function hasFlag({ words }: ProgramCall): boolean {
  return words.some(({ text }) => /^--?[A-Za-z]/.test(text));
}
