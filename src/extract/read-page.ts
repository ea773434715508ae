import type { Framework, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { Page } from '../model.ts';
import { type Engine, openEngine } from './engine.ts';
import { extractPage, extractUnlessRejected } from './extract-page.ts';
import { ownHedges } from './hedges/own-hedges.ts';
import { type PageCache, pageKey } from './page-cache.ts';

/** The part of a configuration that decides what is found on a page. */
export interface ExtractOptions {
  readonly engine: 'fast' | 'reference';
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly programs?: readonly { readonly name: string }[];
  /** Own phrases that say that a statement was not verified. */
  readonly hedges?: readonly string[];
}

/** A page's text with its name and its framework. */
export interface PageText {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly framework: Framework;
  readonly facts?: ProjectFacts | undefined;
}

/** Reads pages, unless the cache knows them; what the engine rejects goes to its fallback. */
export async function openReader(
  options: ExtractOptions,
  cache?: PageCache,
): Promise<(page: PageText) => Promise<Page>> {
  const { parse: fast, fallback }: Engine = await openEngine(options.engine);
  let parse = fast;
  const own = ownHedges(options.hedges);
  const settings = createSettings(options);
  return async ({ file, text, framework, facts }) => {
    const input = {
      file,
      text,
      format: file.endsWith('.mdx') || framework.mdIsMdx ? 'mdx' : 'md',
      framework,
      ...(facts && { project: facts }),
      components: { ...framework.components, ...options.components },
      programs: (options.programs ?? []).map(({ name }) => name),
      ownHedges: own,
    } as const;
    const key = cache && pageKey(text, settings(input));
    const known = key === undefined ? undefined : cache?.get(key);
    if (known) return known;
    let page = extractUnlessRejected({ ...input, parse });
    if (page === undefined) {
      // From now on for all pages, so that none is read twice.
      parse = (await fallback?.()) ?? parse;
      page = extractPage({ ...input, parse });
    }
    if (key !== undefined) cache?.set(key, page);
    return page;
  };
}

interface Input {
  readonly file: string;
  readonly format: string;
  readonly framework: Framework;
  readonly project?: ProjectFacts;
}

/** Everything besides its text that decides what is read of a page. */
function createSettings({ engine, components, hedges, programs }: ExtractOptions): (input: Input) => string {
  const shared = JSON.stringify({ engine, components, hedges, programs });
  const factsOf = new Map<ProjectFacts | undefined, string>();
  return ({ file, framework, project, format }) => {
    const facts = factsOf.get(project) ?? JSON.stringify(project) ?? '';
    factsOf.set(project, facts);
    return JSON.stringify([file, format, framework.id, facts, shared]);
  };
}
