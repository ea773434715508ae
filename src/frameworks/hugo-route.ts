import type { RouteContext } from './framework.ts';

type Options = Readonly<Record<string, unknown>>;

/**
 * After `CreateTargetPaths()` of Hugo (`resources/page/page_paths.go`): `url` replaces the path, `slug` the last name of it;
 * a leaf bundle (`index`) is named after its folder and a section (`_index`) is its folder. Links to a draft are dead.
 * `permalinks`, `cascade` and dates of publication are not looked at.
 */
export function hugoRoute(file: string, { frontmatter, project: { options = {} } }: RouteContext): string | undefined {
  // Hugo does not see the case of keys.
  const entries = new Map(Object.entries(frontmatter).map(([key, value]) => [key.toLowerCase(), value]));
  if (!isPublished(entries, options)) return undefined;
  const folders = file.replace(/\.mdx?$/, '').split('/');
  const section = folders.length > 1 ? folders[0] : undefined;
  const name = folders.pop() ?? '';
  const bundle = name === 'index' || name === '_index';
  if (bundle && folders.length === 0) return '/';
  const url = named(entries.get('url'));
  if (url !== undefined) return statedRoute(url);
  const own = bundle ? (folders.pop() ?? '') : name;
  const last = name === '_index' ? own : (named(entries.get('slug')) ?? own);
  const path = sanitizePath(`/${[...folders, last].join('/')}`, options);
  return path + (isUgly(options.uglyURLs, section) ? '.html' : '/');
}

/** `build` was once called `_build`. A page that is only listed or linked is not written. */
function isPublished(entries: ReadonlyMap<string, unknown>, options: Options): boolean {
  if (entries.get('headless') === true) return false;
  if (entries.get('draft') === true && options.buildDrafts !== true) return false;
  const build = entries.get('build') ?? entries.get('_build');
  const render = typeof build === 'object' && build !== null && 'render' in build ? build.render : 'always';
  return render === 'always' || render === true;
}

/** YAML reads `slug: 2024` as a number. */
function named(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Taken as it is written. With a dot it is a file, unless it ends in a slash; what `:tokens` stand for is not known here. */
function statedRoute(url: string): string | undefined {
  if (url.includes(':')) return undefined;
  const segments = url.split('/').filter((segment) => segment !== '');
  const isFile = url.includes('.') && !url.endsWith('/');
  if (isFile && segments.at(-1) !== 'index.html') return `/${segments.join('/')}`;
  return ['', ...(isFile ? segments.slice(0, -1) : segments), ''].join('/');
}

/** `uglyURLs` is a switch for all pages, or one for each section. */
function isUgly(uglyUrls: unknown, section: string | undefined): boolean {
  if (typeof uglyUrls !== 'object' || uglyUrls === null) return uglyUrls === true;
  return section !== undefined && new Map(Object.entries(uglyUrls)).get(section) === true;
}

/** `MakePathSanitized()` of `helpers/path.go`: blanks are one dash, other signs go. */
function sanitizePath(path: string, options: Options): string {
  const plain =
    options.removePathAccents === true
      ? path
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .normalize('NFC')
      : path;
  const kept = plain
    .replace(/[^\p{L}\p{Nd}\p{M}\s./\\_#+~%-]|%(?![\da-f]{2})/giu, '')
    .trimEnd()
    .replace(/-?\s[\s-]*/g, (blanks) => blanks.replace(/\s/g, '') || '-');
  return options.disablePathToLower === true ? kept : kept.toLowerCase();
}
