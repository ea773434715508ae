import { CommanderError } from 'commander';
import { UserError } from '../errors.ts';
import { confess, explainUsage, explainUserError } from './failures.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';

/**
 * Runs the command line and returns the exit code: 0 clean, 1 findings, 2 the run could not be done, 3 a bug of ours.
 * `argv` holds the arguments alone, without the names of node and script.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram(io, (code) => {
      exitCode = code;
    });
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : explainUsage(error, io);
    if (error instanceof UserError) return explainUserError(error, io);
    return confess(error, io);
  }
}
