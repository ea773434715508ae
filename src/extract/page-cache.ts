import { createHash } from 'node:crypto';
import type { Page } from '../model.ts';

/** Pages that were read before, by everything that decides what is read of them. */
export interface PageCache {
  get(key: string): Page | undefined;
  set(key: string, page: Page): void;
}

/** Keeps pages in memory; what a run did not ask for is forgotten when the next one is over. */
export function createPageCache(): PageCache & { nextRun(): void } {
  let earlier = new Map<string, Page>();
  let current = new Map<string, Page>();
  return {
    get(key) {
      const page = current.get(key) ?? earlier.get(key);
      if (page) current.set(key, page);
      return page;
    },
    set: (key, page) => void current.set(key, page),
    nextRun() {
      // A run that failed before it read a page.
      if (current.size === 0) return;
      earlier = current;
      current = new Map();
    },
  };
}

/** Equal for equal content that is read under equal settings. */
export function pageKey(text: string, settings: string): string {
  return createHash('sha256').update(settings).update('\0').update(text).digest('base64');
}
