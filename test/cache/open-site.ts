import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openCache } from '../../src/cache/open-cache.ts';
import type { LintOptions } from '../../src/config/config.ts';
import { type LintResult, lint } from '../../src/lint.ts';
import { writeProject } from '../project.ts';

export function emptyFolder(): string {
  return writeProject({});
}

export interface CachedRun extends LintResult {
  /** Files that were read anew, sorted. */
  readonly parsed: readonly string[];
  /** Specs that were parsed and indexed anew, by name. */
  readonly indexed: readonly string[];
  /** Bytes that were written to the cache. */
  readonly written: number;
}

/** One run of a process of its own: nothing but the folder of the cache outlives it. */
export async function lintCached(
  options: LintOptions,
  folder: string,
  { byState = true, version = '1', now }: { byState?: boolean; version?: string; now?: () => number } = {},
): Promise<CachedRun> {
  const cache = openCache({ folder, byState, version, ...(now && { now }) });
  const parsed: string[] = [];
  const indexed: string[] = [];
  const specs = (inPlace: boolean) => {
    const store = cache.specs(inPlace);
    return {
      ...store,
      keep(...given: Parameters<typeof store.keep>) {
        indexed.push(given[0].name);
        store.keep(...given);
      },
    };
  };
  const result = await lint(options, {
    cache: { ...cache, specs },
    observer: {
      begin: () => () => undefined,
      page: ({ file, cached }) => {
        if (!cached) parsed.push(file);
      },
      rule: (_, work) => work(),
    },
  });
  return { ...result, parsed: parsed.sort(), indexed, written: cache.traffic().written };
}

/** The files that the cache consists of, absolute. */
export function filesOf(folder: string, start = ''): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name !== '.gitignore' && name.startsWith(start))
    .map((name) => join(folder, name))
    .sort();
}
