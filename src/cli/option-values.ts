import type { Command, Option } from 'commander';
import { UserError } from '../errors.ts';

/** Refuses for every option of a command that takes a value what cannot be one: nothing, and the next option. */
export function guardValues(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const { parseArg: parse } = option;
    option.argParser<unknown>((given, earlier) => {
      refuse(option, given, command);
      return parse ? parse(given, earlier) : given;
    });
  }
}

function refuse({ long, flags }: Option, given: string, command: Command): void {
  const hint = `Write it as \`${flags}\`.`;
  if (given.trim() === '') throw new UserError('usage', `\`${long}\` was given nothing.`, { hint });
  // Else a value that was forgotten makes `--output --quiet` write a file called `--quiet`.
  if (isOption(given, command)) {
    throw new UserError('usage', `\`${long}\` was given nothing; \`${given}\`, which follows it, reads as an option.`, {
      hint,
    });
  }
}

/** One of the command's own; what else begins with a dash may be the name of a file or of a branch. */
function isOption(given: string, { options }: Command): boolean {
  const [flag = ''] = given.split('=');
  return ['-h', '--help', ...options.flatMap(({ short, long }) => [short, long])].includes(flag);
}
