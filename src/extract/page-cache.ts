import { createHash } from 'node:crypto';
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

/**
 * Keeps pages in memory; what a run did not ask for is forgotten when the next one is over. What it does not have, the cache behind it is
 * asked for.
 */
export function createPageCache(behind?: PageCache): PageCache & { nextRun(): void } {
  let earlier = new Map<string, KnownPage>();
  let current = new Map<string, KnownPage>();
  return {
    get(key) {
      const name = nameOf(key);
      const known = current.get(name) ?? earlier.get(name) ?? behind?.get(key);
      if (known) current.set(name, known);
      return known;
    },
    set(key, known) {
      current.set(nameOf(key), known);
      behind?.set(key, known);
    },
    contentOf: (path, place) => behind?.contentOf?.(path, place),
    saw: (key, path) => behind?.saw?.(key, path),
    nextRun() {
      // A run that failed before it read a page.
      if (current.size === 0) return;
      earlier = current;
      current = new Map();
    },
  };
}

function nameOf({ settings, content }: PageKey): string {
  return `${settings} ${content}`;
}

/** Short enough to be kept by the thousand, long enough that no two texts share one. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url');
}
