import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { statPath } from './stat-path.ts';

/** A text that lies beside its place, so that nobody ever meets half of it there. */
export interface StagedFile {
  /** Puts it in its place. */
  commit(): void;
  /** Takes away what is not in its place, and the folders that were made for it alone. */
  discard(): void;
}

/** Writes a text beside an absolute path. Where that cannot be done it throws, and leaves nothing behind. */
export function stageFile(
  path: string,
  text: string,
  { mode }: { readonly mode?: number | undefined } = {},
): StagedFile {
  // Else it would come out only when others are in their places already.
  if (statPath(path)?.isDirectory()) throw refusal('EISDIR');
  const folder = dirname(path);
  const firstMade = makeFolders(folder);
  const temporary = `${path}.${process.pid}.tmp`;
  const discard = () => {
    // `force` overlooks that it is not there, and not that it could never be.
    if (statPath(temporary)) rmSync(temporary, { force: true });
    if (firstMade !== undefined) removeEmptyFolders(folder, firstMade);
  };
  try {
    writeFileSync(temporary, text);
    if (mode !== undefined) chmodSync(temporary, mode);
  } catch (cause) {
    discard();
    throw cause;
  }
  return { commit: () => renameSync(temporary, path), discard };
}

/** Throws what `stageFile` would, and leaves nothing: for work that must not begin where its end cannot be written. */
export function checkWritable(path: string): void {
  if (!isDevice(path)) stageFile(path, '').discard();
}

/** A pipe or a device, as `/dev/null`, is written to where it lies, and not replaced. */
export function isDevice(path: string): boolean {
  const found = statPath(path);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** What Node throws when it finds the same on its way. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Makes a folder and those above it, and answers the first that it made. Node's own way never ends below `/proc`. */
function makeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  for (let place = folder; !statPath(place); place = dirname(place)) missing.unshift(place);
  const made: string[] = [];
  try {
    for (const place of missing) {
      if (makeFolder(place)) made.push(place);
    }
  } catch (cause) {
    const [first] = made;
    if (first !== undefined) removeEmptyFolders(made.at(-1) ?? first, first);
    throw cause;
  }
  return made[0];
}

/** Whether it was made here, and not by somebody else meanwhile. */
function makeFolder(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch (cause) {
    if (statPath(place)?.isDirectory()) return false;
    const isStrange = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw isStrange ? new Error('no folder can be made there', { cause }) : cause;
  }
}

/** What somebody put there meanwhile stays. */
function removeEmptyFolders(folder: string, first: string): void {
  try {
    rmdirSync(folder);
  } catch {
    return;
  }
  if (folder !== first) removeEmptyFolders(dirname(folder), first);
}
