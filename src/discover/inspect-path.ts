import { statPath } from '../disk/stat-path.ts';
import { isIgnoredByGit } from './walk-files.ts';

/** Answers what links need to know of files that are no pages; the paths are absolute. */
export const projectFiles = {
  stat(path: string): 'file' | 'folder' | undefined {
    const found = statPath(path);
    if (!found) return undefined;
    return found.isDirectory() ? 'folder' : 'file';
  },
  isIgnored: isIgnoredByGit,
} as const;
