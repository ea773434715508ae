import type { FreshPage } from '../extract/fresh-page.ts';
import type { PageText } from '../extract/read-page.ts';

/** Pages that somebody will have read. */
export interface PromisedPages {
  /** Each is handed over once, and then forgotten; nothing for a page that was not promised. */
  take(page: PageText): Promise<FreshPage> | undefined;
  settle(page: PageText, read: FreshPage | Promise<FreshPage>): void;
}

type Settle = (read: FreshPage | Promise<FreshPage>) => void;

export function promisePages(pages: readonly PageText[]): PromisedPages {
  const promises = new Map<PageText, Promise<FreshPage>>();
  const settles = new Map<PageText, Settle>();
  for (const page of pages) {
    const promise = new Promise<FreshPage>((resolve) => settles.set(page, resolve));
    // Whoever takes it is told; nobody may come, where an earlier page ends the run.
    promise.catch(() => undefined);
    promises.set(page, promise);
  }
  return {
    take(page) {
      const promise = promises.get(page);
      promises.delete(page);
      return promise;
    },
    settle(page, read) {
      settles.get(page)?.(read);
      settles.delete(page);
    },
  };
}
