import type { RunObserver } from '../observer.ts';
import type { Io } from './io.ts';
import { createProgress } from './progress.ts';
import { createStats } from './stats.ts';

export interface Observed<Result> {
  readonly result: Result;
  /** What `--stats` prints, to be told last; empty without it. */
  readonly closing: string;
}

/** Lends a run what shows and measures it, and takes the line that was shown away when it is over, however it ends. */
export async function observed<Result>(
  io: Io,
  { stats: wanted = false }: { readonly stats?: boolean | undefined },
  work: (observer: RunObserver) => Promise<Result>,
): Promise<Observed<Result>> {
  const progress = createProgress(io);
  const stats = wanted ? createStats() : undefined;
  try {
    const result = await work(stats ? both(progress, stats) : progress);
    return { result, closing: stats?.describe() ?? '' };
  } finally {
    progress.erase();
  }
}

function both(one: RunObserver, other: RunObserver): RunObserver {
  return {
    begin(stage) {
      const ends = [one.begin(stage), other.begin(stage)];
      return () => {
        for (const end of ends) end();
      };
    },
    page(page, count) {
      one.page(page, count);
      other.page(page, count);
    },
    recalled(edited) {
      one.recalled?.(edited);
      other.recalled?.(edited);
    },
    // Time is taken only where it is there.
    ...(other.extracted && { extracted: (times) => other.extracted?.(times) }),
    cache(traffic) {
      one.cache?.(traffic);
      other.cache?.(traffic);
    },
    rule: (id, work) => one.rule(id, () => other.rule(id, work)),
  };
}
