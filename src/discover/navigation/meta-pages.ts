import { basename, join, posix } from 'node:path';
import type { NavTarget } from '../../site/navigation.ts';
import { isPageName } from '../page-files.ts';
import { walkFiles } from '../walk-files.ts';
import { joinBelow, type NavigationSource } from './navigation-file.ts';

/** What the keys of `_meta` files can name. */
export interface NamedPages {
  isFolder(path: string): boolean;
  /** The page or folder that a key in a folder names. */
  target(folder: string, key: string): NavTarget;
}

/** Nextra 2 marks languages so: `trees.de-DE.mdx`. */
const languageSuffix = /\.[a-z]{2}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

/** A page that is code has an address, but nothing that we read. */
const codePage = /\.[jt]sx?$/;

/**
 * Below `content` and `pages`, a key is the name of a file or folder; below `app`, that of a folder with a page in it, and folders in
 * parentheses do not count. `app` beside `content` adds pages of its own (`page-map/to-page-map.ts` of nextra 4).
 */
export function namedPages(source: NavigationSource): NamedPages {
  const inApp = basename(source.root) === 'app';
  const folders = new Set(source.files.filter(isPageName).flatMap(foldersAbove));
  const codeFolders = new Set(source.files.filter((file) => codePage.test(file)).flatMap(foldersAbove));
  const names = namesOf(source.files, inApp);
  const elsewhere = inApp ? [] : appRoutes(source.project);
  return {
    isFolder: (path) => folders.has(path),
    target(folder, key) {
      const path = joinBelow(folder, key);
      const name = inApp ? withoutGroups(path) : path;
      const file = names.get(name) ?? names.get(inApp && key === 'index' ? withoutGroups(folder) : name);
      if (file !== undefined) return codePage.test(file) ? { kind: 'other' } : { kind: 'page', path: bare(file) };
      if (folders.has(path)) return { kind: 'page', path };
      const isCode = codeFolders.has(path) || elsewhere.some((route) => route === name || route.endsWith(`/${name}`));
      return isCode ? { kind: 'other' } : { kind: 'page', path };
    },
  };
}

/** By the name that keys use: the file that has it; a page that we read comes before one that is code. */
function namesOf(files: readonly string[], inApp: boolean): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const file of files) {
    if (!isPageName(file) && !codePage.test(file)) continue;
    const isPage = posix.basename(bare(file)) === 'page';
    if (inApp && !isPage) continue;
    const name = inApp ? withoutGroups(joinBelow('', posix.dirname(file))) : bare(file);
    for (const called of [name, name.replace(languageSuffix, '')]) {
      if (!names.has(called) || (called === name && isPageName(file))) names.set(called, file);
    }
  }
  return names;
}

/** The addresses of what lies below an app folder, and of the folders around them: `blog`, `blog/harvest`. */
function appRoutes(project: string): readonly string[] {
  return ['app', 'src/app'].flatMap((folder) =>
    walkFiles(join(project, folder))
      .filter((file) => /(?:^|\/)page\.(?:mdx?|[jt]sx?)$/.test(file))
      .flatMap((file) => foldersAbove(withoutGroups(file))),
  );
}

function withoutGroups(path: string): string {
  return path
    .split('/')
    .filter((segment) => !/^\(.*\)$/.test(segment))
    .join('/');
}

function bare(file: string): string {
  return file.replace(/\.(?:mdx?|[jt]sx?)$/, '');
}

/** The folders around a file. */
function foldersAbove(file: string): readonly string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
