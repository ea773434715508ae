import type { Claim, CommandWord, Flag, FlagUse, Span } from '../../model.ts';
import { flagSpelled } from '../../truth/cli/lookup.ts';
import { isVerbatim } from './name-words.ts';

/** A flag of a call, and the next word, which may be its value. */
export interface MetFlag {
  readonly word: CommandWord;
  readonly next?: CommandWord;
}

/** `--`, `--org`, `-o`; but `-1` and `-` are values. */
export function isFlag({ text, form }: CommandWord): boolean {
  return form !== 'quoted' && /^--?(?:[A-Za-z?@#]|$)/.test(text) && text !== '-';
}

/** These are there whether a manifest lists them or not. */
const ALWAYS = ['--help', '-h', '--version'];
const OF_PROGRAM = ['-v', '-V'];
/** Marks of a synopsis or of a list make no name of a flag. */
const SPELLING = /^--?[A-Za-z?@#][\w.:@-]*$/;

export interface FlagSetting {
  readonly flags: readonly Flag[];
  /** The program itself is called, without a command. */
  readonly bare: boolean;
}

/** The flags of one word: `-xvf` are three. Nothing comes back for what is written as no shell would take it. */
export function readFlagWord({ word, next }: MetFlag, { flags, bare }: FlagSetting): readonly FlagUse[] {
  const spelling = spellingOf(word.text);
  if (!SPELLING.test(spelling)) return [];
  const span = isVerbatim(word) ? { start: word.span.start, end: word.span.start + spelling.length } : word.span;
  const flag = flagSpelled(flags, spelling);
  if (flag) return [{ span, text: spelling, name: flag.name, ...given(readValue(word, { flag, next, spelling })) }];
  if (ALWAYS.includes(spelling) || (bare && OF_PROGRAM.includes(spelling)))
    return [{ span, text: spelling, name: spelling }];
  // `--set.path=x` and `-p:name` belong to a flag `--set` or `-p`, if to any.
  if (/[.:]/.test(spelling)) return [];
  const group = /^-[A-Za-z0-9]{2,}$/.test(spelling) ? readGroup(word, flags) : undefined;
  return group ?? [{ span, text: spelling }];
}

/** `--org=acme` without its value. */
export function spellingOf(text: string): string {
  const equals = text.indexOf('=');
  return equals < 0 ? text : text.slice(0, equals);
}

function given(value: Claim<string> | undefined): Pick<FlagUse, 'value'> {
  return value === undefined ? {} : { value };
}

interface ValuePlace {
  readonly flag: Flag;
  readonly next: CommandWord | undefined;
  readonly spelling: string;
}

/** The value, as far as the guide spells it out. */
function readValue(word: CommandWord, { flag, next, spelling }: ValuePlace): Claim<string> | undefined {
  if (spelling.length < word.text.length) return joinedValue(word, spelling.length + 1);
  const taken = flag.value === 'one' || flag.value === 'many' ? next : undefined;
  return taken && taken.form !== 'open' ? { value: taken.text, span: taken.span } : undefined;
}

function joinedValue(word: CommandWord, from: number): Claim<string> | undefined {
  const value = word.text.slice(from);
  if (word.form === 'open' || value === '') return undefined;
  const span: Span = isVerbatim(word) ? { start: word.span.start + from, end: word.span.end } : word.span;
  return { value, span };
}

/** `-xvf file`, `-n5`: letters up to one that takes the rest as its value. Nothing where the first of them is no flag. */
function readGroup(word: CommandWord, flags: readonly Flag[]): readonly FlagUse[] | undefined {
  const uses: FlagUse[] = [];
  for (let at = 1; at < word.text.length; at++) {
    const text = `-${word.text.charAt(at)}`;
    const flag = flagSpelled(flags, text);
    if (!flag && at === 1) return undefined;
    const span = isVerbatim(word) ? { start: word.span.start + at, end: word.span.start + at + 1 } : word.span;
    if (!flag) return [...uses, { span, text }];
    if (flag.value !== 'none') return [...uses, { span, text, name: flag.name, ...given(joinedValue(word, at + 1)) }];
    uses.push({ span, text, name: flag.name });
  }
  return uses;
}
