import type { Config } from './config/config.ts';
import { createPageCache, type PageCache } from './extract/page-cache.ts';
import type { RunObserver } from './observer.ts';
import type { Programs } from './truth/cli/load-programs.ts';
import type { Truth } from './truth/load-truth.ts';

/** What a caller may lend to a run. The report is the same without. */
export interface RunAids {
  readonly observer?: RunObserver | undefined;
  readonly memory?: RunMemory | undefined;
}

export interface ReadTruth {
  readonly specs: Truth;
  readonly manifests: Programs;
}

/** What runs over the same site keep from one to the next, so that a page that changed is all that is read again. */
export interface RunMemory {
  readonly pages: PageCache;
  /** The truth of an earlier run, where the configuration asks for the same one; else reads it. */
  truth(config: Config, read: () => Promise<ReadTruth>): Promise<ReadTruth>;
  /** To be called between runs. `truthChanged` says that a spec or a manifest may be another one now. */
  nextRun(truthChanged: boolean): void;
}

export function createRunMemory(): RunMemory {
  const pages = createPageCache();
  let known: { readonly key: string; readonly truth: ReadTruth } | undefined;
  return {
    pages,
    async truth({ cwd, specs, programs, credentials, guards }, read) {
      const key = JSON.stringify([cwd, specs, programs, credentials, guards]);
      if (known?.key !== key) known = { key, truth: await read() };
      return known.truth;
    },
    nextRun(truthChanged) {
      pages.nextRun();
      if (truthChanged) known = undefined;
    },
  };
}
