import { stampOf } from './file-stamp.ts';

/**
 * What the disk may be asked: what a file holds, be it as a `page`, which is read for its facts alone; its first bytes; what lies at a
 * path; how large that is; what a folder lists.
 */
export type Question = 'page' | 'text' | 'head' | 'kind' | 'size' | 'names';

/**
 * Hears every answer of the disk on which a report rests. Where the disk would answer all of it the same again, a run would report the
 * same again.
 */
export interface Witness {
  /** `stamp`: the state of the file before it was asked, where that will tell whether it was written since. */
  saw(question: Question, path: string, answer: string, stamp?: string): void;
  /** The run rests on something else as well: a server, git, or code of the user's. */
  cannotTell(): void;
}

/** Runs of one process at one time hear of each other's questions too, which does no harm: they rest on more than they need. */
const witnesses = new Set<Witness>();

/** Lets witnesses hear what is asked until the work is done. */
export async function before<Result>(heard: readonly Witness[], work: () => Promise<Result>): Promise<Result> {
  for (const witness of heard) witnesses.add(witness);
  try {
    return await work();
  } finally {
    for (const witness of heard) witnesses.delete(witness);
  }
}

/** Whether anybody wants to hear; what only they need can be spared otherwise. */
export function isWitnessed(): boolean {
  return witnesses.size > 0;
}

export function testify(question: Question, path: string, answer: string, stamp?: string): void {
  for (const witness of witnesses) witness.saw(question, path, answer, stamp);
}

/** Says that a file holds a text with this hash, by whoever knows without having read it. */
export function testifyContent(question: 'page' | 'text', path: string, content: string): void {
  if (isWitnessed()) testify(question, path, content, stampOf(path, Date.now()));
}

export function cannotTell(): void {
  for (const witness of witnesses) witness.cannotTell();
}
