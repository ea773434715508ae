import { basename, join, posix } from 'node:path';
import { findNearest, type Likeness } from './nearest.ts';
import type { Address } from './parse-address.ts';
import { isRedirected } from './redirects.ts';
import type { LinkTarget } from './site.ts';
import {
  canonicalUrl,
  displayPath,
  folderOf,
  isNamedInFrontmatter,
  joinUrl,
  type PlacedPage,
  routerOf,
  type SiteIndex,
} from './site-index.ts';

type LocalAddress = Extract<Address, { kind: 'local' }>;

/** A link and all that is needed to follow it. */
interface Route {
  readonly address: LocalAddress;
  readonly source: PlacedPage;
  readonly index: SiteIndex;
}

/**
 * Links that are URLs: joined to the page's own URL by the browser, or taken as files by the framework's link component.
 * Both readings count, with and without a trailing slash of the page. Several pages may be found then: all are given.
 */
export function findRoutedPages(route: Route): readonly PlacedPage[] {
  const { source, index } = route;
  const reading = readingOf(route);
  if (reading === 'file') {
    const file = fileNamed(route);
    return file ? [file] : [];
  }
  if (reading === 'url') return pagesAsBrowsed(route);
  const file = fileNamed(route);
  if (file) return [file];
  const hits = [...urlsOf(route), ...urlBelowPage(route)].flatMap((url) => pageAt(url, source, index) ?? []);
  return [...new Set(hits)];
}

/** How the project is known to read the link; absolute links are read in one way everywhere. */
function readingOf({ address, source }: Route): 'file' | 'url' | undefined {
  if (address.path.startsWith('/')) return undefined;
  return routerOf(source)?.reading?.(address.path, source.root.facts ?? {});
}

function fileNamed({ address, source, index }: Route): PlacedPage | undefined {
  if (!/\.mdx?$/.test(address.path) || address.path.startsWith('/')) return undefined;
  return index.byPath.get(join(folderOf(source), address.path));
}

/** The browser joins the link to the page's own address, which ends with a slash where the project says so. */
function browsedUrl({ address, source }: Route): string {
  const own = source.url ?? '/';
  const slashed = source.root.facts?.options?.trailingSlash === true;
  return canonicalUrl(posix.join(slashed ? own : posix.dirname(own), address.path));
}

function pagesAsBrowsed(route: Route): readonly PlacedPage[] {
  const page = pageAt(browsedUrl(route), route.source, route.index);
  return page ? [page] : [];
}

/** The page that was surely meant by a link which the framework reads in another way: a file name, or a path from the file's folder. */
function meantPage(route: Route): PlacedPage | undefined {
  const { source, index } = route;
  return (
    fileNamed(route) ??
    urlsOf(route)
      .map((url) => pageAt(url, source, index))
      .find((page) => page !== undefined)
  );
}

/** What to say of a link under which `findRoutedPages` found nothing. Only what can be nowhere is dead. */
export function judgeRoute(route: Route): LinkTarget {
  const { address, source, index } = route;
  const reading = readingOf(route);
  const meant = reading && meantPage(route);
  if (meant?.url !== undefined) {
    const reason = `no page has the address \`${browsedUrl(route)}\`, where browsers find it from \`${source.url}\``;
    return { status: 'dead', reason, nearest: [meant.url], rewrite: meant.url + address.suffix };
  }
  const asset = assetPlaces(address, source).find((place) => index.files.stat(place) === 'file');
  if (asset !== undefined) return { status: 'asset', file: displayPath(asset, index.cwd) };
  const urls = reading ? [browsedUrl(route)] : urlsOf(route);
  const near = nearestRoutes(urls, route);
  const doubt = doubtOf(urls, near.nearest.length > 0, route);
  if (doubt !== undefined) return { status: 'unverifiable', reason: doubt };
  return {
    status: 'dead',
    reason: `no page has the address \`${urls[0]}\``,
    nearest: near.nearest.length > 0 ? near.nearest : movedRoutes(urls[0] ?? '', route),
    ...(near.only !== undefined && { rewrite: near.only + address.suffix }),
  };
}

