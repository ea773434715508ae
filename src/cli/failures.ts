import type { Command, CommanderError } from 'commander';
import type { UserError } from '../errors.ts';
import { version } from '../version.ts';
import type { Io } from './io.ts';

/** An expected failure: a sentence and what to do. */
export function explainUserError({ message, hint }: UserError, { stderr }: Io): number {
  stderr.write(`specwins: ${message}\n`);
  if (hint) stderr.write(`${hint}\n`);
  return 2;
}

/** Commander's "error: unknown option '--x'\n(Did you mean --y?)" in our words. `command` is the one that was given it. */
export function explainUsage({ message }: CommanderError, { stderr }: Io, command?: Command): number {
  const [said = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const seeHelp = `Run \`${commandLine(command)} --help\` for what there is.\n`;
  const [, flag, value] = /^unknown option '(--[\w-]+)=(.*)'$/.exec(said) ?? [];
  if (flag !== undefined && command?.options.some(({ long }) => long === flag)) {
    stderr.write(`specwins: \`${flag}\` takes no value; it was given \`${value}\`.\n${seeHelp}`);
    return 2;
  }
  const nearest = /Did you mean (?:one of )?(.+)\?/.exec(suggestion)?.[1];
  const sentence = said.replaceAll("'", '`').replace(/\.$/, '');
  const question = nearest ? `; did you mean \`${nearest}\`?` : '.';
  stderr.write(`specwins: ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${question}\n`);
  stderr.write(seeHelp);
  return 2;
}

function commandLine(command: Command | undefined): string {
  return command?.parent ? `${command.parent.name()} ${command.name()}` : 'specwins';
}

/** A bug of ours: everything that helps to find it. */
export function confess(error: unknown, { stderr }: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`specwins: This is a bug of specwins, not a fault of your docs: ${message}\n`);
  stderr.write(`${traces(error).join('\nCaused by: ')}\n`);
  stderr.write(
    `specwins ${version}, node ${process.version}. Please report this text, with the page if you can share it.\n`,
  );
  return 3;
}

function traces(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = error.stack ?? error.message;
  return error.cause === undefined ? [own] : [own, ...traces(error.cause)];
}
