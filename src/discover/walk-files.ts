import type { Dirent } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isFile, listFolder, readTextIfAny } from '../disk/read-disk.ts';
import { repositoryOf, toSlashes } from './repository.ts';

/** Folders that hold what was installed or built, never what was written. */
const skippedFolders = new Set(['node_modules', 'dist', 'build', 'vendor']);

/** A `.gitignore` and the folder it speaks for. */
interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * All files below an absolute folder, relative to it, with forward slashes, sorted. Installed and built things, hidden
 * folders (but `.vitepress`) and what `.gitignore` files of the repository name are left out.
 */
export function walkFiles(root: string): string[] {
  const files: string[] = [];
  visit(root, '', rulesAbove(root));
  return files.sort();

  /** Names are put together here: asking for each one's path relative to `root` takes longer than reading the folders. */
  function visit(folder: string, prefix: string, inherited: readonly Rules[]): void {
    const rules = withOwnRules(folder, inherited);
    for (const entry of readFolder(folder)) {
      const { name } = entry;
      if (entry.isDirectory()) {
        const path = join(folder, name);
        if (!isSkipped(name) && !isIgnored(`${path}${sep}`, rules)) visit(path, `${prefix}${name}/`, rules);
      } else if (entry.isFile() && (rules.length === 0 || !isIgnored(join(folder, name), rules))) {
        files.push(`${prefix}${name}`);
      }
    }
  }
}

/** Whether the `.gitignore` files above an absolute path name it or a folder it lies in; it need not be there. */
export function isIgnoredByGit(path: string): boolean {
  return isIgnored(path, rulesAbove(path));
}

/** The rules of the folders between the repository and `root`; outside a repository nobody above has a say. */
function rulesAbove(root: string): readonly Rules[] {
  const repository = repositoryOf(root);
  if (repository === undefined || repository === root) return [];
  const folder = dirname(root);
  return withOwnRules(folder, rulesAbove(folder));
}

function withOwnRules(folder: string, inherited: readonly Rules[]): readonly Rules[] {
  if (!isFile(join(folder, '.gitignore'))) return inherited;
  const matcher = ignore().add(readRules(join(folder, '.gitignore')));
  return [...inherited, { folder, matcher }];
}

/** As git does, it goes on without rules that it may not read. */
function readRules(path: string): string {
  return readTextIfAny(path) ?? '';
}

/** The rules nearest to the file decide, as in git. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (const { folder, matcher } of [...rules].reverse()) {
    const verdict = matcher.test(toSlashes(path.slice(folder.length + (folder.endsWith(sep) ? 0 : 1))));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** Whether a folder of this name is never looked into. */
export function isSkipped(name: string): boolean {
  return skippedFolders.has(name) || (name.startsWith('.') && name !== '.vitepress');
}

/** A folder that may not be read holds nothing for us. */
function readFolder(folder: string): readonly Dirent[] {
  try {
    return listFolder(folder);
  } catch {
    return [];
  }
}
