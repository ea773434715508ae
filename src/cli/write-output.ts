import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

/** Writes beside the file and renames, so that a reader never meets half a report. */
export function writeOutput(file: string, text: string, { cwd }: Io): void {
  const target = resolve(cwd, file);
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, target);
  } catch (cause) {
    rmSync(temporary, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('write-failed', `Cannot write the report to \`${file}\`.`, { hint: reason, cause });
  }
}
