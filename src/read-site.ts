import { resolve } from 'node:path';
import type { Config } from './config/config.ts';
import { listPages } from './discover/list-pages.ts';
import { createSources, type ReadText } from './discover/sources.ts';
import { type ExtractedPages, extractPages, type PageSource } from './extract/extract-pages.ts';
import { frameworkOf } from './frameworks/index.ts';
import type { Page, Secret } from './model.ts';
import { during, type RunAids } from './run-aids.ts';
import { findSecrets } from './secrets/find-secrets.ts';
import { openThreads } from './threads/open-threads.ts';

/** The pages of a site as they were read; no spec plays a part in it. */
export interface ReadSite extends ExtractedPages {
  /** Without snippets: their mentions are bound in the pages that render them. */
  readonly own: readonly Page[];
  /** By `Page.file`. */
  readonly secrets: ReadonlyMap<string, readonly Secret[]>;
}

/** Reads all pages of the docs, and what they import and send. */
export async function readSite(
  config: Config,
  aids: RunAids = {},
  readText: ReadText = createSources(),
): Promise<ReadSite> {
  const { observer, memory, cache } = aids;
  const threads = aids.threads === undefined ? undefined : openThreads(aids.threads);
  const sources = pageSources(config);
  // A snapshot of git is written anew for each run: the times of its files tell nothing.
  const isGiven = config.files ? () => true : readText.isGiven;
  const extracted = await during('pages', aids, () =>
    extractPages(sources, config, { cache: memory?.pages ?? cache?.pages, observer, threads, readText, isGiven }),
  );
  const own = new Set(sources.filter((source) => !source.snippet).map((source) => source.file));
  const secrets = await during('secrets', aids, () =>
    findSecrets(extracted.pages, namedIn(config, readText), { cache: cache?.pages, searched: extracted.searched }),
  );
  cache?.pages.save();
  return { ...extracted, own: extracted.pages.filter((page) => own.has(page.file)), secrets };
}

/** The text of a file that is named as pages name it. */
export function namedIn({ cwd }: Pick<Config, 'cwd'>, readText: ReadText): (file: string) => string {
  return (file) => readText(resolve(cwd, file));
}

function pageSources(config: Config): PageSource[] {
  return listPages(config).map(({ file, path, root, snippet }) => {
    const { framework, facts, project } = root;
    return { file, path, snippet, framework: frameworkOf(framework), root: root.root, project, facts };
  });
}
