import { failureSentence } from '../../disk/failure-reason.ts';
import { type StagedFile, stageFile } from '../../disk/stage-file.ts';
import { statPath } from '../../disk/stat-path.ts';
import { UserError } from '../../errors.ts';

export interface NewFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** A script that is run. */
  readonly executable?: boolean;
  /** A sentence on what it still waits for. */
  readonly waitsFor?: string;
}

/** Writes all of them beside their places first, so that a disk that is full leaves everything as it was. */
export function writeFiles(files: readonly NewFile[]): void {
  const staged: (StagedFile & { readonly path: string })[] = [];
  try {
    for (const { path, text, executable } of files) {
      const mode = statPath(path)?.mode ?? (executable ? 0o755 : undefined);
      attempt(path, () => staged.push({ path, ...stageFile(path, text, { mode }) }));
    }
    for (const { path, commit } of staged) attempt(path, commit);
  } finally {
    for (const { discard } of staged) discard();
  }
}

function attempt(path: string, write: () => unknown): void {
  try {
    write();
  } catch (cause) {
    throw new UserError('write-failed', `Cannot write \`${path}\`.`, { hint: failureSentence(cause), cause });
  }
}