/** Why a link under which no page was found may still work. */
function doubtOf(urls: readonly string[], hasNear: boolean, { address, source, index }: Route): string | undefined {
  const roots = index.routedRoots;
  if (/\.(?!mdx?$)[a-z][a-z0-9]{0,8}$/i.test(address.path)) return 'only the running site knows which files it serves';
  if (!urls.every((url) => roots.some((root) => isBelow(url, root.baseUrl)))) return 'it leaves the docs';
  const patterns = roots.flatMap((root) => root.redirects ?? []);
  if (urls.some((url) => isRedirected(url, patterns))) return 'it is redirected';
  if (urls.some((url) => isNamedInFrontmatter(posix.basename(url), index)))
    return 'a page chooses this name for itself';
  if (routerOf(source)?.folderPages && urls.some((url) => holdsPages(url, index)))
    return 'the index of its folder may be generated';
  if (urls.some((url) => isIgnoredPage(url, source, index))) return 'git ignores the page, so it may be generated';
  if (!hasNear && !urls.every((url) => isKnownFolder(posix.dirname(url), index))) return 'its folder may be generated';
  return undefined;
}

/** The URL paths which a link may mean, without trailing slash; the browser's reading first. */
function urlsOf({ address, source }: Route): readonly string[] {
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
function urlBelowPage({ address, source }: Route): readonly string[] {
  if (address.path.startsWith('/') || source.url === undefined) return [];
  return [canonicalUrl(posix.join(source.url, address.path))];
}

function pageAt(url: string, source: PlacedPage, index: SiteIndex): PlacedPage | undefined {
  const [, first = '', rest = ''] = /^\/([^/]+)(\/.*)?$/.exec(url) ?? [];
  const pages = index.byUrl.get(url);
  if (pages) return ofLocale(pages, source.translation?.locale);
  const localized = index.locales.has(first) ? index.byUrl.get(rest || '/') : undefined;
  return localized && ofLocale(localized, first);
}

/** The page in a language, else the original. */
function ofLocale(pages: readonly PlacedPage[], locale: string | undefined): PlacedPage | undefined {
  const same = pages.find((page) => page.translation?.locale === locale);
  return same ?? pages.find((page) => page.translation === undefined) ?? pages[0];
}

function assetPlaces(address: LocalAddress, source: PlacedPage): readonly string[] {
  const { path } = address;
  if (!path.startsWith('/')) return [join(folderOf(source), path)];
  const { project, root } = source.root;
  return [join(project, 'public', path), join(project, 'static', path), join(project, path), join(root, path)];
}

/** A folder with pages of its own is written by hand; below a base URL of '' the top belongs to the whole app. */
function isKnownFolder(folder: string, index: SiteIndex): boolean {
  if (folder === '/') return false;
  return index.folders.has(folder) || index.routedRoots.some((root) => root.baseUrl === folder);
}

function holdsPages(url: string, { folders }: SiteIndex): boolean {
  return folders.has(url) || [...folders].some((folder) => folder.startsWith(`${url}/`));
}

function isIgnoredPage(url: string, { root }: PlacedPage, index: SiteIndex): boolean {
  const below = url.slice(root.baseUrl.length);
  return ['', '.mdx', '/index.mdx'].some((ending) => index.files.isIgnored(join(root.root, below + ending)));
}

function nearestRoutes(urls: readonly string[], { address, source, index }: Route): Likeness {
  const known = [...index.byUrl.keys()];
  const spell = (url: string) => spelling(url, address.path, source);
  const found = urls.map((url) => findNearest(url, known)).find((likeness) => likeness.nearest.length > 0);
  if (!found) return { nearest: [] };
  return { nearest: found.nearest.map(spell), ...(found.only !== undefined && { only: spell(found.only) }) };
}

/** A page of the same name in another folder may be the one, but that is not certain. */
function movedRoutes(url: string, { address, source, index }: Route): readonly string[] {
  const name = posix.basename(url);
  const moved = [...index.byUrl.keys()].filter((known) => posix.basename(known) === name);
  return moved.slice(0, 3).map((known) => spelling(known, address.path, source));
}

/** As the link spells it: absolute stays absolute, relative stays relative where both readings agree. */
function spelling(url: string, written: string, source: PlacedPage): string {
  const isIndex = /(?:^|\/)index\.mdx?$/.test(source.below);
  if (written.startsWith('/') || isIndex || /\.mdx?$/.test(written)) return url;
  const path = posix.relative(posix.dirname(source.url ?? '/'), url) || '.';
  return written.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
}

function isBelow(url: string, baseUrl: string): boolean {
  return baseUrl === '' || url === baseUrl || url.startsWith(`${baseUrl}/`);
}
