import { type Command, CommanderError } from 'commander';
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
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? 0 : explainUsage(error, io, commandIn(program, argv));
    if (error instanceof UserError) return explainUserError(error, io);
    return confess(error, io);
  }
}

/** The command that the arguments are meant for. */
function commandIn(program: Command, argv: readonly string[]): Command {
  return program.commands.find((command) => command.name() === argv[0]) ?? program;
}
