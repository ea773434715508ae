import type { Framework, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { Page } from '../model.ts';
import { type Engine, openEngine } from './engine.ts';
import { extractPage, extractUnlessRejected } from './extract-page.ts';
import { ownHedges } from './hedges/own-hedges.ts';

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

/** Reads pages; what the engine rejects goes to its fallback. */
export async function openReader(options: ExtractOptions): Promise<(page: PageText) => Promise<Page>> {
  const { parse, fallback }: Engine = await openEngine(options.engine);
  const own = ownHedges(options.hedges);
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
    return (
      extractUnlessRejected({ ...input, parse }) ?? extractPage({ ...input, parse: (await fallback?.()) ?? parse })
    );
  };
}
