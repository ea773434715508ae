import type { CommandWord } from '../../model.ts';
import { type SourceText, spanOf } from '../../text/source-text.ts';
import { unquoteWord } from '../code/shell-text.ts';

/** A word of a command, as indices into the fence's text. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

export interface ReadWords {
  readonly words: readonly CommandWord[];
  /** Behind the last of them. */
  readonly end: number;
  /** Something is left out, or stands for words that are not said. */
  readonly partial: boolean;
}

/** Two spaces or a tab part the columns of a list, a line end that nothing escapes ends a command. */
const GAP = /^(?: |(?:[ \t]*[\\^`][ \t]*\r?\n(?:[ \t]*>(?=[ \t]))?)+[ \t]*)$/;

/**
 * The words behind a program's name up to the end of the command. Where they are aligned in columns, as in a list of commands,
 * what stands in the next column is none of them.
 */
export function readWords(code: SourceText, from: number, ranges: readonly WordRange[]): ReadWords {
  const words: CommandWord[] = [];
  let end = from;
  for (const { start, end: next } of ranges) {
    if (!GAP.test(code.text.slice(end, start))) return { words, end, partial: true };
    words.push(toWord(code, bracketed(code.text, start, next)));
    end = next;
  }
  // A flag on the next line lost the mark that joins it.
  const cut = /^[ \t]*\r?\n[ \t]*--?[A-Za-z]/.test(code.text.slice(end, end + 200));
  const partial = cut || ranges.some(({ start, end: to }) => LEAVES_OUT.test(code.text.slice(start, to)));
  return { words, end, partial };
}

/** `[--row` of `[--row <n>]` names a flag all the same. */
function bracketed(text: string, start: number, end: number): WordRange {
  const [, open = '', flag = ''] = /^(\[+)(--?[A-Za-z][\w-]*)\]*$/.exec(text.slice(start, end)) ?? [];
  return flag === '' ? { start, end } : { start: start + open.length, end: start + open.length + flag.length };
}

/** `[flags]`, `...`, `$EXTRA_ARGS`, `"$@"`: any number of words may stand there. */
const LEAVES_OUT =
  /^[[(]|[\])]$|\.\.\.|…|^["']?\$[@*]|\$\{?\w*(?:FLAG|OPT|ARG|PARAM)|^<.{0,20}(?:flags|options|args|arguments).{0,5}>$/i;

function toWord(code: SourceText, { start, end }: WordRange): CommandWord {
  const raw = code.text.slice(start, end);
  return { text: unquoteWord(code, start, end).text, span: spanOf(code, start, end), form: formOf(raw) };
}

function formOf(raw: string): CommandWord['form'] {
  if (/[$`*<>{}[\]…]|\.\.\.|%\w+%/.test(raw)) return 'open';
  if (/^["'“”‘’]/.test(raw)) return 'quoted';
  // `NAME`, `VERSION`, `<id>` in the spelling of a man page.
  return /^[A-Z][A-Z0-9_-]*$/.test(raw) ? 'open' : 'plain';
}
