import { posix } from 'node:path';
import type { Navigation, NavTarget } from '../../site/navigation.ts';
import { readJsonLiteral } from './json-literal.ts';
import { itemsOf, type Literal, type LiteralString, memberOf } from './literal.ts';
import { type MetaFolders, metaFolders } from './meta-folders.ts';
import {
  collectNavigation,
  entryAt,
  impliedEntry,
  joinBelow,
  linkTarget,
  type NavigationFile,
  type NavigationPart,
  type NavigationSource,
  readNavigationFile,
  unreadable,
} from './navigation-file.ts';
import { readYamlLiteral } from './yaml-literal.ts';

/** `meta.json`, `meta.de.json` and `meta.$.json` for all languages; YAML is read by fumadocs-mdx from 12 on. */
const metaName = /^meta(?:\.(?:\$|[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}))?\.(?:json|yaml)$/i;

/** In the order in which `page-tree/builder.ts` of fumadocs-core 16 tries them. */
const separator = /^---.+---|^---$/;
const link = /^(?:external:)?(?:\[[^\]]+\])?\[[^\]]+\]\(([^)]+)\)$/;

/** Fumadocs: each folder's `meta.json` says what is listed of it. */
export function readMetaJson(source: NavigationSource): Navigation | undefined {
  const metas = source.files
    .filter((file) => metaName.test(posix.basename(file)))
    .flatMap((name) => readNavigationFile(source.root, name) ?? [])
    .map(readMeta);
  const [first] = metas;
  if (!first) return undefined;
  const listed = new Set(metas.filter(({ lists }) => lists).map(({ folder }) => folder));
  const tree = metaFolders(source.files, listed);
  const parts = metas.flatMap((meta) => partsOf(meta, tree));
  // Where the root says nothing, it lists all that lies in it.
  if (metas.some(({ folder }) => folder === '')) return collectNavigation(parts);
  return collectNavigation([...tree.everythingIn('').map((target) => impliedEntry(first.file, target)), ...parts]);
}

interface Meta {
  readonly file: NavigationFile;
  /** Below the docs root, '' for itself. */
  readonly folder: string;
  /** Nothing where the file is broken. */
  readonly content: Literal | undefined;
  /** Whether it says which pages there are. */
  readonly lists: boolean;
}

function readMeta(file: NavigationFile): Meta {
  const content = file.name.endsWith('.json') ? readJsonLiteral(file.text) : readYamlLiteral(file.text);
  const folder = joinBelow('', posix.dirname(file.name));
  return { file, folder, content, lists: memberOf(content, 'pages')?.kind === 'array' };
}

function partsOf({ file, folder, content, lists }: Meta, tree: MetaFolders): readonly NavigationPart[] {
  if (!content) return [unreadable(file)];
  const index = memberOf(content, 'pagesIndex');
  const stated = index?.kind === 'string' ? [entryAt(file, index.span, indexTarget(index.value, folder, tree))] : [];
  if (!lists) return [...stated, ...tree.everythingIn(folder).map((target) => impliedEntry(file, target))];
  const items = itemsOf(memberOf(content, 'pages')).filter((item) => item.kind === 'string');
  const isRoot = folder === '' || isTrue(memberOf(content, 'root'));
  // A folder that is no root is a link to its index, whether that is listed or not.
  const opens = !isRoot && !index && !names(items, 'index') && tree.hasPage(joinBelow(folder, 'index'));
  const implied: NavTarget = { kind: 'page', path: joinBelow(folder, 'index') };
  return [
    ...stated,
    ...(opens ? [impliedEntry(file, implied)] : []),
    ...items.flatMap(({ span, value }) =>
      itemTargets(value, folder, tree).map((target) => entryAt(file, span, target)),
    ),
  ];
}

function isTrue(literal: Literal | undefined): boolean {
  return literal?.kind === 'string' ? literal.value !== '' : literal?.kind === 'scalar' && literal.value === true;
}

function names(items: readonly LiteralString[], page: string): boolean {
  return items.some(({ value }) => /^!?(.*?)(?:\.mdx?)?$/.exec(value)?.[1] === page);
}

function itemTargets(item: string, folder: string, tree: MetaFolders): readonly NavTarget[] {
  if (item === '...' || item === 'z...a') return tree.everythingIn(folder);
  if (separator.test(item)) return [{ kind: 'other' }];
  const url = link.exec(item)?.[1];
  if (url !== undefined) return [linkTarget(url)];
  if (item.startsWith('!')) return [{ kind: 'excluded', path: joinBelow(`/${folder}`, item.slice(1)) }];
  const isExtracted = item.startsWith('...');
  const path = joinBelow(`/${folder}`, isExtracted ? item.slice('...'.length) : item);
  if (tree.isFolder(path)) return folderTargets(path, tree);
  return isExtracted ? [{ kind: 'folder', path }] : [pageTarget(path, tree)];
}

/** A folder with a list of its own is listed as that says. */
function folderTargets(path: string, tree: MetaFolders): readonly NavTarget[] {
  return tree.isListed(path) ? [{ kind: 'page', path }] : tree.everythingIn(path);
}

function pageTarget(path: string, tree: MetaFolders): NavTarget {
  return { kind: 'page', path: tree.hasPage(path) ? path : (tree.inOtherLanguage(path) ?? path) };
}

/** `pagesIndex` names a page, or is a link as those of `pages` are. */
function indexTarget(item: string, folder: string, tree: MetaFolders): NavTarget {
  const url = link.exec(item)?.[1];
  const path = joinBelow(`/${folder}`, item);
  return url !== undefined && !tree.hasPage(path) ? linkTarget(url) : { kind: 'page', path };
}
