import type { Page, Secret } from '../model.ts';
import type { PageText } from './read-page.ts';

/** What was read of a page just now, and what whoever read it has found or made besides. */
export interface FreshPage {
  readonly page: Page;
  /** As `KnownPage` has it. */
  readonly json?: string;
  /** The credentials of its text, where that was searched. */
  readonly secrets?: readonly Secret[];
}

export type ReadFresh = (page: PageText) => Promise<FreshPage>;
