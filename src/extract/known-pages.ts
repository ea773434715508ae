import type { FrameworkId, OperationComponent, ProjectFacts } from '../frameworks/framework.ts';
import type { Page } from '../model.ts';

/** Everything that decides what is read of a page. */
export interface PageKey {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  /** A hash of the settings under which it is read, its name among them. */
  readonly settings: string;
  /** A hash of its text. */
  readonly content: string;
}

/** A page that was read before. */
export interface KnownPage {
  readonly page: Page;
  /** Characters of its file. */
  readonly size: number;
  /** The page as JSON of ASCII alone, where somebody has made that already. */
  readonly json?: string | undefined;
}

/** Pages that were read before, by everything that decides what is read of them. */
export interface PageCache {
  get(key: PageKey): KnownPage | undefined;
  set(key: PageKey, known: KnownPage): void;
  /** What the file at `path` holds, told without reading it; absent where only its text can tell. */
  contentOf?(path: string, place: Omit<PageKey, 'content'>): string | undefined;
  /** Says what a file of this run holds; `path` is given where it was read just now. */
  saw?(key: PageKey, path?: string): void;
}

/** How the pages of a run were read, as plain data, so that one can be read again. */
export interface Reading {
  readonly engine: 'fast' | 'reference';
  readonly components: Readonly<Record<string, OperationComponent>>;
  readonly programs: readonly { readonly name: string }[];
  readonly hedges: readonly string[];
  /** The folders of pages, absolute; a page belongs to the innermost one around it. */
  readonly roots: readonly {
    readonly root: string;
    readonly framework: FrameworkId;
    readonly facts?: ProjectFacts | undefined;
  }[];
}
