import { type Command, forEachChild, parse, type SyntaxNode } from 'unbash';
import { type SourceText, slice } from '../../text/source-text.ts';
import { blotForShell, unquoteWord } from './shell-text.ts';

/** A word of a command, as indices into the fence's text, and what the shell makes of it. */
export interface ShellWord {
  readonly start: number;
  readonly end: number;
  readonly value: SourceText;
}

/** A command that sends requests, and the words after its name. */
export interface ShellCommand {
  readonly name: string;
  readonly start: number;
  readonly nameEnd: number;
  readonly words: readonly ShellWord[];
  /** Words that were assigned to variables before it; the value's text is what the variable holds. */
  readonly assigned: ReadonlyMap<string, SourceText>;
  /** What was written to files before it, by their names as they stand there: `cat > tree.json <<EOF`. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** What it reads from its standard input, where that is written out: a heredoc, or what `echo` pipes into it. */
  readonly input?: SourceText;
  /** The commands that read its output, one behind the other. */
  readonly readers: readonly PipedCommand[];
  /** Behind its pipeline and its heredoc. */
  readonly end: number;
}

export interface PipedCommand {
  readonly name: string;
  readonly words: readonly ShellWord[];
}

/**
 * The `curl`, `wget` and HTTPie commands of a fence, wherever they stand: pipes, loops, functions, substitutions,
 * behind `sudo` or `RUN`, between pasted output.
 */
export function findShellCommands(code: SourceText): readonly ShellCommand[] {
  const shell = blotForShell(code.text);
  const commands: ShellCommand[] = [];
  let assigned: ReadonlyMap<string, SourceText> = new Map();
  const files = new Map<string, SourceText>();
  const pipelines = new Map<SyntaxNode, PipePlace>();
  for (const chunk of cutIntoChunks(shell, COMMAND_LINE)) {
    const parsed = parse(shell.slice(chunk.start, chunk.end));
    visitShell(parsed, (node) => {
      if (node.type === 'Pipeline') {
        const end = node.commands.reduce((last, command) => Math.max(last, heredocEnd(command)), node.end);
        for (const [index, command] of node.commands.entries()) pipelines.set(command, { pipeline: node, index, end });
      }
      if (node.type === 'Assignment') assigned = assign(node, chunk.start);
      if (node.type !== 'Command') return;
      writeFile(node, chunk.start);
      const command = requestCommand(node, chunk.start);
      if (command) commands.push(command);
    });
  }
  return commands;

  function assign(node: SyntaxNode & { type: 'Assignment' }, base: number): ReadonlyMap<string, SourceText> {
    // A sample has a handful; the limit keeps the copies cheap on generated scripts.
    if (node.value.type !== 'Word' || assigned.size > 100) return assigned;
    const value = unquoteWord(code, base + node.value.pos, base + node.value.end);
    return new Map([...assigned, [node.name, value]]);
  }

  /** A file that is written anew holds what was written last; one that is added to, what nobody sees here. */
  function writeFile(node: Command, base: number): void {
    for (const redirect of node.redirects) {
      if (redirect.type !== 'Redirect' || !redirect.target || !/^&?>[>|]?$/.test(redirect.operator)) continue;
      const output = redirect.operator.endsWith('>>') ? undefined : outputOf(node, base);
      if (output) files.set(redirect.target.text, output);
      else files.delete(redirect.target.text);
    }
  }

  function requestCommand(node: Command, base: number): ShellCommand | undefined {
    const all = [node.name, ...node.args].filter((word) => word !== undefined);
    const at = all.findIndex((word, index) => isRequestName(word.text, index));
    const name = all[at];
    if (name === undefined || (at > 0 && TALKS_ABOUT.test(all[0]?.text ?? ''))) return undefined;
    const words = all.slice(at + 1).map((word) => toWord(word.pos + base, word.end + base));
    if (at > 0 && !words.some((word) => /^-|[/$:]/.test(word.value.text))) return undefined;
    const start = base + name.pos;
    const { pipeline, index, end } = pipelines.get(node) ?? { index: 0, end: Math.max(node.end, heredocEnd(node)) };
    const input = inputOf(node, base) ?? (index > 0 ? outputOf(pipeline?.commands[index - 1], base) : undefined);
    return {
      name: baseName(name.text),
      start,
      nameEnd: base + name.end,
      words,
      assigned,
      files: new Map(files),
      ...(input && { input }),
      readers: (pipeline?.commands.slice(index + 1, index + 1 + MOST_READERS) ?? []).map((reader) =>
        piped(reader, base),
      ),
      end: base + end,
    };
  }

  function piped(node: SyntaxNode, base: number): PipedCommand {
    if (node.type !== 'Command' || node.name === undefined) return { name: '', words: [] };
    const words = node.args.map((word) => toWord(word.pos + base, word.end + base));
    return { name: baseName(node.name.text), words };
  }

  /** What `<<EOF` or `<<<` gives a command. */
  function inputOf({ redirects }: Command, base: number): SourceText | undefined {
    for (const redirect of redirects) {
      if (redirect.type === 'HereDoc') return slice(code, base + redirect.body.pos, base + redirect.body.end);
      if (redirect.type === 'HereString' && redirect.target)
        return unquoteWord(code, base + redirect.target.pos, base + redirect.target.end);
    }
    return undefined;
  }

  /** `cat <<EOF |` and `echo '…' |` */
  function outputOf(node: SyntaxNode | undefined, base: number): SourceText | undefined {
    if (node?.type !== 'Command') return undefined;
    if (node.name?.text === 'cat') return inputOf(node, base);
    const texts = node.args.filter((word) => !/^-[neE]+$/.test(word.text));
    const [only, ...others] = /^(?:echo|printf)$/.test(node.name?.text ?? '') ? texts : [];
    return only && others.length === 0 ? unquoteWord(code, base + only.pos, base + only.end) : undefined;
  }

  function toWord(start: number, end: number): ShellWord {
    return { start, end, value: unquoteWord(code, start, end) };
  }
}

