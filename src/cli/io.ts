/** Where the command line reads its surroundings and writes to; injected, so that a run needs no process. */
export interface Io {
  readonly cwd: string;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Output {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Columns for output that no terminal shows, such as a log of CI. */
const defaultColumns = 100;

/** `NO_COLOR` goes before `FORCE_COLOR`, and both before what the terminal can do (no-color.org). */
export function wantsColor({ stdout, env }: Io): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

export function columnsOf({ stdout }: Io): number {
  return stdout.columns ?? defaultColumns;
}
