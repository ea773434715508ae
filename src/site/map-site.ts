import { join } from 'node:path';
import { frameworkOf } from '../frameworks/index.ts';
import { findFragmentOn } from './anchors.ts';
import { findMissingNavPages, findOrphans } from './check-navigation.ts';
import { once } from './once.ts';
import { type Address, parseAddress } from './parse-address.ts';
import { resolveFileLink } from './resolve-file-link.ts';
import { findRoutedPages, judgeRoute } from './resolve-route-link.ts';
import type { FragmentTarget, LinkTarget, Site, SiteInput, SiteRoot } from './site.ts';
import { displayPath, indexSite, type PlacedPage, routerOf, type SiteIndex } from './site-index.ts';

/**
 * Learns from all pages of a run where links can lead. The file system is asked through `input.files` only, for files
 * that are no pages.
 */
export function mapSite(input: SiteInput): Site {
  const index = indexSite(input);
  const resolved = new Map<string, Map<string, LinkTarget>>();
  const fragments = new Map<string, Map<string, FragmentTarget>>();
  const resolve = (url: string, from: string): LinkTarget =>
    remember(resolved, from, url, () => resolveLink(url, index.byFile.get(from), index));
  const linked = once(() => linkedFiles(index, resolve));
  const fronts = once(() => frontPages(index));
  return {
    resolve,
    findFragment: (file, fragment) =>
      remember(fragments, file, fragment, () => {
        const page = index.byFile.get(file);
        return page
          ? findFragmentOn(page, fragment, index)
          : { status: 'unverifiable', reason: 'the page is not known' };
      }),
    originalOf(file) {
      const page = index.byFile.get(file);
      return page?.translation ? displayPath(join(page.root.root, page.translation.original), index.cwd) : file;
    },
    addressOf(file) {
      const page = index.byFile.get(file);
      if (page?.url === undefined) return undefined;
      const { translation, root, url } = page;
      return routerOf(page)?.localize?.(url, translation?.locale, root.facts ?? {}) ?? url;
    },
    missingNavPages: () =>
      findMissingNavPages(input.roots, index, (url, root) => resolveFromRoot(url, fronts().get(root), index)),
    orphans: () => findOrphans(input.roots, index, linked),
  };
}

/** Rules and counts ask for the same links. */
function remember<Value>(
  known: Map<string, Map<string, Value>>,
  file: string,
  asked: string,
  find: () => Value,
): Value {
  let ofFile = known.get(file);
  if (ofFile === undefined) {
    ofFile = new Map();
    known.set(file, ofFile);
  }
  let value = ofFile.get(asked);
  if (value === undefined) {
    value = find();
    ofFile.set(asked, value);
  }
  return value;
}

function resolveLink(url: string, source: PlacedPage | undefined, index: SiteIndex): LinkTarget {
  const address = parseAddress(url);
  if (address.kind === 'external') return { status: 'external' };
  if (address.kind === 'open') return { status: 'unverifiable', reason: 'it holds a placeholder' };
  if (!source) return { status: 'unverifiable', reason: 'the page it stands on is not known' };
  if (source.snippet && !address.path.startsWith('/')) {
    return { status: 'unverifiable', reason: 'it is relative to whichever page renders the snippet' };
  }
  if (address.path === '') return { status: 'page', file: source.page.file, ...fragmentOf(address) };
  const router = routerOf(source);
  const isLenient = frameworkOf(source.root.framework).isLenient === true;
  if (!router) return { status: 'unverifiable', reason: `the routes of ${source.root.framework} are not known yet` };
  const target =
    router.relative === 'file' ? resolveFileLink(address, source, index) : resolveRoute(address, source, index);
  return isLenient && target.status === 'dead'
    ? { status: 'unverifiable', reason: 'the framework of the site is not known' }
    : target;
}

function resolveRoute(address: LocalAddress, source: PlacedPage, index: SiteIndex): LinkTarget {
  const pages = findRoutedPages({ address, source, index });
  const [first] = pages;
  if (!first) return judgeRoute({ address, source, index });
  const { fragment } = address;
  if (pages.length === 1 || fragment === undefined)
    return { status: 'page', file: first.page.file, ...fragmentOf(address) };
  const fitting = pages.find((page) => findFragmentOn(page, fragment, index).status === 'found');
  if (fitting) return { status: 'page', file: fitting.page.file, fragment };
  return { status: 'unverifiable', reason: 'it can be read in two ways' };
}

/** A link of a navigation file is read as from the front page. */
function resolveFromRoot(url: string, front: PlacedPage | undefined, index: SiteIndex): LinkTarget {
  if (!url.startsWith('/')) return { status: 'unverifiable', reason: 'it is relative to the page that shows it' };
  return resolveLink(url, front, index);
}

/** The first page of each docs root. */
function frontPages(index: SiteIndex): ReadonlyMap<SiteRoot, PlacedPage> {
  const fronts = new Map<SiteRoot, PlacedPage>();
  for (const page of index.byFile.values()) {
    if (!page.snippet && !fronts.has(page.root)) fronts.set(page.root, page);
  }
  return fronts;
}

/** The files that links of other pages lead to. */
function linkedFiles(index: SiteIndex, resolve: (url: string, from: string) => LinkTarget): ReadonlySet<string> {
  const linked = new Set<string>();
  for (const { page } of index.byFile.values()) {
    for (const { url } of page.links) {
      const target = resolve(url, page.file);
      if (target.status === 'page' && target.file !== page.file) linked.add(target.file);
    }
  }
  return linked;
}

type LocalAddress = Extract<Address, { kind: 'local' }>;

function fragmentOf({ fragment }: LocalAddress): { readonly fragment?: string } {
  return fragment === undefined ? {} : { fragment };
}
