import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statPath } from '../disk/stat-path.ts';
import type { CacheTraffic } from '../observer.ts';
import type { CachePlace } from './cache-folder.ts';
import { codeVersion } from './code-version.ts';
import { openPageShards } from './page-shards.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { TEMPORARY } from './sealed-file.ts';

/** What runs leave on disk for the next ones. The report is the same without; nothing that goes wrong with it is an error. */
export interface Cache {
  readonly pages: PageStore;
  /** Writes what is new. */
  save(): void;
  /** Lets go of what was read, until it is asked for again. */
  release(): void;
  /** Bytes so far. */
  traffic(): CacheTraffic;
}

export interface CacheOptions extends CachePlace {
  /** In CI every file is new, so that its times tell nothing. */
  readonly byState: boolean;
  readonly version?: string;
  readonly now?: () => number;
}

export function openCache({ folder, among, byState, version = codeVersion(), now = Date.now }: CacheOptions): Cache {
  const shards = openPageShards(folder, version);
  const pages = openPageStore(shards, { byState, now });
  let written = 0;
  return {
    pages,
    save() {
      const bytes = pages.save();
      if (bytes > 0) tidy({ folder, among }, now());
      written += bytes;
    },
    release: () => pages.release(),
    traffic: () => ({ read: shards.bytesRead(), written }),
  };
}

const HOUR_MS = 3_600_000;
const UNUSED_MS = 30 * 24 * HOUR_MS;

/** Removes what runs that were cut off left behind, and the caches of projects that nobody lints any more. */
function tidy({ folder, among }: CachePlace, now: number): void {
  try {
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const name of readdirSync(folder)) {
      if (name.endsWith(TEMPORARY)) removeOlder(join(folder, name), now - HOUR_MS);
    }
    if (among === undefined) return;
    for (const name of readdirSync(among)) removeOlder(join(among, name), now - UNUSED_MS);
  } catch {
    // Another run is about the same, or it may not be done; neither matters.
  }
}

/** A folder is as old as the last change of what it lists. */
function removeOlder(path: string, than: number): void {
  const found = statPath(path);
  if (found && found.mtimeMs < than) rmSync(path, { recursive: true, force: true });
}
