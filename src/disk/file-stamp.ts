import { statPath } from './stat-path.ts';

/** A file that was changed so short a time ago may change again without a new time: FAT counts in two seconds. */
const SETTLED_MS = 2_500;

/**
 * The state of a file, by which it can be told that it has not been written since; nothing where it is not there, or was written only just
 * now.
 */
export function stampOf(path: string, now: number): string | undefined {
  const found = statPath(path);
  if (found === undefined || !found.isFile()) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = found;
  if (Math.max(mtimeMs, ctimeMs) > now - SETTLED_MS) return undefined;
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`;
}
