import { dirname, join, sep } from 'node:path';
import { isThere } from '../disk/read-disk.ts';

/** The nearest folder, this one or above, that holds `.git`. */
export function repositoryOf(folder: string): string | undefined {
  if (isThere(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/** As files are named in reports and configurations. */
export function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
