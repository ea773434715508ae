import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Cache } from '../cache/open-cache.ts';
import { statPath } from '../disk/stat-path.ts';
import { UserError } from '../errors.ts';
import type { Io } from './io.ts';

/** The options that say what a run may leave on disk for the next one. */
export interface CacheFlags {
  readonly cache?: boolean;
  readonly cacheLocation?: string;
}

export function addCacheOptions(command: Command): Command {
  return command
    .option('--no-cache', 'read all pages and specs anew, and keep nothing of them')
    .option('--cache-location <folder>', 'where what was read is kept; else in node_modules/.cache');
}

/** The cache of a run; nothing where none is wanted, or where there is no place for one. */
export async function openRunCache({ cache, cacheLocation }: CacheFlags, { cwd, env }: Io): Promise<Cache | undefined> {
  if (cache === false) return undefined;
  const [{ openCache }, { cachePlace }] = await Promise.all([
    import('../cache/open-cache.ts'),
    import('../cache/cache-folder.ts'),
  ]);
  const place = cacheLocation === undefined ? cachePlace(cwd, env) : namedPlace(cacheLocation, cwd);
  return place && openCache({ ...place, byState: !isCi(env) });
}

function namedPlace(location: string, cwd: string): { readonly folder: string } {
  const folder = resolve(cwd, location);
  if (canHoldFolder(folder)) return { folder };
  throw new UserError('usage', `\`--cache-location\` names a folder; \`${location}\` is none.`, {
    hint: 'Leave it out for the default, or pass `--no-cache` to keep nothing.',
  });
}

/** It is a folder, or the first thing above it that is there is one. */
function canHoldFolder(path: string): boolean {
  const found = statPath(path);
  if (found) return found.isDirectory();
  return dirname(path) !== path && canHoldFolder(dirname(path));
}

/** What all CI services set; a checkout there gives every file a new time. */
function isCi({ CI }: Io['env']): boolean {
  return CI !== undefined && CI !== '' && CI !== '0' && CI !== 'false';
}
