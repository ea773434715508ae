import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Framework, OperationComponent } from '../frameworks/framework.ts';
import type { Page } from '../model.ts';
import { loadEngine } from './engine.ts';
import { extractPage } from './extract-page.ts';

/** A file to read: a page of its own, or a part that pages render. */
export interface PageSource {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly snippet: boolean;
  readonly framework: Framework;
  /** Folders that an import starting with `/` or an alias refers to, absolute, first to last. */
  readonly root: string;
  readonly project: string;
}

export interface ExtractedPages {
  /** Pages, then the snippets that some page renders; each file once. */
  readonly pages: readonly Page[];
  /** By page: the snippets it renders, directly or through others. */
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
}

export interface ExtractOptions {
  readonly engine: 'fast' | 'reference';
  readonly components: Readonly<Record<string, OperationComponent>>;
}

/** Reads all pages, and follows their imports of local Markdown. */
export async function extractPages(sources: readonly PageSource[], options: ExtractOptions): Promise<ExtractedPages> {
  const parse = await loadEngine(options.engine);
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const read = new Map<string, Page>();
  const pageOf = (source: PageSource): Page => {
    const known = read.get(source.path);
    if (known) return known;
    const page = extractPage({
      file: source.file,
      text: readFileSync(source.path, 'utf8'),
      format: source.file.endsWith('.mdx') || source.framework.mdIsMdx ? 'mdx' : 'md',
      framework: source.framework,
      components: { ...source.framework.components, ...options.components },
      parse,
    });
    read.set(source.path, page);
    return page;
  };
  const snippets = new Map<string, readonly Page[]>();
  const rendered = new Set<Page>();
  const own = sources.filter((source) => !source.snippet).map((source) => ({ source, page: pageOf(source) }));
  for (const { source, page } of own) {
    const parts = snippetsOf(source, { byPath, pageOf });
    if (parts.length > 0) snippets.set(page.file, parts);
    for (const part of parts) rendered.add(part);
  }
  const pages = own.map(({ page }) => page);
  return { pages: [...pages, ...[...rendered].filter((part) => !pages.includes(part))], snippets };
}

interface Reading {
  readonly byPath: ReadonlyMap<string, PageSource>;
  readonly pageOf: (source: PageSource) => Page;
}

function snippetsOf(source: PageSource, reading: Reading, seen = new Set([source.path])): Page[] {
  return reading.pageOf(source).imports.flatMap((entry) => {
    const path = candidates(entry.source, source).find(
      (candidate) => reading.byPath.has(candidate) || existsSync(candidate),
    );
    if (path === undefined || seen.has(path)) return [];
    seen.add(path);
    const part = reading.byPath.get(path) ?? { ...source, path, snippet: true, file: siblingFile(source, path) };
    return [reading.pageOf(part), ...snippetsOf(part, reading, seen)];
  });
}

/** Absolute paths that an import source may mean, best first. */
function candidates(specifier: string, { path, root, project, framework }: PageSource): string[] {
  if (specifier.startsWith('.')) return [posix.join(posix.dirname(path), specifier)];
  const alias = Object.entries(framework.importAliases).find(([prefix]) => specifier.startsWith(prefix));
  if (alias) return [posix.join(project, alias[1], specifier.slice(alias[0].length))];
  return specifier.startsWith('/') ? [posix.join(root, specifier), posix.join(project, specifier)] : [];
}

/** The working directory's name for a file, from another file's two names. */
function siblingFile(source: PageSource, path: string): string {
  const cwd = source.path.slice(0, source.path.length - source.file.length);
  return path.startsWith(cwd) ? path.slice(cwd.length) : path;
}
