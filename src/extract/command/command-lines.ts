import { continuesLine } from '../code/shell-commands.ts';
import { RUNNERS } from './find-program.ts';

/** How a fence holds commands: all its lines may be some, or only those that say so. */
type FenceKind = 'shell' | 'plain' | 'yaml' | 'image' | 'json';

const KINDS: readonly (readonly [FenceKind, RegExp])[] = [
  [
    'shell',
    /^(?:bash|sh|shell|zsh|fish|ksh|console|terminal|shell-?session|sh-session|bash-session|shellscript|cmd|bat|batch|powershell|pwsh|ps1?)$/,
  ],
  ['plain', /^(?:|te?xt|plain|plaintext|ansi)$/],
  ['yaml', /^ya?ml$/],
  ['image', /^(?:docker|dockerfile|containerfile|make|makefile|just|justfile)$/],
  ['json', /^json[c5]?$/],
];

/** Where commands may stand in a fence, and how sure it is that they are some. */
export interface CommandLines {
  /** Finds lines that begin with a call of a program; see `cutIntoChunks`. */
  readonly pattern: RegExp;
  /** The fence or its prompts say that commands stand there. */
  readonly certain: boolean;
  /** They are shown as a reader types them. */
  readonly typed: boolean;
  /** Whether a command that begins at an index stands where commands stand. */
  holds(index: number): boolean;
}

const PROMPT = /^[ \t]*(?:[$%>❯➜]|PS [^>\n]{0,60}>|[\w.-]{1,40}@[\w.-]{1,60}[^\n$#%]{0,60}[$#%])[ \t]/gm;
/** Steps of pipelines, services and images have their commands under these names. */
const KEYS = 'run|script|command|cmd|exec|entrypoint|before_script|after_script';
const NAMES_COMMANDS = new RegExp(`^[ \\t]*(?:-[ \\t]+)?(?:${KEYS})[ \\t]*:`, 'm');

/** The lines of a fence that call programs; nothing for a fence that holds something else. */
export function commandLines(text: string, lang: string, programs: readonly string[]): CommandLines | undefined {
  const kind = KINDS.find(([, languages]) => languages.test(lang))?.[0];
  if (kind === undefined) return undefined;
  const pattern = patternOf(kind, programs);
  if (kind === 'yaml' && !NAMES_COMMANDS.test(text)) return undefined;
  if (kind === 'json' && !text.includes('"scripts"')) return undefined;
  if (kind !== 'shell' && kind !== 'plain')
    return { pattern, certain: true, typed: false, holds: linesWith(text, pattern) };
  // Where some lines have a prompt, the others are what the commands print.
  const prompted = text.search(PROMPT) >= 0;
  if (prompted) return { pattern, certain: true, typed: true, holds: linesWith(text, PROMPT) };
  const typed = kind === 'shell' || new RegExp(pattern.source, 'y').test(text.trimStart());
  return { pattern, certain: typed, typed, holds: () => true };
}

/** Holds what begins on a line that the pattern finds, or on one that goes on from such a line. */
function linesWith(text: string, pattern: RegExp): (index: number) => boolean {
  const found = new Set([...text.matchAll(pattern)].map(({ index }) => index));
  const lines = new Set<number>();
  for (let start = 0, above = -1; start <= text.length && start > above; ) {
    if (found.has(start) || (lines.has(above) && goesOn(text, start))) lines.add(start);
    above = start;
    start = text.indexOf('\n', start) + 1;
  }
  return (index) => lines.has(text.lastIndexOf('\n', index - 1) + 1);
}

function goesOn(text: string, start: number): boolean {
  return continuesLine(text, start) || /(?:&&|\|)[ \t]*$/.test(text.slice(Math.max(0, start - 20), start - 1));
}

function patternOf(kind: FenceKind, programs: readonly string[]): RegExp {
  const call = callPattern(programs);
  switch (kind) {
    case 'shell':
    case 'plain':
      return new RegExp(String.raw`^([ \t]*)${call}`, 'gm');
    case 'yaml':
    case 'image':
      return new RegExp(
        String.raw`^([ \t]*(?:-[ \t]+)?(?:(?:${KEYS})[ \t]*:[ \t]*)?(["'])?@?(?:(?:RUN|CMD|ENTRYPOINT)[ \t]+)?)${call}`,
        'gm',
      );
    case 'json':
      return new RegExp(
        String.raw`^([ \t]*"(?!(?:name|description|version|main|bin)")[\w:.-]{1,60}"[ \t]*:[ \t]*("))${call}`,
        'gm',
      );
  }
}

/** A program, behind its runner and assignments; `findProgram` looks closer. */
function callPattern(programs: readonly string[]): string {
  const names = programs.map((program) => program.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const before = String.raw`(?:(?:[A-Za-z_]\w*=[^\s"']*|(?:${RUNNERS})(?:[ \t]+(?:-[^\s]+|exec|dlx|x|run|tool))*)[ \t]+){0,4}`;
  return String.raw`(?=${before}(?:[\w.~$@-]{0,60}\/){0,10}(?:${names})(?:\.exe)?(?:@[\w.^~-]+)?(?:[ \t\\\r]|$))`;
}
