import type { Page } from '../model.ts';
import { type Engine, openEngine } from './engine.ts';
import { extractPage, extractUnlessRejected } from './extract-page.ts';
import { ownHedges } from './hedges/own-hedges.ts';
import { type ExtractOptions, formatOf, type NamedPage } from './page-settings.ts';

/** A page's text with its name and its framework. */
export interface PageText extends NamedPage {
  readonly text: string;
}

/** Reads pages; what the engine rejects goes to its fallback. */
export async function openReader(options: ExtractOptions): Promise<(page: PageText) => Promise<Page>> {
  const { parse: fast, fallback }: Engine = await openEngine(options.engine);
  let parse = fast;
  const own = ownHedges(options.hedges);
  return async (page) => {
    const { file, text, framework, facts } = page;
    const input = {
      file,
      text,
      format: formatOf(page),
      framework,
      ...(facts && { project: facts }),
      components: { ...framework.components, ...options.components },
      programs: (options.programs ?? []).map(({ name }) => name),
      ownHedges: own,
    } as const;
    const read = extractUnlessRejected({ ...input, parse });
    if (read) return read;
    // From now on for all pages, so that none is read twice.
    parse = (await fallback?.()) ?? parse;
    return extractPage({ ...input, parse });
  };
}
