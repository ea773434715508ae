import { basename, dirname, extname, join, posix, relative, resolve } from 'node:path';
import { isCheckout } from './is-checkout.ts';
import type { Likeness } from './nearest.ts';
import type { Address } from './parse-address.ts';
import type { LinkTarget } from './site.ts';
import { displayPath, folderOf, isNamedInFrontmatter, type PlacedPage, type SiteIndex } from './site-index.ts';

type LocalAddress = Extract<Address, { kind: 'local' }>;

/** A link and all that is needed to follow it. */
interface FileLink {
  readonly address: LocalAddress;
  readonly source: PlacedPage;
  readonly index: SiteIndex;
}

/** Extensions which generators of plain Markdown sites let writers leave out. */
const openEndings = ['.md', '.mdx', '/README.md', '/index.md', '/index.mdx', '/readme.md'];

/**
 * Links that name files, as on GitHub: relative to the page, or from the top of the repository. Other generators of plain
 * Markdown add routes of their own, so only what no reading of the link can find is dead.
 */
export function resolveFileLink(address: LocalAddress, source: PlacedPage, index: SiteIndex): LinkTarget {
  const link = { address, source, index };
  const bases = address.path.startsWith('/') ? [source.root.project, source.root.root] : [folderOf(source)];
  // `resolve` also takes the slash away that a link to a folder ends with.
  const paths = bases.map((base) => resolve(join(base, address.path)));
  const found = paths.map((path) => lookUp(path, link)).find((target) => target !== undefined);
  return found ?? judgeMissing(paths[0] ?? '', link);
}

function lookUp(path: string, { address, index }: FileLink): LinkTarget | undefined {
  const candidates = [path, ...openEndings.map((ending) => path + ending)];
  if (/\.html?$/.test(path)) candidates.push(path.replace(/\.html?$/, '.md'));
  const page = candidates.map((candidate) => index.byPath.get(candidate)).find((one) => one !== undefined);
  if (page) return { status: 'page', file: page.page.file, ...withFragment(address) };
  const existing = candidates.find((candidate) => index.files.stat(candidate) !== undefined);
  return existing === undefined ? undefined : { status: 'asset', file: displayPath(existing, index.cwd) };
}

/** `#L10` and `#L10-L20` mark lines of the source on GitHub. */
function withFragment({ fragment }: LocalAddress): { readonly fragment?: string } {
  return fragment === undefined || /^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$/.test(fragment) ? {} : { fragment };
}

function judgeMissing(path: string, link: FileLink): LinkTarget {
  const { source, index } = link;
  if (relative(source.root.project, path).startsWith('..')) return unverifiable('it leaves the repository');
  if (index.files.isIgnored(path)) return unverifiable('git ignores the file, so it may be generated');
  // Looking for what is near takes long, and most of what is not there is not for us to judge.
  const unknown = unverifiable('only the running site knows its routes');
  const certainty = certaintyOf(path, link);
  if (certainty === 'never') return unknown;
  const { nearest, only } = nearestFiles(path, link);
  if (certainty === 'near' && only === undefined) return unknown;
  return {
    status: 'dead',
    reason: `there is no file \`${displayPath(path, index.cwd)}\``,
    nearest,
    ...(only !== undefined && { rewrite: only + link.address.suffix }),
  };
}

/**
 * Whether the absence of a file proves that a link is dead, or does so only where a page is near. A Markdown file that is
 * not there is missed by everyone. Other links may be routes of a generator or its output, and an export of the docs alone
 * has no images; a whole checkout has everything.
 */
function certaintyOf(path: string, { address, source, index }: FileLink): 'always' | 'near' | 'never' {
  if (/\.(?:mdx?|markdown)$/i.test(path)) return 'always';
  if (address.path.startsWith('/') || /\.html?$/i.test(path)) return 'never';
  // MyST, wikis and Sphinx link to labels: a lone word may be one.
  if (/^[\w-]+$/.test(address.path)) return 'never';
  if (!isExtension(extname(path))) return isNamedInFrontmatter(basename(path), index) ? 'never' : 'near';
  return isCheckout(source.root.project, index.files) && index.files.stat(dirname(path)) === 'folder'
    ? 'always'
    : 'never';
}

/** Pages that are called nearly so, or exactly so in another folder, as the link would spell them. */
function nearestFiles(path: string, { address, source, index }: FileLink): Likeness {
  const from = address.path.startsWith('/') ? source.root.project : folderOf(source);
  const hasExtension = isExtension(extname(path));
  const spell = (page: string) => spelling(relative(from, page), address.path, hasExtension);
  const { nearest, only } = index.likeFile(path, hasExtension);
  if (nearest.length > 0) return { nearest: nearest.map(spell), ...(only !== undefined && { only: spell(only) }) };
  const moved = index
    .filesCalled(basename(path))
    .toSorted((one, other) => sharedFolders(other, path) - sharedFolders(one, path));
  return { nearest: moved.map(spell).slice(0, 3) };
}

/** Folders that both paths lie in, counted from the end: what was moved keeps its nearest folders. */
function sharedFolders(one: string, other: string): number {
  const [a, b] = [dirname(one).split(/[\\/]/).reverse(), dirname(other).split(/[\\/]/).reverse()];
  const at = a.findIndex((folder, index) => folder !== b[index]);
  return at < 0 ? a.length : at;
}

/** Keeps the link's own way to begin: `/x`, `./x` or `x`. */
function spelling(path: string, written: string, hasExtension: boolean): string {
  const named = posix.normalize(path.replaceAll('\\', '/'));
  const bare = hasExtension ? named : withoutExtension(named);
  if (written.startsWith('/')) return `/${bare}`;
  return written.startsWith('./') && !bare.startsWith('.') ? `./${bare}` : bare;
}

function withoutExtension(path: string): string {
  return path.replace(/\.mdx?$/, '');
}

/** `v1.2` has no extension, `v1.2.md` has. */
function isExtension(extension: string): boolean {
  return /^\.[a-z][a-z0-9]{0,8}$/i.test(extension);
}

function unverifiable(reason: string): LinkTarget {
  return { status: 'unverifiable', reason };
}
