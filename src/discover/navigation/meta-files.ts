import { basename, posix } from 'node:path';
import type { Navigation, NavTarget } from '../../site/navigation.ts';
import { readJsonLiteral } from './json-literal.ts';
import { type Literal, type LiteralMember, memberOf, stringOf } from './literal.ts';
import { readLiteral } from './literals.ts';
import { type NamedPages, namedPages } from './meta-pages.ts';
import {
  collectNavigation,
  entryAt,
  impliedEntry,
  joinBelow,
  linkTarget,
  madeByCode,
  type NavigationFile,
  type NavigationPart,
  type NavigationSource,
  readNavigationFile,
  unreadable,
} from './navigation-file.ts';

/** `_meta.ts`, `_meta.global.tsx`, and of Nextra 2 `_meta.json` and `_meta.de-DE.json`. */
const metaName = /^_meta(?:\.(?:global|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}))?\.(?:jsx?|tsx?|json)$/;

/** The one file for all folders lies in the app folder, wherever the pages are (`find-meta-and-page-file-paths.ts` of nextra 4). */
const globalFiles = ['app', 'src/app'].flatMap((folder) =>
  ['js', 'jsx', 'ts', 'tsx'].map((extension) => `${folder}/_meta.global.${extension}`),
);

/** Nextra: `_meta` files say how pages are called and in which order they come, as `page-map/normalize.ts` of nextra 4 takes them. */
export function readMetaFiles(source: NavigationSource): Navigation | undefined {
  const files = metaFiles(source);
  const [first] = files;
  if (!first) return undefined;
  const pages = namedPages(source);
  const parts = files.flatMap(({ file, folder }) => partsOf(file, folder, pages));
  // Pages that no key names come last, but they come.
  return collectNavigation([impliedEntry(first.file, { kind: 'folder', path: '' }), ...parts]);
}

interface MetaFile {
  readonly file: NavigationFile;
  /** Below the docs root, '' for itself. */
  readonly folder: string;
}

function metaFiles({ root, project, files }: NavigationSource): readonly MetaFile[] {
  const own = files
    .filter((file) => metaName.test(posix.basename(file)))
    .flatMap((name) => readNavigationFile(root, name) ?? [])
    .map((file) => ({ file, folder: joinBelow('', posix.dirname(file.name)) }));
  if (basename(root) === 'app') return own;
  const shared = globalFiles.flatMap((name) => readNavigationFile(project, name) ?? []);
  return [...own, ...shared.map((file) => ({ file, folder: '' }))];
}

function partsOf(file: NavigationFile, folder: string, pages: NamedPages): readonly NavigationPart[] {
  const isJson = file.name.endsWith('.json');
  const meta = isJson ? readJsonLiteral(file.text) : readLiteral(file.text);
  if (!meta) return [isJson ? unreadable(file) : madeByCode(file)];
  return keysOf(meta, { file, folder, pages });
}

interface MetaPlace extends MetaFile {
  readonly pages: NamedPages;
}

function keysOf(meta: Literal, place: MetaPlace): readonly NavigationPart[] {
  if (meta.kind !== 'object') return [madeByCode(place.file)];
  const parts = meta.members.flatMap((member) => keyParts(member, place));
  return meta.open ? [...parts, madeByCode(place.file)] : parts;
}

function keyParts({ key, keySpan, value }: LiteralMember, place: MetaPlace): readonly NavigationPart[] {
  const { file, folder, pages } = place;
  const href = memberOf(value, 'href');
  if (href?.kind === 'string' && key !== '*') return [entryAt(file, href.span, linkTarget(href.value))];
  const type = stringOf(value, 'type');
  const items = memberOf(value, 'items');
  const path = joinBelow(folder, key);
  const inner = { ...place, folder: path };
  if (type === 'menu') {
    const target: NavTarget = pages.isFolder(path) ? { kind: 'page', path } : { kind: 'other' };
    const shown = items ? keysOf(items, inner) : [];
    // Without a folder of that name, only what links elsewhere is looked up (`normalize.ts`).
    return [entryAt(file, keySpan, target), ...(pages.isFolder(path) ? shown : shown.filter(isLink))];
  }
  const isOther = key === '*' || type === 'separator' || href !== undefined || mayBeAnything(value, file);
  const target: NavTarget = isOther ? { kind: 'other' } : pages.target(folder, key);
  return [entryAt(file, keySpan, target), ...(items ? keysOf(items, inner) : [])];
}

function isLink(part: NavigationPart): boolean {
  return 'entry' in part && part.entry.target.kind === 'url';
}

/** A value that code makes may be a separator or a link; an element is a title. */
function mayBeAnything(value: Literal, { text }: NavigationFile): boolean {
  if (value.kind === 'object') return memberOf(value, 'type')?.kind === 'unknown' || value.open;
  return value.kind === 'unknown' && !/^<|^\(\s*</.test(text.slice(value.span.start, value.span.start + 20));
}
