import { dirname, join, posix, relative, resolve } from 'node:path';
import { frameworkOf } from '../frameworks/index.ts';
import type { NavEntry, Navigation } from './navigation.ts';
import { findNearest, type Likeness } from './nearest.ts';
import type { LinkTarget, MissingNavPage, SiteRoot } from './site.ts';
import { displayPath, type PlacedPage, type SiteIndex } from './site-index.ts';

/** A docs root with its navigation and its pages. */
interface Place {
  readonly root: SiteRoot;
  readonly navigation: Navigation;
  readonly pages: readonly PlacedPage[];
  /** By path below the root, without extension; an index is there under its folder's name too. */
  readonly byName: ReadonlyMap<string, PlacedPage>;
  readonly byId: ReadonlyMap<string, PlacedPage>;
  readonly index: SiteIndex;
}

type Follow = (url: string, root: SiteRoot) => LinkTarget;

/** The entries of navigation files that name a page which is not there. */
export function findMissingNavPages(roots: readonly SiteRoot[], index: SiteIndex, follow: Follow): MissingNavPage[] {
  return placesOf(roots, index).flatMap((place) =>
    place.navigation.entries.flatMap((entry) => {
      const nearest = nearestIfMissing(entry, place, follow);
      if (!nearest) return [];
      const at = { file: displayPath(entry.file, index.cwd), span: entry.span };
      const { only } = nearest;
      // A page that the navigation names already is not named twice.
      const isNamed = only !== undefined && place.navigation.entries.some(({ text }) => text === only);
      return [{ ...at, text: entry.text, nearest: nearest.nearest, ...(only !== undefined && !isNamed && { only }) }];
    }),
  );
}

/** The pages which no navigation names and to which no page leads. `linked` are the files that links lead to. */
export function findOrphans(
  roots: readonly SiteRoot[],
  index: SiteIndex,
  linked: () => ReadonlySet<string>,
): { readonly file: string; readonly navigation: string }[] {
  return placesOf(roots, index).flatMap((place) => {
    const { navigation, root, pages } = place;
    const [first] = navigation.entries;
    if (!first || navigation.open !== undefined || frameworkOf(root.framework).listsAll === true) return [];
    const named = coverage(place);
    const shown = pages.filter((page) => !isMeantToBeHidden(page, place));
    const unnamed = shown.filter((page) => !named(page));
    // A navigation that names few of the pages is no list of all of them.
    if (unnamed.length * 2 > shown.length) return [];
    const reached = unnamed.length > 0 ? linked() : new Set();
    return unnamed
      .filter(({ page }) => !reached.has(page.file))
      .map(({ page, below }) => {
        const nearby = navigation.entries.find(
          (entry) => relative(dirname(entry.file), join(root.root, below)).split('/').length === 1,
        );
        return { file: page.file, navigation: displayPath((nearby ?? first).file, index.cwd) };
      });
  });
}

function placesOf(roots: readonly SiteRoot[], index: SiteIndex): Place[] {
  return roots.flatMap((root) => {
    const { navigation } = root;
    if (!navigation) return [];
    const pages = [...index.byFile.values()].filter((page) => page.root === root && !page.snippet);
    const byName = new Map<string, PlacedPage>();
    for (const page of pages) {
      for (const name of namesOf(page.below)) byName.set(name, byName.get(name) ?? page);
    }
    const byId = new Map(pages.flatMap((page) => idsOf(page).map((id) => [id, page] as const)));
    return [{ root, navigation, pages, byName, byId, index }];
  });
}

/** `guides/index.mdx` is `guides/index` and `guides`; `crawl.de.mdx` is `crawl` too. */
function namesOf(below: string): string[] {
  const name = below.replace(/\.mdx?$/, '');
  const folder = /^(?:(.*)\/)?(?:index|readme)$/i.exec(name);
  return [name, name.replace(/\.[a-z]{2}(?:-\w{2,4})?$/i, ''), below, ...(folder ? [folder[1] ?? ''] : [])];
}

/** After `processDocMetadata` of plugin-content-docs: folders without numbers, then the `id` or the name without its number. */
function idsOf({ below, page }: PlacedPage): string[] {
  const segments = below
    .replace(/\.mdx?$/, '')
    .split('/')
    .map(withoutNumber);
  const { id } = page.frontmatter ?? {};
  if (typeof id === 'string') segments[segments.length - 1] = id;
  return [segments.join('/')];
}

function withoutNumber(segment: string): string {
  return /^\d+[-_.]\d+/.test(segment) ? segment : segment.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '');
}

/** Nothing where the entry leads to something, or where nobody can tell. */
function nearestIfMissing(entry: NavEntry, place: Place, follow: Follow): Likeness | undefined {
  const { target } = entry;
  switch (target.kind) {
    case 'page':
      return findPage(target.path, place) ? undefined : nearestNames(target.path, entry, place);
    case 'folder':
      return target.path === '' || isFolder(target.path, place) ? undefined : { nearest: [] };
    case 'id':
      return place.byId.has(target.id) || isVersioned(place) ? undefined : findNearest(target.id, place.byId.keys());
    case 'url': {
      const found = follow(target.url, place.root);
      return found.status === 'dead' ? { nearest: found.nearest } : undefined;
    }
    default:
      return undefined;
  }
}

