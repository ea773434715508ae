import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import type { Config, DocsRoot } from '../config/config.ts';
import { UserError } from '../errors.ts';
import { frameworkOf } from '../frameworks/index.ts';
import { isPageName } from './page-files.ts';
import { toSlashes, walkFiles } from './walk-files.ts';

/** A Markdown file to read. */
export interface PageFile {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly root: DocsRoot;
  /** A part of pages with no address of its own, as below Mintlify's `snippets/`. */
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
  const isSnippet = picomatch([...frameworkOf(root.framework).exclude]);
  return walkFiles(root.root)
    .filter((file) => isPageName(file) && isIncluded(file) && !isExcluded(file))
    .map((file) => {
      const path = join(root.root, file);
      return { file: toSlashes(relative(cwd, path)), path, root, snippet: isSnippet(file) };
    });
}

function noPages(config: Config): UserError {
  const named = config.docs.map((root) => `\`${toSlashes(relative(config.cwd, root.root)) || '.'}\``);
  const where = named.length > 0 ? named.join(', ') : 'the working directory';
  return new UserError('no-pages', `There is no Markdown or MDX page in ${where}.`, {
    hint: 'Run it where the docs are, or set `docs.root` and `docs.include` in the configuration.',
  });
}

/** Whether a path argument is a pattern: shells expand those, Windows and quotes do not. A page may be called `[id].mdx`. */
export function isPattern(path: string, cwd: string): boolean {
  return /[*?{[!(]/.test(path) && !existsSync(resolve(cwd, path));
}

/** Whether a folder or file argument, absolute or relative to `cwd`, covers a page. */
export function coversPage(path: string, file: string, cwd: string): boolean {
  const target = isAbsolute(path) ? path : join(cwd, path);
  const inside = toSlashes(relative(target, join(cwd, file)));
  return inside === '' || !(inside === '..' || inside.startsWith('../') || isAbsolute(inside));
}
