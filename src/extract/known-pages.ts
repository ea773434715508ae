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
