import { availableParallelism } from 'node:os';
import type { PageThreads } from '../extract/read-ahead.ts';
import { sizeOf } from './batches.ts';

/** Threads beside the main one: as many as are named, or as many as pay. */
export type ThreadCount = number | 'auto';

/** Characters that nobody knows yet, below which a thread costs more than it gains; see PERFORMANCE.md. */
export const BREAK_EVEN = 1_000_000;

/** The same where there are only two processors. */
export const BREAK_EVEN_OF_TWO = 4_000_000;

const MOST = 4;

/** Reads pages in threads; they start when they are first needed. */
export function openThreads(count: ThreadCount): PageThreads {
  return {
    async begin(pages, aids) {
      const threads = count === 'auto' ? threadsFor(sizeOf(pages), availableParallelism()) : count;
      if (threads === 0 || pages.length < 2) return undefined;
      const { readBeside } = await import('./read-beside.ts');
      return readBeside(pages, threads, aids);
    },
  };
}

/**
 * The main thread reads too, and what compiles its code and collects its garbage beside it fills most of a second processor, until
 * all code is compiled.
 */
export function threadsFor(size: number, processors: number): number {
  const busy = size < BREAK_EVEN_OF_TWO ? 2 : 1;
  return size < BREAK_EVEN ? 0 : Math.max(0, Math.min(MOST, processors - busy));
}
