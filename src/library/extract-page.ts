import { UserError } from '../errors.ts';
import { openReader } from '../extract/read-page.ts';
import type { FrameworkId, OperationComponent } from '../frameworks/framework.ts';
import { frameworkIds, frameworkOf, isFrameworkId } from '../frameworks/index.ts';
import type { Page } from '../model.ts';

/** A page by its text alone; everything but name and text may be left out. */
export interface ExtractPageOptions {
  /** Its name tells whether it is MDX; no such file need be there. */
  readonly file: string;
  readonly text: string;
  /** Whose ids, components and front matter are known; `github` where it is left out. */
  readonly framework?: FrameworkId;
  /** Own components that name operations or state fields, by name. */
  readonly components?: Readonly<Record<string, OperationComponent>>;
  /** Names of command line programs whose calls are read. */
  readonly programs?: readonly string[];
  /** Own phrases that say that a statement was not verified. */
  readonly hedges?: readonly string[];
  readonly engine?: 'fast' | 'reference';
}

/**
 * Reads one page: its headings, ids, links, mentions and directives, each with its exact span. No spec plays a part in it. A page
 * that does not parse comes back with its `failure`.
 */
export async function extractPage(options: ExtractPageOptions): Promise<Page> {
  const { file, text, framework = 'github', components = {}, programs = [], hedges = [], engine = 'fast' } = options;
  if (!isFrameworkId(framework)) {
    throw new UserError('usage', `There is no framework \`${String(framework)}\`.`, {
      hint: `Known: ${frameworkIds.join(', ')}.`,
    });
  }
  const read = await openReader({ engine, components, hedges, programs: programs.map((name) => ({ name })) });
  return read({ file, text, framework: frameworkOf(framework) });
}
