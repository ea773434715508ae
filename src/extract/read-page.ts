import type { Page } from '../model.ts';
import { type Engine, openEngine } from './engine.ts';
import { extractPage, extractUnlessRejected } from './extract-page.ts';
import { type ExtractorTimes, timedExtractors, timedParser } from './extractor-times.ts';
import { extractorsByNode } from './extractors/index.ts';
import { ownHedges } from './hedges/own-hedges.ts';
import { type ExtractOptions, formatOf, type NamedPage } from './page-settings.ts';

/** A page's text with its name and its framework. */
export interface PageText extends NamedPage {
  readonly text: string;
}

/** Reads pages; what the engine rejects goes to its fallback. Time is taken where `times` asks for it. */
export async function openReader(
  options: ExtractOptions,
  times?: ExtractorTimes,
): Promise<(page: PageText) => Promise<Page>> {
  const { parse: fast, fallback }: Engine = await openEngine(options.engine);
  const extractors = times ? timedExtractors(extractorsByNode, times) : extractorsByNode;
  const timed = (parse: Engine['parse']) => (times ? timedParser(parse, times) : parse);
  let parse = timed(fast);
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
    const read = extractUnlessRejected({ ...input, parse }, extractors);
    if (read) return read;
    // From now on for all pages, so that none is read twice.
    const reference = await fallback?.();
    if (reference) parse = timed(reference);
    return extractPage({ ...input, parse }, extractors);
  };
}
