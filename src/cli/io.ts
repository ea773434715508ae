/** Where the command line reads its surroundings and writes to; injected, so that a run needs no process. */
export interface Io {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether somebody types; without it nobody is asked anything. */
  readonly stdin?: { readonly isTTY?: boolean | undefined };
  /** Asks in place of the terminal. */
  readonly asker?: Asker;
  /** Ends what would go on until Ctrl-C. */
  readonly signal?: AbortSignal;
}

/** Puts questions to a person; nothing where the person walks away, which ends the command. */
export interface Asker {
  /** One of them. */
  choose(question: string, choices: readonly Choice[]): Promise<string | undefined>;
  /** At least one of them; a few are all ticked at first. */
  pick(question: string, choices: readonly Choice[]): Promise<readonly string[] | undefined>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Columns for output that no terminal shows, such as a log of CI. */
const defaultColumns = 100;

/** `--color` goes before `NO_COLOR`, that before `FORCE_COLOR`, and all before what the terminal can do (no-color.org). */
export function wantsColor({ stdout, env }: Io, asked?: boolean): boolean {
  if (asked !== undefined) return asked;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

export function columnsOf({ stdout }: Io): number {
  // A pseudo-terminal that nobody gave a size says 0.
  return stdout.columns || defaultColumns;
}
