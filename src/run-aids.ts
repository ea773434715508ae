import type { Cache } from './cache/open-cache.ts';
import type { PlaceOf } from './cache/run-store.ts';
import type { Config } from './config/config.ts';
import type { PageCache } from './extract/known-pages.ts';
import { createPageCache } from './extract/page-cache.ts';
import type { RunObserver, Stage } from './observer.ts';
import type { ThreadCount } from './threads/open-threads.ts';
import type { Truth } from './truth/load-truth.ts';

/** What a caller may lend to a run. The report is the same without. */
export interface RunAids {
  readonly observer?: RunObserver | undefined;
  readonly memory?: RunMemory | undefined;
  /** What earlier processes left on disk. */
  readonly cache?: Cache | undefined;
  /** What the run comes to is written to the cache as well, for `lintReport`. */
  readonly keepsRun?: boolean;
  /** By which name besides its options the run may be known. */
  readonly known?: { readonly name: string; readonly placeOf: PlaceOf } | undefined;
  /**
   * Threads that read pages beside the main one, each of which takes some 60 MB; `auto` takes some where there is enough to read. Without
   * it there are none: threads in a process of somebody else would come as a surprise.
   */
  readonly threads?: ThreadCount | undefined;
}

/** Tells the observer of a stage, from its begin to its end. */
export async function during<Result>(
  stage: Stage,
  { observer }: RunAids,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const finish = observer?.begin(stage);
  const result = await work();
  finish?.();
  return result;
}

/** Writes what was read to the disk, and lets go of it where this was the only run. */
export function keepForNextRun({ cache, memory, observer }: RunAids): void {
  if (cache === undefined) return;
  cache.save();
  if (memory === undefined) cache.release();
  observer?.cache?.(cache.traffic());
}

/** What runs over the same site keep from one to the next, so that a page that changed is all that is read again. */
export interface RunMemory {
  readonly pages: PageCache;
  /** The truth of an earlier run, where the configuration asks for the same one; else reads it. */
  truth(config: Config, read: () => Promise<Truth>): Promise<Truth>;
  /** To be called between runs. `truthChanged` says that a spec or a manifest may be another one now. */
  nextRun(truthChanged: boolean): void;
}

/** `cache` is asked for what the memory does not have. */
export function createRunMemory(cache?: Cache): RunMemory {
  const pages = createPageCache(cache?.pages);
  let known: { readonly key: string; readonly truth: Truth } | undefined;
  return {
    pages,
    async truth({ cwd, specs, programs, mcp, credentials, guards }, read) {
      const key = JSON.stringify([cwd, specs, programs, mcp, credentials, guards]);
      if (known?.key !== key) known = { key, truth: await read() };
      return known.truth;
    },
    nextRun(truthChanged) {
      pages.nextRun();
      if (truthChanged) known = undefined;
    },
  };
}