/** Ids of a sidebar may belong to another version's folder, which is not among the pages. */
function isVersioned({ root, index }: Place): boolean {
  return index.files.stat(join(root.project, 'versions.json')) !== undefined;
}

function findPage(path: string, place: Place): boolean {
  const name = posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');
  if (place.byName.has(name) || isFolder(name, place)) return true;
  const { root, index, navigation } = place;
  if (navigation.generated.some((folder) => name === folder || name.startsWith(`${folder}/`))) return true;
  return ['', '.mdx', '.md', '/index.mdx', '/index.md'].some((ending) => {
    const file = resolve(root.root, name + ending);
    return index.files.stat(file) !== undefined || index.files.isIgnored(file);
  });
}

function isFolder(path: string, { root, index, pages }: Place): boolean {
  if (pages.some(({ below }) => below.startsWith(`${path}/`))) return true;
  const folder = join(root.root, path);
  return index.files.stat(folder) === 'folder' || index.files.isIgnored(folder);
}

/** Names as the entry's file spells them: from its own folder, where that is one of pages. */
function nearestNames(path: string, { text, file }: NavEntry, { byName, root }: Place): Likeness {
  const folder = relative(root.root, dirname(file)).replaceAll('\\', '/');
  const isInside = folder !== '..' && !folder.startsWith('../');
  const spell = (name: string) => {
    if (text.startsWith('/')) return `/${name}`;
    return isInside ? posix.relative(folder, name) : name;
  };
  const { nearest, only } = findNearest(path, byName.keys());
  if (nearest.length > 0) return { nearest: nearest.map(spell), ...(only !== undefined && { only: spell(only) }) };
  const base = posix.basename(path);
  const moved = [...byName.keys()].filter((name) => posix.basename(name) === base);
  return { nearest: moved.slice(0, 3).map(spell) };
}

/** Whether a page is in the navigation: named itself, or below a folder that is and that has no navigation file of its own. */
function coverage({ navigation, root, byName, byId }: Place): (page: PlacedPage) => boolean {
  const own = new Set(navigation.entries.map(({ file }) => relative(root.root, dirname(file)).replaceAll('\\', '/')));
  const covered = new Set<PlacedPage>();
  const folders: { readonly path: string; readonly from: string }[] =
    own.has('') || !isPerFolder(own) ? [] : [{ path: '', from: '' }];
  for (const { target, file } of navigation.entries) {
    const from = relative(root.root, dirname(file)).replaceAll('\\', '/');
    if (target.kind === 'id') addTo(covered, byId.get(target.id));
    if (target.kind === 'url') addTo(covered, byName.get(target.url.replace(/^\//, '').replace(/[?#].*$/, '')));
    if (target.kind === 'page' || target.kind === 'excluded') addTo(covered, byName.get(target.path));
    if (target.kind === 'page' || target.kind === 'folder') folders.push({ path: target.path, from });
  }
  return (page) => {
    if (covered.has(page) || namesOf(page.below).some((name) => covered.has(byName.get(name) ?? page))) return true;
    return folders.some(({ path, from }) => {
      if (path !== '' && !page.below.startsWith(`${path}/`)) return false;
      return ![...own].some(
        (folder) => folder !== from && isWithin(folder, path) && page.below.startsWith(`${folder}/`),
      );
    });
  };
}

/** Fumadocs and Nextra keep a file in each folder; others keep one above the docs. */
function isPerFolder(folders: ReadonlySet<string>): boolean {
  return [...folders].every((folder) => !folder.startsWith('..'));
}

function isWithin(folder: string, outer: string): boolean {
  return outer === '' ? folder !== '' : folder === outer || folder.startsWith(`${outer}/`);
}

function addTo(set: Set<PlacedPage>, page: PlacedPage | undefined): void {
  if (page) set.add(page);
}

/** The front page, drafts, and what a page says of itself: `hidden`, `unlisted`, `noindex`. */
function isMeantToBeHidden({ below, page, url, translation }: PlacedPage, { root }: Place): boolean {
  if (page.failure || url === undefined || (translation && translation.original !== below)) return true;
  if (url === (root.baseUrl || '/') || /^(?:index|readme|404|_.*)\.mdx?$/i.test(below)) return true;
  const { frontmatter = {} } = page;
  const { sidebar } = frontmatter;
  const hides = typeof sidebar === 'object' && sidebar !== null && 'hidden' in sidebar && sidebar.hidden === true;
  return (
    hides || ['draft', 'hidden', 'unlisted', 'noindex', 'displayed_sidebar'].some((key) => Boolean(frontmatter[key]))
  );
}