interface PipePlace {
  readonly pipeline?: SyntaxNode & { type: 'Pipeline' };
  readonly index: number;
  /** Behind the pipeline and its heredocs. */
  readonly end: number;
}

/** What the fifth command makes of an answer no longer shows what is in it. */
const MOST_READERS = 5;

function heredocEnd(node: SyntaxNode): number {
  if (node.type !== 'Command') return 0;
  const ends = node.redirects.map((redirect) =>
    redirect.type === 'HereDoc' ? (redirect.closing?.end ?? redirect.body.end) : 0,
  );
  return ends.reduce((last, end) => Math.max(last, end), 0);
}

/** Commands that take `curl` for a package, a word or a topic. */
const TALKS_ABOUT =
  /^(?:echo|printf|cat|grep|which|type|man|alias|apk|apt|apt-get|brew|choco|dnf|yum|pacman|npm|pip|scoop|snap|winget|#)$/;

function isRequestName(text: string, index: number): boolean {
  const name = baseName(text);
  // `http` as an argument may be anything; as a command it is HTTPie.
  return name === 'curl' || name === 'wget' || (index === 0 && /^(?:https?|xhs?)$/.test(name));
}

/** `/usr/bin/curl` and `curl.exe` are curl. */
export function baseName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1).replace(/\.exe$/, '');
}

/** Nobody nests deeper in a guide, and each level of `$( … )` is parsed anew. */
const DEEPEST = 120;

/** Enters a node and all below it, down to a depth beyond which nobody writes. */
export function visitShell(node: SyntaxNode, enter: (node: SyntaxNode) => void, depth = 0): void {
  enter(node);
  forEachChild(node, (child) => {
    // The text of a script between escaped back quotes is a decoded copy; its offsets lead nowhere.
    if (child.type === 'Script' && child.source !== undefined) return;
    const next = depth + (child.type === 'Script' ? 20 : 1);
    if (next < DEEPEST) visitShell(child, enter, next);
  });
}

/** A stretch of a fence that is parsed on its own. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** The line begins with a command, or holds one in a string of JSON or YAML. */
const COMMAND_LINE =
  /^([ \t]*(?:[-*{][ \t]*)?(?:["']?[\w.-]{1,40}["']?:[ \t]*)?(["'])?(?:RUN[ \t]+)?)(?:curl|wget)(?:\.exe)?(?=[ \t\\])/gm;

/**
 * Each command that begins a line is parsed on its own, so that an apostrophe or a brace in pasted output above it
 * cannot swallow it. `lines` finds such lines: what stands before the command in them, and the quote around it.
 */
export function cutIntoChunks(shell: string, lines: RegExp): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (const match of shell.matchAll(lines)) {
    const quote = match[2];
    const command = match.index + (match[1]?.length ?? 0);
    if (command < start || continuesLine(shell, match.index)) continue;
    chunks.push({ start, end: command });
    const close = quote === undefined ? -1 : shell.indexOf(quote, command);
    if (close !== -1) chunks.push({ start: command, end: close });
    start = close === -1 ? command : close + 1;
  }
  chunks.push({ start, end: shell.length });
  return chunks.filter((chunk) => chunk.end > chunk.start);
}

/** Whether the line before goes on in this one. */
export function continuesLine(shell: string, lineStart: number): boolean {
  return lineStart > 1 && '\\|('.includes(shell.charAt(lineStart - 2));
}

/** The value of each variable that was assigned a literal, with earlier variables filled in. */
export function literalValues(assigned: ReadonlyMap<string, SourceText>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of assigned) {
    const filled = value.text.replace(/\$\{?(\w+)\}?/g, (all, inner: string) => values.get(inner) ?? all);
    if (filled !== '' && filled.length < 500 && !/[$\s`]/.test(filled)) values.set(name, filled);
  }
  return values;
}

/** `${BASE:-http://localhost:8080}` says what `BASE` is where the reader sets nothing. */
export function defaultValues(text: string): [string, string][] {
  const defaults = text.matchAll(/\$\{(\w{1,60}):?[-=]["']?(https?:[^\s"'{}$]+)["']?\}/g);
  return [...defaults].map(([, name = '', value = '']) => [name, value]);
}

/** The word itself, or, where it is one variable that was assigned above, what was assigned. */
export function resolveWord(word: ShellWord, assigned: ReadonlyMap<string, SourceText>): SourceText {
  const name = /^\$\{?(\w+)\}?$/.exec(word.value.text)?.[1];
  const value = name === undefined ? undefined : assigned.get(name);
  return value?.text.includes('/') ? value : word.value;
}
