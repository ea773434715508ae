import { join, posix, relative } from 'node:path';
import { assetPlaces, lostAsset } from './assets.ts';
import type { Likeness } from './nearest.ts';
import {
  browsedUrl,
  fileNamed,
  meantPage,
  pageAt,
  pagesAsBrowsed,
  type Route,
  readingOf,
  urlBelowPage,
  urlsOf,
} from './route.ts';
import { doubtOf } from './route-doubts.ts';
import type { LinkTarget } from './site.ts';
import { displayPath, folderOf, type PlacedPage } from './site-index.ts';

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
  return hits.length > 0 ? [...new Set(hits)] : redirectedPages(route);
}

/** Where the redirect of a link leads; a chain of them is as short as its reader's patience. */
function redirectedPages(route: Route): readonly PlacedPage[] {
  const { source, index } = route;
  for (const start of urlsOf(route)) {
    let url: string | undefined = start;
    for (let step = 0; step < 5 && url !== undefined; step++) {
      url = index.destinations.get(url);
      const page = url === undefined ? undefined : pageAt(url, source, index);
      if (page) return [page];
    }
  }
  return [];
}

/** What to say of a link under which `findRoutedPages` found nothing. Only what can be nowhere is dead. */
export function judgeRoute(route: Route): LinkTarget {
  const { address, index } = route;
  const reading = readingOf(route);
  const meant = reading && meantPage(route);
  if (meant?.url !== undefined) {
    const { reason, rewrite } = misread(reading, meant, route);
    return { status: 'dead', reason, nearest: [rewrite], rewrite: rewrite + address.suffix };
  }
  const asset = assetPlaces(route).find((place) => index.files.stat(place) === 'file');
  if (asset !== undefined) return { status: 'asset', file: displayPath(asset, index.cwd) };
  const urls = reading === 'url' ? [browsedUrl(route)] : urlsOf(route);
  if (urls.some((url) => index.generated.has(url))) return { status: 'generated' };
  const lost = lostAsset(route);
  if (lost !== undefined)
    return { status: 'dead', reason: `there is no file \`${displayPath(lost, index.cwd)}\``, nearest: [] };
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

/** What is said of a link that names a page in a way in which the framework does not read it, and what to write. */
function misread(
  reading: 'file' | 'url' | undefined,
  meant: PlacedPage,
  route: Route,
): { reason: string; rewrite: string } {
  const { address, source, index } = route;
  if (reading === 'url') {
    const reason = `no page has the address \`${browsedUrl(route)}\`, where browsers find it from \`${source.url}\``;
    return { reason, rewrite: meant.url ?? '' };
  }
  const reason = `there is no file \`${displayPath(join(folderOf(source), address.path), index.cwd)}\``;
  const file = relative(folderOf(source), meant.path).replaceAll('\\', '/');
  return { reason, rewrite: file.startsWith('.') ? file : `./${file}` };
}

function nearestRoutes(urls: readonly string[], { address, source, index }: Route): Likeness {
  const spell = (url: string) => spelling(url, address.path, source);
  const found = urls.map(index.likeUrl).find((likeness) => likeness.nearest.length > 0);
  if (!found) return { nearest: [] };
  return { nearest: found.nearest.map(spell), ...(found.only !== undefined && { only: spell(found.only) }) };
}

/** A page of the same name in another folder may be the one, but that is not certain. */
function movedRoutes(url: string, { address, source, index }: Route): readonly string[] {
  // A number that sorts files has no part in most addresses.
  const name = posix.basename(url).replace(/^\d+[-_.]+(?=\D)/, '');
  return index
    .urlsCalled(name)
    .slice(0, 3)
    .map((known) => spelling(known, address.path, source));
}

/** As the link spells it: absolute stays absolute, relative stays relative where both readings agree. */
function spelling(url: string, written: string, source: PlacedPage): string {
  const isIndex = /(?:^|\/)index\.mdx?$/.test(source.below);
  if (written.startsWith('/') || isIndex || /\.mdx?$/.test(written)) return url;
  const path = posix.relative(posix.dirname(source.url ?? '/'), url) || '.';
  return written.startsWith('./') && !path.startsWith('.') ? `./${path}` : path;
}
