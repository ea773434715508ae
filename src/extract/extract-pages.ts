import { dirname, join } from 'node:path';
import { isFile, readPageText, sizeOf } from '../disk/read-disk.ts';
import type { Framework, ProjectFacts } from '../frameworks/framework.ts';
import type { Page, Secret } from '../model.ts';
import type { RunObserver } from '../observer.ts';
import { extractSample } from './extract-sample.ts';
import { createExtractorTimes } from './extractor-times.ts';
import type { PageCache } from './known-pages.ts';
import type { ExtractOptions } from './page-settings.ts';
import { lookAhead, type PageThreads } from './read-ahead.ts';
import { createLazyReader, openKnownPages, type ReadPage as Read } from './read-known.ts';

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
  readonly facts?: ProjectFacts | undefined;
}

export interface ExtractedPages {
  /** Pages, then the snippets that some page renders and the files that some sample sends; each file once. */
  readonly pages: readonly Page[];
  /** By page: the snippets it renders, directly or through others, and the files that its samples send. */
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
  /** By page: the credentials of those whose text was searched as well. */
  readonly searched: ReadonlyMap<string, readonly Secret[]>;
}

/** What a caller may lend to the reading of pages. */
export interface ExtractAids {
  readonly cache?: PageCache | undefined;
  readonly observer?: Pick<RunObserver, 'page' | 'extracted'> | undefined;
  /** Who reads many at once; else one is read after the other. */
  readonly threads?: PageThreads | undefined;
  /** The text of a file by its absolute path; else it is read from the disk. */
  readonly readText?: (path: string) => string;
  /** Whether that is not what lies on disk. */
  readonly isGiven?: ((path: string) => boolean) | undefined;
}

/** Reads all pages, and follows their imports of local Markdown. */
export async function extractPages(
  sources: readonly PageSource[],
  options: ExtractOptions,
  { cache, observer, threads, readText = readPageText, isGiven }: ExtractAids = {},
): Promise<ExtractedPages> {
  const own = sources.filter((each) => !each.snippet);
  const look = openKnownPages(options, { cache, readText, isGiven });
  const times = observer?.extracted && createExtractorTimes();
  const readHere = createLazyReader(options, times);
  const { sighted, ahead } = threads ? await lookAhead(own, look, { threads, options, readHere, times }) : nothing;
  const read = ahead?.read ?? readHere;
  const searched = new Map<string, readonly Secret[]>();
  const told = observer && countPages(observer, own.length);
  const pageOf = readOnce(async (source) => {
    const known = sighted?.get(source) ?? look(source);
    const result = 'unread' in known ? known.keep(await read(known.unread)) : known;
    if (result.secrets) searched.set(source.file, result.secrets);
    told?.(source, result);
    return result.page;
  });
  try {
    return { ...(await followAll(own, { byPath: byPath(sources), pageOf, readText })), searched };
  } finally {
    ahead?.end();
    if (times) observer.extracted?.({ times: times.take(), threads: ahead?.threads() ?? 0 });
  }
}

const nothing = { sighted: undefined, ahead: undefined };

/** Gives the pages in their order, each followed by what it renders and sends. */
async function followAll(
  own: readonly PageSource[],
  { readText, ...reading }: Reading & Pick<SampleReading, 'readText'>,
): Promise<Omit<ExtractedPages, 'searched'>> {
  const samples = new Map<string, Page>();
  const pages: Page[] = [];
  const snippets = new Map<string, readonly Page[]>();
  const rendered = new Set<Page>();
  for (const source of own) {
    const page = await reading.pageOf(source);
    pages.push(page);
    const parts = [
      ...(page.imports.length > 0 ? await snippetsOf(source, reading) : []),
      ...sentFilesOf(page, source, { samples, readText }),
    ];
    if (parts.length > 0) snippets.set(page.file, parts);
    for (const part of parts) rendered.add(part);
  }
  const ownPages = new Set(pages);
  return { pages: [...pages, ...[...rendered].filter((part) => !ownPages.has(part))], snippets };
}

function byPath(sources: readonly PageSource[]): ReadonlyMap<string, PageSource> {
  return new Map(sources.map((source) => [source.path, source]));
}

type ReadPage = (source: PageSource) => Promise<Page>;

type Told = (source: PageSource, read: Read) => void;

/** Reads each file once. */
function readOnce(readPage: ReadPage): ReadPage {
  const known = new Map<string, Page>();
  return async (source) => {
    const page = known.get(source.path) ?? (await readPage(source));
    known.set(source.path, page);
    return page;
  };
}

function countPages(observer: Pick<RunObserver, 'page'>, total: number): Told {
  let done = 0;
  return ({ snippet, file }, { page, size, cached }) => {
    if (!snippet) done += 1;
    const forms = page.mentions.map(({ source }) => source);
    observer.page({ file, size, forms, cached }, { done: Math.min(done, total), total });
  };
}

interface Reading {
  readonly byPath: ReadonlyMap<string, PageSource>;
  readonly pageOf: ReadPage;
}

async function snippetsOf(source: PageSource, reading: Reading, seen = new Set([source.path])): Promise<Page[]> {
  const parts: Page[] = [];
  for (const entry of (await reading.pageOf(source)).imports) {
    const path = candidates(entry.source, source).find(
      (candidate) => reading.byPath.has(candidate) || isFile(candidate),
    );
    if (path === undefined || seen.has(path)) continue;
    seen.add(path);
    const part = reading.byPath.get(path) ?? { ...source, path, snippet: true, file: siblingFile(source, path) };
    parts.push(await reading.pageOf(part), ...(await snippetsOf(part, reading, seen)));
  }
  return parts;
}

/** More than this nobody writes for a guide. */
const LARGEST_SAMPLE = 200_000;

interface SampleReading {
  /** By absolute path. */
  readonly samples: Map<string, Page>;
  readonly readText: (path: string) => string;
}

/** The JSON files which the samples of a page send, where they stand among the docs. */
function sentFilesOf(page: Page, source: PageSource, { samples, readText }: SampleReading): Page[] {
  const names = page.mentions.flatMap((mention) =>
    mention.kind === 'operation' && mention.bodyFile?.endsWith('.json') ? [mention.bodyFile] : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const path = [dirname(source.path), source.root, source.project]
      .map((folder) => join(folder, name))
      .find((candidate) => (sizeOf(candidate) ?? Infinity) < LARGEST_SAMPLE);
    if (path === undefined) return [];
    const sample = samples.get(path) ?? extractSample(siblingFile(source, path), readText(path));
    samples.set(path, sample);
    return [sample];
  });
}

/** Absolute paths that an import source may mean, best first. */
function candidates(specifier: string, { path, root, project, framework }: PageSource): string[] {
  if (specifier.startsWith('.')) return [join(dirname(path), specifier)];
  const alias = Object.entries(framework.importAliases).find(([prefix]) => specifier.startsWith(prefix));
  if (alias) return [join(project, alias[1], specifier.slice(alias[0].length))];
  return specifier.startsWith('/') ? [join(root, specifier), join(project, specifier)] : [];
}

/** The working directory's name for a file, from another file's two names. */
function siblingFile(source: PageSource, path: string): string {
  const cwd = source.path.slice(0, source.path.length - source.file.length);
  return (path.startsWith(cwd) ? path.slice(cwd.length) : path).replaceAll('\\', '/');
}
