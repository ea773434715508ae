import { dirname, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Router } from '../frameworks/framework.ts';
import { frameworkOf } from '../frameworks/index.ts';
import type { Page } from '../model.ts';
import { type Likeness, likenessesOf } from './nearest.ts';
import { once } from './once.ts';
import type { SiteFiles, SiteInput, SiteRoot } from './site.ts';
import { findTranslations, type Translation } from './translations.ts';

/** A page with all that is known of its place in the site. */
export interface PlacedPage {
  readonly page: Page;
  readonly root: SiteRoot;
  /** A part of pages without an address of its own. */
  readonly snippet: boolean;
  /** Absolute. */
  readonly path: string;
  /** Below the docs root, with forward slashes. */
  readonly below: string;
  readonly translation?: Translation;
  /** The path of its URL without locale and trailing slash; absent where it has no route, or none we know. */
  readonly url?: string;
}

/** The pages of a run by all names under which links may ask for them. */
export interface SiteIndex {
  readonly cwd: string;
  readonly files: SiteFiles;
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
  readonly byFile: ReadonlyMap<string, PlacedPage>;
  readonly byPath: ReadonlyMap<string, PlacedPage>;
  /** Several pages have one URL where they are translations of one another. */
  readonly byUrl: ReadonlyMap<string, readonly PlacedPage[]>;
  /** URLs of folders that directly hold a page besides their index. */
  readonly folders: ReadonlySet<string>;
  readonly locales: ReadonlySet<string>;
  /** Addresses of pages that frameworks make of operations. */
  readonly generated: ReadonlySet<string>;
  /** Where addresses lead that are redirected to one other. */
  readonly destinations: ReadonlyMap<string, string>;
  /** What pages call themselves in their front matter, the last segment alone. */
  readonly ownNames: ReadonlySet<string>;
  /** Which addresses are like another. */
  readonly likeUrl: (url: string) => Likeness;
  /** The addresses whose last segment is a name. */
  readonly urlsCalled: (name: string) => readonly string[];
  /** The same for absolute paths. */
  readonly filesCalled: (name: string) => readonly string[];
  /** Which files are like another: by path, with or without extension. */
  readonly likeFile: (path: string, hasExtension: boolean) => Likeness;
  /** The docs roots whose pages have URLs we know. */
  readonly routedRoots: readonly SiteRoot[];
}

export function indexSite(input: SiteInput): SiteIndex {
  const pages = placePages(input);
  const byUrl = new Map<string, PlacedPage[]>();
  const folders = new Set<string>();
  for (const page of pages) {
    if (page.url === undefined) continue;
    byUrl.set(page.url, [...(byUrl.get(page.url) ?? []), page]);
    if (!/(?:^|\/)index\./.test(page.below)) folders.add(posix.dirname(page.url));
  }
  const generated = generatedUrls(input);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  // Most links are right, so that these are seldom asked for.
  const likeUrl = once(() => likenessesOf([...byUrl.keys(), ...generated]));
  const likeFile = once(() => likenessesOf(byPath.keys()));
  const likeBareFile = once(() => likenessesOf([...byPath.keys()].map((path) => path.replace(/\.mdx?$/, ''))));
  const called = once(() => groupByName(byUrl.keys()));
  const filesCalled = once(() => groupByName(byPath.keys()));
  return {
    cwd: input.cwd,
    files: input.files,
    snippets: input.snippets,
    byFile: new Map(pages.map((page) => [page.page.file, page])),
    byPath,
    byUrl,
    folders,
    generated,
    likeUrl: (url) => likeUrl()(url),
    likeFile: (path, hasExtension) => (hasExtension ? likeFile : likeBareFile)()(path),
    urlsCalled: (name) => called().get(name) ?? [],
    filesCalled: (name) => filesCalled().get(name) ?? [],
    destinations: destinationsOf(input.roots),
    ownNames: new Set(pages.flatMap(ownNamesOf)),
    routedRoots: [...new Set(pages.flatMap((page) => (page.url === undefined ? [] : page.root)))],
    locales: new Set(pages.flatMap((page) => page.translation?.locale ?? [])),
  };
}

