import { basename, join, posix } from 'node:path';
import type { Address } from './parse-address.ts';
import { canonicalUrl, folderOf, joinUrl, type PlacedPage, routerOf, type SiteIndex } from './site-index.ts';

type LocalAddress = Extract<Address, { kind: 'local' }>;

/** A link and all that is needed to follow it. */
export interface Route {
  readonly address: LocalAddress;
  readonly source: PlacedPage;
  readonly index: SiteIndex;
}

/** How the project is known to read the link; absolute links are read in one way everywhere. */
export function readingOf({ address, source }: Route): 'file' | 'url' | undefined {
  if (address.path.startsWith('/')) return undefined;
  return routerOf(source)?.reading?.(address.path, source.root.facts ?? {});
}

/** The page whose file the link names: from the page's own folder, the docs root or the project. */
export function fileNamed({ address: { path }, source, index }: Route): PlacedPage | undefined {
  if (!/\.mdx?$/.test(path)) return undefined;
  const { root, project } = source.root;
  const folders = path.startsWith('/')
    ? [project, root]
    : /^\.{1,2}\//.test(path)
      ? [folderOf(source)]
      : [folderOf(source), root, project];
  return folders.map((folder) => index.byPath.get(join(folder, path))).find((page) => page !== undefined);
}

/** The browser joins the link to the page's own address, which ends with a slash where the project says so. */
export function browsedUrl({ address, source }: Route): string {
  const own = source.url ?? '/';
  const slashed = source.root.facts?.options?.trailingSlash === true;
  return canonicalUrl(posix.join(slashed ? own : posix.dirname(own), address.path));
}

export function pagesAsBrowsed(route: Route): readonly PlacedPage[] {
  const page = pageAt(browsedUrl(route), route.source, route.index);
  return page ? [page] : [];
}

/** The page that was surely meant by a link which the framework reads in another way: a file name, or a path from the file's folder. */
export function meantPage(route: Route): PlacedPage | undefined {
  const { source, index } = route;
  return (
    fileNamed(route) ??
    urlsOf(route)
      .map((url) => pageAt(url, source, index))
      .find((page) => page !== undefined)
  );
}

/** The URL paths which a link may mean, without trailing slash; the browser's reading first. */
export function urlsOf({ address, source }: Route): readonly string[] {
  const path = address.path.startsWith('/') ? address.path : undefined;
  const readings =
    path === undefined ? relativeReadings(address.path.replace(/\.mdx?$/, ''), source) : [posix.normalize(path)];
  return [...new Set(readings.map(canonicalUrl))];
}

function relativeReadings(path: string, source: PlacedPage): readonly string[] {
  const own = source.url ?? '/';
  const readings = [posix.join(posix.dirname(own), path)];
  const below = posix.join(posix.dirname(source.translation?.bare ?? source.below), path);
  const route = below.startsWith('..')
    ? undefined
    : routerOf(source)?.route(`${below.replace(/\/$/, '')}.mdx`, {
        folder: basename(source.root.root),
        frontmatter: {},
        project: source.root.facts ?? {},
      });
  if (route !== undefined) readings.push(joinUrl(source.root.baseUrl, below === '.' ? '' : route));
  return readings;
}

/** With `trailingSlash`, the page itself is the folder; nobody is held to that reading when nothing is found. */
export function urlBelowPage({ address, source }: Route): readonly string[] {
  if (address.path.startsWith('/') || source.url === undefined) return [];
  return [canonicalUrl(posix.join(source.url, address.path))];
}

export function pageAt(url: string, source: PlacedPage, index: SiteIndex): PlacedPage | undefined {
  const [, first = '', rest = ''] = /^\/([^/]+)(\/.*)?$/.exec(url) ?? [];
  const pages = index.byUrl.get(url);
  if (pages) return ofLocale(pages, source.translation?.locale);
  const localized = index.locales.has(first) ? index.byUrl.get(rest || '/') : undefined;
  return localized ? ofLocale(localized, first) : pageBelowBase(url, source, index);
}

/** Frameworks that know no languages serve a folder called `de` below the base URL, as any other. */
function pageBelowBase(url: string, { root }: PlacedPage, index: SiteIndex): PlacedPage | undefined {
  if (root.baseUrl === '' || !url.startsWith(`${root.baseUrl}/`)) return undefined;
  const [, first = '', rest = ''] = /^\/([^/]+)(\/.*)?$/.exec(url.slice(root.baseUrl.length)) ?? [];
  const localized = index.locales.has(first) ? index.byUrl.get(root.baseUrl + rest) : undefined;
  return localized && ofLocale(localized, first);
}

/** The page in a language, else the original. */
function ofLocale(pages: readonly PlacedPage[], locale: string | undefined): PlacedPage | undefined {
  const same = pages.find((page) => page.translation?.locale === locale);
  return same ?? pages.find((page) => page.translation === undefined) ?? pages[0];
}
