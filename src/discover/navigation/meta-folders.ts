import { posix } from 'node:path';
import type { NavTarget } from '../../site/navigation.ts';
import { isPageName } from '../page-files.ts';
import { joinBelow } from './navigation-file.ts';

/** A language as Fumadocs' files and folders name it: `de`, `pt-br`, `zh-Hans`. */
const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i;

/** The folders of pages below a docs root, and what naming one of them puts into the navigation. */
export interface MetaFolders {
  isFolder(path: string): boolean;
  /** Whether the folder's own `meta.json` says which pages there are. */
  isListed(path: string): boolean;
  /** Whether there is a page, in any language; `path` may leave its extension out. */
  hasPage(path: string): boolean;
  /** A page that this language lacks is shown in another, where languages have folders: `en/trees` for `de/trees`. */
  inOtherLanguage(path: string): string | undefined;
  /**
   * All that is listed where nothing is said: the whole folder, or, where folders in it have lists of their own, what is beside them;
   * those speak for themselves.
   */
  everythingIn(folder: string): readonly NavTarget[];
}

interface Children {
  readonly pages: Set<string>;
  readonly folders: Set<string>;
}

/** `listed` are the folders whose `meta.json` says which pages there are. */
export function metaFolders(files: readonly string[], listed: ReadonlySet<string>): MetaFolders {
  const children = childrenByFolder(files);
  const pages = new Set([...children.values()].flatMap((folder) => [...folder.pages].flatMap(namesOf)));
  const hasPage = (path: string) => pages.has(withoutExtension(path));
  const languages = [...(children.get('')?.folders ?? [])].filter((folder) => language.test(folder));
  const holdsLists = new Set([...listed].flatMap(foldersAbove));

  function everythingIn(folder: string): readonly NavTarget[] {
    const held = children.get(folder);
    if (!held || !holdsLists.has(folder)) return [{ kind: 'folder', path: folder }];
    const own = [...held.pages].map((path): NavTarget => ({ kind: 'page', path }));
    const inner = [...held.folders].flatMap((path): readonly NavTarget[] =>
      listed.has(path) ? [{ kind: 'page', path }] : everythingIn(path),
    );
    return [...own, ...inner];
  }

  return {
    isFolder: (path) => children.has(path),
    isListed: (path) => listed.has(path),
    hasPage,
    inOtherLanguage(path) {
      const [own = '', ...rest] = path.split('/');
      if (!languages.includes(own)) return undefined;
      return languages.map((other) => posix.join(other, ...rest)).find(hasPage);
    },
    everythingIn,
  };
}

function childrenByFolder(files: readonly string[]): ReadonlyMap<string, Children> {
  const byFolder = new Map<string, Children>([['', { pages: new Set(), folders: new Set() }]]);
  const childrenOf = (folder: string): Children => {
    const known = byFolder.get(folder);
    if (known) return known;
    const made: Children = { pages: new Set(), folders: new Set() };
    byFolder.set(folder, made);
    childrenOf(folderOf(folder)).folders.add(folder);
    return made;
  };
  for (const file of files) if (isPageName(file)) childrenOf(folderOf(file)).pages.add(withoutExtension(file));
  return byFolder;
}

function withoutExtension(file: string): string {
  return file.replace(/\.mdx?$/, '');
}

/** `guides/trees.de` is `guides/trees` in another language, or has a dot in its name. */
function namesOf(page: string): readonly string[] {
  const suffix = posix.extname(page);
  return language.test(suffix.slice(1)) ? [page, page.slice(0, -suffix.length)] : [page];
}

function folderOf(path: string): string {
  return joinBelow('', posix.dirname(path));
}

/** The folders around a folder, '' for the root. */
function foldersAbove(folder: string): readonly string[] {
  if (folder === '') return [];
  const parent = folderOf(folder);
  return [parent, ...foldersAbove(parent)];
}
