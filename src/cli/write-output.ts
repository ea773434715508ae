import { appendFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { failureSentence } from '../disk/failure-reason.ts';
import { checkWritable, isDevice, type StagedFile, stageFile } from '../disk/stage-file.ts';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

/** Writes all files or none: beside their places first, then each is renamed, so that a reader never meets half a report. */
export function writeFiles(files: readonly WrittenFile[], { cwd }: Io): void {
  const staged: StagedOutput[] = [];
  try {
    for (const { file, text } of files) attempt(file, () => staged.push(stage(file, text, cwd)));
    for (const { file, commit } of staged) attempt(file, commit);
  } finally {
    for (const { discard } of staged) discard();
  }
}

/** Refuses files that could not be written, before work whose other traces would stay. */
export function checkFiles(files: readonly string[], { cwd }: Io): void {
  for (const file of files) attempt(file, () => checkWritable(resolve(cwd, file)));
}

/** Adds to a file that others add to as well. */
export function appendFile(file: string, text: string, { cwd }: Io): void {
  attempt(file, () => appendFileSync(resolve(cwd, file), text));
}

interface StagedOutput extends StagedFile {
  readonly file: string;
}

function stage(file: string, text: string, cwd: string): StagedOutput {
  const target = resolve(cwd, file);
  if (isDevice(target)) return { file, commit: () => writeFileSync(target, text), discard: () => undefined };
  return { file, ...stageFile(target, text) };
}

function attempt(file: string, write: () => unknown): void {
  try {
    write();
  } catch (cause) {
    throw new UserError('write-failed', `Cannot write the report to \`${file}\`.`, {
      hint: failureSentence(cause),
      cause,
    });
  }
}
