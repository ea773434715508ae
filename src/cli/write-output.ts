import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

/** Writes all files or none: beside their places first, then each is renamed, so that a reader never meets half a report. */
export function writeFiles(files: readonly WrittenFile[], { cwd }: Io): void {
  const staged: StagedFile[] = [];
  try {
    for (const { file, text } of files) attempt(file, () => staged.push(stage(file, text, cwd)));
    for (const { file, commit } of staged) attempt(file, commit);
  } finally {
    for (const { temporary } of staged) if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}

/** Adds to a file that others add to as well. */
export function appendFile(file: string, text: string, { cwd }: Io): void {
  attempt(file, () => appendFileSync(resolve(cwd, file), text));
}

interface StagedFile {
  readonly file: string;
  readonly temporary?: string;
  commit(): void;
}

function stage(file: string, text: string, cwd: string): StagedFile {
  const target = resolve(cwd, file);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new Error('It is a folder.');
  // A pipe or a device, as `/dev/null`, is not to be replaced.
  if (there && !there.isFile()) return { file, commit: () => writeFileSync(target, text) };
  const temporary = `${target}.${process.pid}.tmp`;
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeFileSync(temporary, text);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
  return { file, temporary, commit: () => renameSync(temporary, target) };
}

function attempt(file: string, write: () => unknown): void {
  try {
    write();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('write-failed', `Cannot write the report to \`${file}\`.`, { hint: reason, cause });
  }
}
