import { type Stats, statSync } from 'node:fs';

/**
 * What lies at a path; nothing where nothing can be reached: a name below a file, one that is too long, a folder that is closed to us.
 * `throwIfNoEntry` alone leaves all of these to throw, and such paths come from pages.
 */
export function statPath(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
