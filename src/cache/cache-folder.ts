import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { statPath } from '../disk/stat-path.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a cache lies. */
export interface CachePlace {
  /** Absolute; need not be there. */
  readonly folder: string;
  /** The folder of all our caches of this user, where it lies among them. */
  readonly among?: string | undefined;
}

/**
 * Where the cache of a project lies by default: with its installed packages, else in the folder which the user's system has for caches.
 * Nothing where there is neither.
 */
export function cachePlace(cwd: string, env: Environment, platform: string = process.platform): CachePlace | undefined {
  const top = projectOf(cwd);
  const modules = nearestModules(cwd, top);
  if (modules !== undefined) return { folder: join(modules, '.cache', 'specwins') };
  const caches = userCaches(env, platform);
  if (caches === undefined) return undefined;
  const name = createHash('sha1').update(top).digest('hex').slice(0, 12);
  const among = join(caches, 'specwins');
  return { folder: join(among, `${basename(top)}-${name}`), among };
}

/** The repository, or the folder itself where there is none. */
function projectOf(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return resolve(cwd);
  }
}

/** Not beyond the repository: what is installed in a home folder belongs to other things. */
function nearestModules(cwd: string, top: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (statPath(modules)?.isDirectory()) return modules;
    if (folder === top || dirname(folder) === folder) return undefined;
  }
}

function userCaches(env: Environment, platform: string): string | undefined {
  // The specification has relative paths ignored.
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (platform === 'win32') return env.LOCALAPPDATA || undefined;
  if (!env.HOME) return undefined;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches') : join(env.HOME, '.cache');
}
