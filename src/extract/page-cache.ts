import type { KnownPage, PageCache, PageKey } from './known-pages.ts';

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
      const { page, size } = known;
      current.set(nameOf(key), { page, size });
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
