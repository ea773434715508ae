import { join, posix } from 'node:path';
import { isRedirected } from './redirects.ts';
import type { Route } from './route.ts';
import { canonicalUrl, isNamedInFrontmatter, type PlacedPage, routerOf, type SiteIndex } from './site-index.ts';

/** Why a link under which no page was found may still work. */
export function doubtOf(
  urls: readonly string[],
  hasNear: boolean,
  { address, source, index }: Route,
): string | undefined {
  const roots = index.routedRoots;
  if (/\.(?!mdx?$)[a-z][a-z0-9]{0,8}$/i.test(address.path)) return 'only the running site knows which files it serves';
  if (!urls.every((url) => roots.some((root) => isBelow(url, root.baseUrl)))) return 'it leaves the docs';
  const patterns = roots.flatMap((root) => root.redirects ?? []);
  if (urls.some((url) => isRedirected(url, patterns))) return 'it is redirected';
  if (!/\.mdx?$/.test(address.path) && urls.some((url) => isNamedInFrontmatter(posix.basename(url), index)))
    return 'a page chooses this name for itself';
  if (routerOf(source)?.folderPages && urls.some((url) => holdsPages(url, index)))
    return 'the index of its folder may be generated';
  if (urls.some((url) => isUnreadPage(url, source, index))) return 'its page is a file that is not read';
  if (urls.some((url) => isIgnoredPage(url, source, index))) return 'git ignores the page, so it may be generated';
  if (
    !hasNear &&
    !urls.every((url) => isKnownFolder(posix.dirname(url), index) || isGeneratedFolder(posix.dirname(url), index))
  )
    return 'its folder may be generated';
  return undefined;
}

/** A folder with pages of its own is written by hand; below a base URL of '' the top belongs to the whole app. */
function isKnownFolder(folder: string, index: SiteIndex): boolean {
  if (folder === '/') return false;
  return index.folders.has(folder) || index.routedRoots.some((root) => root.baseUrl === folder);
}

const asExpected = new WeakMap<SiteIndex, boolean>();

/** The pages of a folder are generated as we know it where most links into such folders lead to one. */
function isGeneratedFolder(folder: string, index: SiteIndex): boolean {
  const folders = new Set([...index.generated].map((url) => posix.dirname(url)));
  if (!folders.has(folder)) return false;
  const known = asExpected.get(index);
  if (known !== undefined) return known;
  const into = new Set(
    [...index.byFile.values()].flatMap(({ page }) =>
      page.links.flatMap(({ url }) => {
        const path = canonicalUrl(url.replace(/[?#].*$/, ''));
        return folders.has(posix.dirname(path)) && !index.byUrl.has(path) ? [path] : [];
      }),
    ),
  );
  const met = [...into].filter((url) => index.generated.has(url)).length;
  const answer = met * 2 > into.size;
  asExpected.set(index, answer);
  return answer;
}

function holdsPages(url: string, { folders }: SiteIndex): boolean {
  return folders.has(url) || [...folders].some((folder) => folder.startsWith(`${url}/`));
}

/** `AGENTS.md` and `LICENSE.md` speak to others than readers, and what a configuration excludes is there all the same. */
function isUnreadPage(url: string, { root }: PlacedPage, index: SiteIndex): boolean {
  const below = url.slice(root.baseUrl.length);
  return ['.md', '.mdx', '/index.md', '/index.mdx'].some((ending) => {
    const file = join(root.root, below + ending);
    return !index.byPath.has(file) && index.files.stat(file) === 'file';
  });
}

function isIgnoredPage(url: string, { root }: PlacedPage, index: SiteIndex): boolean {
  const below = url.slice(root.baseUrl.length);
  return ['', '.mdx', '/index.mdx'].some((ending) => index.files.isIgnored(join(root.root, below + ending)));
}

function isBelow(url: string, baseUrl: string): boolean {
  return baseUrl === '' || url === baseUrl || url.startsWith(`${baseUrl}/`);
}
