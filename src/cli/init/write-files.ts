import { chmodSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** A script that is run. */
  readonly executable?: boolean;
}

/** Writes all of them beside their places first, so that a disk that is full leaves everything as it was. */
export function writeFiles(files: readonly NewFile[]): void {
  const written: { readonly path: string; readonly temporary: string }[] = [];
  let current = '';
  try {
    for (const { path, text, executable } of files) {
      current = path;
      const temporary = `${path}.${process.pid}.tmp`;
      written.push({ path, temporary });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary, text);
      const mode = statSync(path, { throwIfNoEntry: false })?.mode;
      if (mode !== undefined) chmodSync(temporary, mode);
      else if (executable) chmodSync(temporary, 0o755);
    }
    for (const { path, temporary } of written) {
      current = path;
      renameSync(temporary, path);
    }
  } catch (cause) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('write-failed', `Cannot write \`${current}\`.`, { hint: reason, cause });
  }
}
