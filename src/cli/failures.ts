import type { CommanderError } from 'commander';
import type { UserError } from '../errors.ts';
import { version } from '../version.ts';
import type { Io } from './io.ts';

/** An expected failure: a sentence and what to do. */
export function explainUserError({ message, hint }: UserError, { stderr }: Io): number {
  stderr.write(`specwins: ${message}\n`);
  if (hint) stderr.write(`${hint}\n`);
  return 2;
}

/** Commander's "error: unknown option '--x'\n(Did you mean --y?)" in our words. */
export function explainUsage({ message }: CommanderError, { stderr }: Io): number {
  const [said = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const nearest = /Did you mean (?:one of )?(.+)\?/.exec(suggestion)?.[1];
  const sentence = said.replaceAll("'", '`').replace(/\.$/, '');
  const question = nearest ? `; did you mean \`${nearest}\`?` : '.';
  stderr.write(`specwins: ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${question}\n`);
  stderr.write('Run `specwins --help` for what there is.\n');
  return 2;
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
