import { kindOf } from '../disk/read-disk.ts';
import { isIgnoredByGit } from './walk-files.ts';

/** Answers what links need to know of files that are no pages; the paths are absolute. */
export const projectFiles = {
  stat(path: string): 'file' | 'folder' | undefined {
    const kind = kindOf(path);
    return kind === 'other' ? 'file' : kind;
  },
  isIgnored: isIgnoredByGit,
} as const;
