import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statPath } from '../disk/stat-path.ts';
import type { CacheTraffic } from '../observer.ts';
import type { CachePlace } from './cache-folder.ts';
import { codeVersion } from './code-version.ts';
import { openPageShards } from './page-shards.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { type Count, TEMPORARY } from './sealed-file.ts';
import { type OpenedSpec, openSpecStore, type SpecStore } from './spec-store.ts';

/** What runs leave on disk for the next ones. The report is the same without; nothing that goes wrong with it is an error. */
export interface Cache {
  readonly pages: PageStore;
  readonly runs: RunStore;
  /** `inPlace`: the files of the run are those of the user, and no copies. */
  specs(inPlace: boolean): SpecStore;
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
  const traffic = { read: 0, written: 0 };
  const count: Count = ({ read = 0, written = 0 }) => {
    traffic.read += read;
    traffic.written += written;
  };
  const pages = openPageStore(openPageShards(folder, { version, count }), { byState, now });
  const place = { folder, version, now, count, opened: new Map<string, OpenedSpec>() };
  const inPlaceSpecs = openSpecStore({ ...place, byState });
  const copiedSpecs = openSpecStore({ ...place, byState: false });
  const runs = openRunStore({ folder, version, byState, now, count });
  let tidied = 0;
  return {
    pages,
    runs,
    specs: (inPlace) => (inPlace ? inPlaceSpecs : copiedSpecs),
    save() {
      pages.save();
      for (const store of [inPlaceSpecs, copiedSpecs]) store.save();
      if (traffic.written === tidied) return;
      tidy({ folder, among }, now());
      tidied = traffic.written;
    },
    release: () => pages.release(),
    traffic: () => ({ ...traffic }),
  };
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Removes what runs that were cut off left behind, and the caches of projects that nobody lints any more. */
function tidy({ folder, among }: CachePlace, now: number): void {
  try {
    if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n');
    for (const name of readdirSync(folder)) {
      if (name.endsWith(TEMPORARY)) removeOlder(join(folder, name), now - HOUR_MS);
      // Those of use are touched now and then.
      if (/^(?:run|spec)-/.test(name)) removeOlder(join(folder, name), now - 14 * DAY_MS);
    }
    forgetRuns(folder);
    if (among === undefined) return;
    for (const name of readdirSync(among)) removeOlder(join(among, name), now - 30 * DAY_MS);
  } catch {
    // Another run is about the same, or it may not be done; neither matters.
  }
}

/** Each state of a repository that is about to be committed is a run of its own. */
const MOST_RUNS = 8;

/** Removes the runs that were kept longest ago. */
function forgetRuns(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith('run-'));
  const ages = files
    .filter((name) => name.endsWith('.asked'))
    .map((name) => ({ run: name.slice(0, -'.asked'.length), time: statPath(join(folder, name))?.mtimeMs ?? 0 }))
    .sort((one, other) => other.time - one.time);
  for (const { run } of ages.slice(MOST_RUNS)) {
    for (const name of files) if (name.startsWith(`${run}.`)) rmSync(join(folder, name), { force: true });
  }
}

/** A folder is as old as the last change of what it lists. */
function removeOlder(path: string, than: number): void {
  const found = statPath(path);
  if (found && found.mtimeMs < than) rmSync(path, { recursive: true, force: true });
}
