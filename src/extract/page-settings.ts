import type { Framework, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { PageFormat } from '../model.ts';
import { hashOf } from '../text/hash-of.ts';

/** The part of a configuration that decides what is found on a page. */
export interface ExtractOptions {
  readonly engine: 'fast' | 'reference';
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly programs?: readonly { readonly name: string }[];
  /** Own phrases that say that a statement was not verified. */
  readonly hedges?: readonly string[];
}

/** A page's name and its framework. */
export interface NamedPage {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly framework: Framework;
  readonly facts?: ProjectFacts | undefined;
}

export function formatOf({ file, framework }: NamedPage): PageFormat {
  return file.endsWith('.mdx') || framework.mdIsMdx ? 'mdx' : 'md';
}

/** A hash of everything besides its text that decides what is read of a page. */
export function createSettings({ engine, components, hedges, programs }: ExtractOptions): (page: NamedPage) => string {
  const names = programs?.map(({ name }) => name);
  const shared = JSON.stringify({ engine, components, hedges, programs: names });
  const factsOf = new Map<ProjectFacts | undefined, string>();
  return (page) => {
    const facts = factsOf.get(page.facts) ?? JSON.stringify(page.facts) ?? '';
    factsOf.set(page.facts, facts);
    return hashOf(JSON.stringify([page.file, formatOf(page), page.framework.id, facts, shared]));
  };
}
