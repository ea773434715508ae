import { existsSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, posix, relative, resolve, sep } from 'node:path';
import { kindOf } from '../disk/read-disk.ts';
import { exportFiles } from './export-files.ts';
import type { TreeEntry } from './list-tree.ts';
import type { Repository } from './open-repository.ts';

/** A commit or the index as a folder on the disk, in which a run can work. */
export interface Snapshot {
  /** What the working directory is there. */
  readonly cwd: string;
  /** Whether files and folders are there; most files that are no text were not written. */
  stat(path: string): 'file' | 'folder' | undefined;
  /** The path on the real disk that a path of the snapshot stands for; another path stands for itself. */
  realOf(path: string): string;
  /** Lets a path of the snapshot that is not there lead to the same path on the real disk. Says whether it did. */
  borrow(path: string): boolean;
}

/**
 * Writes the files of `entries` into a folder of their own. Its path ends as the real one does, so that `../other-repository/spec.yaml`
 * means the same there; a `.git` in it leads to the real repository.
 */
export async function openSnapshot(
  repository: Repository,
  entries: readonly TreeEntry[],
  name: string,
): Promise<Snapshot> {
  const mirror = join(repository.scratch, name);
  const top = join(mirror, relative(parse(repository.top).root, repository.top));
  const cwd = join(top, repository.prefix);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(top, '.git'), `gitdir: ${repository.gitFolder}\n`);
  await exportFiles(entries, top);
  const tree = indexTree(entries, top);
  const realOf = (path: string) =>
    pathBelow(mirror, path) === undefined ? path : join(parse(repository.top).root, relative(mirror, path));
  return {
    cwd,
    realOf,
    stat(path) {
      const inside = pathBelow(top, path);
      if (inside === undefined) return statDisk(realOf(path));
      return tree.stat(inside) ?? statDisk(path);
    },
    borrow(path) {
      if (existsSync(path) || pathBelow(mirror, path) === undefined || !existsSync(realOf(path))) return false;
      // Beside the file may lie what it refers to.
      const folder = dirname(path);
      const missing = existsSync(folder) ? path : folder;
      mkdirSync(dirname(missing), { recursive: true });
      symlinkSync(realOf(missing), missing);
      return true;
    },
  };
}

/** Answers by the paths of a tree; below a link, by where the link leads. */
function indexTree(entries: readonly TreeEntry[], top: string) {
  const files = new Set(entries.filter(({ link }) => !link).map(({ path }) => path));
  const links = new Set(entries.filter(({ link }) => link).map(({ path }) => path));
  const folders = new Set(['']);
  for (const { path } of entries) {
    for (let folder = parentOf(path); !folders.has(folder); folder = parentOf(folder)) folders.add(folder);
  }
  const stat = (path: string, followed = 0): 'file' | 'folder' | undefined => {
    if (files.has(path)) return 'file';
    if (folders.has(path)) return 'folder';
    const link = links.size > 0 && followed < 8 ? linkAt(path) : undefined;
    if (link === undefined) return undefined;
    const target = posix.join(parentOf(link), readlinkSync(join(top, link)), path.slice(link.length));
    return stat(target.replace(/\/$/, ''), followed + 1);
  };
  return { stat: (path: string) => stat(path) };

  function linkAt(path: string): string | undefined {
    for (let place = path; place !== ''; place = parentOf(place)) if (links.has(place)) return place;
    return undefined;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** With forward slashes; nothing for what lies elsewhere. */
function pathBelow(folder: string, path: string): string | undefined {
  const inside = relative(folder, resolve(path));
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.split(sep).join('/');
}

function statDisk(path: string): 'file' | 'folder' | undefined {
  const kind = kindOf(path);
  return kind === 'other' ? 'file' : kind;
}
