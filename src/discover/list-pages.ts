import { join, relative } from 'node:path';
import ignore from 'ignore';
import picomatch from 'picomatch';
import type { Config, DocsRoot } from '../config/config.ts';
import { isFile, readText } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';
import { frameworkOf } from '../frameworks/index.ts';
import { isPageName } from './page-files.ts';
import { toSlashes } from './repository.ts';
import { walkFiles } from './walk-files.ts';

/** A Markdown file to read. */
export interface PageFile {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly root: DocsRoot;
  /** Has no address of its own: a part of pages, as below Mintlify's `snippets/`, or what is not published. */
  readonly snippet: boolean;
}

/** Every page and snippet of the configured docs, each once, sorted by file. */
export function listPages(config: Config): readonly PageFile[] {
  const byFile = new Map<string, PageFile>();
  // The innermost root wins where roots lie in one another.
  const roots = [...config.docs].sort((one, other) => other.root.length - one.root.length);
  for (const root of roots) {
    for (const page of pagesOf(root, config.cwd)) if (!byFile.has(page.file)) byFile.set(page.file, page);
  }
  const pages = [...byFile.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
  if (!pages.some((page) => !page.snippet)) throw noPages(config);
  return pages;
}

function pagesOf(root: DocsRoot, cwd: string): PageFile[] {
  const isIncluded = picomatch([...root.include], { dot: true });
  const isExcluded = picomatch([...root.exclude]);
  const { exclude, ignoreFile } = frameworkOf(root.framework);
  const isSnippet = picomatch([...exclude]);
  const isUnpublished = ignoreFile === undefined ? () => false : matcherOf(join(root.root, ignoreFile));
  const nameOf = createNames(root.root, cwd);
  return walkFiles(root.root)
    .filter((file) => isPageName(file) && isIncluded(file) && !isExcluded(file))
    .map((file) => ({
      file: nameOf(file),
      path: join(root.root, file),
      root,
      snippet: isSnippet(file) || isUnpublished(file),
    }));
}

/** What a file below `root` is called from `cwd`, put together where it can be: thousands of calls of `relative` take longer than reading folders. */
function createNames(root: string, cwd: string): (file: string) => string {
  const folder = toSlashes(relative(cwd, root));
  if (folder === '') return (file) => file;
  // From below the root, a name may lead up and down again.
  if (folder === '..' || folder.startsWith('../')) return (file) => toSlashes(relative(cwd, join(root, file)));
  return (file) => `${folder}/${file}`;
}

/** What a file of the form of `.gitignore` names; nothing where it is not there. */
function matcherOf(path: string): (file: string) => boolean {
  if (!isFile(path)) return () => false;
  const matcher = ignore().add(readText(path));
  return (file) => matcher.ignores(file);
}

function noPages(config: Config): UserError {
  const named = config.docs.map((root) => `\`${toSlashes(relative(config.cwd, root.root)) || '.'}\``);
  const where = named.length > 0 ? named.join(', ') : 'the working directory';
  return new UserError('no-pages', `There is no Markdown or MDX page in ${where}.`, {
    hint: 'Run it where the docs are, or set `docs.root` and `docs.include` in the configuration.',
  });
}
