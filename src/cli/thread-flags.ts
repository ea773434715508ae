import type { Command } from 'commander';
import { UserError } from '../errors.ts';
import type { RunAids } from '../run-aids.ts';

/** The option that says how many threads read pages. */
export interface ThreadFlags {
  readonly threads?: number;
}

/** Nobody has so many processors to spare that more would help. */
const MOST = 64;

export function addThreadOption(command: Command): Command {
  return command.option(
    '--threads <n>',
    'threads that read pages beside the main one; else as many as pay',
    parseThreads,
  );
}

export function threadsOf({ threads }: ThreadFlags): Pick<RunAids, 'threads'> {
  return { threads: threads ?? 'auto' };
}

function parseThreads(given: string): number {
  const threads = /^\d{1,2}$/.test(given) ? Number(given) : Number.NaN;
  if (threads <= MOST) return threads;
  throw new UserError('usage', `\`--threads\` takes a number from 0 to ${MOST}; it was given \`${given}\`.`, {
    hint: 'Leave it out for as many as pay; 0 reads all pages in the main thread.',
  });
}