function groupByName(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const name = posix.basename(toSlashes(path));
    const group = groups.get(name);
    if (group) group.push(path);
    else groups.set(name, [path]);
  }
  return groups;
}

/** The router of a page's framework, unless its links are not known yet. */
export function routerOf(page: PlacedPage): Router | undefined {
  return frameworkOf(page.root.framework).router;
}

/**
 * Whether a page states in its front matter that it is called so. Generators let pages choose their address; where that
 * is not part of the rules we know, a link to the chosen name is not judged.
 */
export function isNamedInFrontmatter(name: string, index: SiteIndex): boolean {
  return index.ownNames.has(name);
}

function ownNamesOf({ page: { frontmatter = {} } }: PlacedPage): string[] {
  return ['id', 'slug', 'permalink', 'url', 'path'].flatMap((key) => {
    const value = frontmatter[key];
    return typeof value === 'string' ? [posix.basename(value)] : [];
  });
}

function destinationsOf(roots: readonly SiteRoot[]): ReadonlyMap<string, string> {
  const entries = roots.flatMap(({ destinations = {} }) => Object.entries(destinations));
  return new Map(entries.map(([from, to]) => [canonicalUrl(from), canonicalUrl(to)]));
}

function generatedUrls({ roots, operations = [] }: SiteInput): ReadonlySet<string> {
  return new Set(
    roots.flatMap(({ framework, baseUrl, navigation }) => {
      const folders = navigation?.generated ?? [];
      const routes = folders.length === 0 ? [] : (frameworkOf(framework).generated?.(folders, operations) ?? []);
      return routes.map((route) => canonicalUrl(baseUrl + route));
    }),
  );
}

/** An absolute path as it is told to the user. */
export function displayPath(path: string, cwd: string): string {
  return toSlashes(relative(cwd, path)) || '.';
}

export function folderOf(page: PlacedPage): string {
  return dirname(page.path);
}

/** A page outside every root is a snippet from elsewhere: it has no address, and its pages know its anchors. */
function placePages(input: SiteInput): readonly PlacedPage[] {
  const innermostFirst = [...input.roots].sort((one, other) => other.root.length - one.root.length);
  const pagesOf = new Map(innermostFirst.map((root): [SiteRoot, Page[]] => [root, []]));
  for (const page of input.pages) {
    const path = resolve(input.cwd, page.file);
    const root = innermostFirst.find((each) => isInside(path, each.root));
    if (root) pagesOf.get(root)?.push(page);
  }
  return [...pagesOf].flatMap(([root, pages]) => placeBelow(root, pages, input.cwd));
}

function placeBelow(root: SiteRoot, pages: readonly Page[], cwd: string): readonly PlacedPage[] {
  const isSnippet = picomatch([...frameworkOf(root.framework).exclude]);
  const placed = pages.map((page) => {
    const path = resolve(cwd, page.file);
    const below = toSlashes(relative(root.root, path));
    return { page, root, path, below, snippet: isSnippet(below) };
  });
  const translations = findTranslations(placed.map(({ below }) => below));
  return placed.map((page) => {
    const translation = translations.get(page.below);
    return { ...page, translation, url: page.snippet ? undefined : urlOf(page, translation) };
  });
}

/** Both are absolute and normal. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function urlOf(page: Omit<PlacedPage, 'translation' | 'url'>, translation?: Translation): string | undefined {
  const router = frameworkOf(page.root.framework).router;
  if (!router || router.relative === 'file') return undefined;
  const route = router.route(translation?.bare ?? page.below, {
    folder: posix.basename(toSlashes(page.root.root)),
    frontmatter: page.page.frontmatter ?? {},
    project: page.root.facts ?? {},
  });
  return route === undefined ? undefined : joinUrl(page.root.baseUrl, route);
}

/** `/docs` and `/trees` make `/docs/trees`; the root of a site is `/`. */
export function joinUrl(baseUrl: string, route: string): string {
  return canonicalUrl(baseUrl + route);
}

/** One address of a page has many spellings: with a trailing slash, with `.html`, with `index.html`. */
export function canonicalUrl(url: string): string {
  return url.replace(/(?:\/index)?\.html?$/, '').replace(/\/+$/, '') || '/';
}

function toSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
