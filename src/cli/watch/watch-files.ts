import { basename, relative, sep } from 'node:path';
import { isIgnoredByGit, isSkipped } from '../../discover/walk-files.ts';
import { UserError } from '../../errors.ts';

/** Editors write a file in several steps, and `git switch` writes many. */
const settled = 100;

export interface FileWatcher {
  /** Watches more places; those that are watched already stay as they are. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/**
 * Tells what changed below the folders, absolute, in batches. Files that git ignores and such as no run reads are left out. A
 * file that an editor puts in the place of another one has changed.
 */
export async function watchFiles(
  folders: readonly string[],
  tell: (changed: readonly string[]) => void,
): Promise<FileWatcher> {
  const { watch } = await import('chokidar');
  const places = [...folders];
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) => isIgnored(path, stats?.isFile(), places),
  });
  watcher.on('all', (_, path) => {
    if (isIgnoredByGit(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const batch = [...changed].sort();
      changed.clear();
      tell(batch);
    }, settled);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', resolve);
    watcher.once('error', (cause) => reject(cannotWatch(cause)));
  });
  // A folder that vanishes while it is read is no reason to stop.
  watcher.on('error', () => undefined);
  return {
    add(paths) {
      const more = paths.filter((path) => !places.some((place) => isBelow(path, place)));
      places.push(...more);
      if (more.length > 0) watcher.add([...more]);
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** What a run reads or a link leads to: pages, specs, settings of frameworks, navigation, pictures. */
const relevant =
  /\.(?:mdx?|markdown|jsonc?|ya?ml|toml|lock|txt|csv|pdf|png|jpe?g|gif|svg|webp|avif|mp4|webm|zip)$|(?:config|meta|sidebar|source|theme)\w*\.[cm]?[jt]sx?$|^\.gitignore$/i;

function isIgnored(path: string, isFile: boolean | undefined, places: readonly string[]): boolean {
  if (places.includes(path)) return false;
  if (isFile) return !relevant.test(basename(path));
  const place = places.find((each) => isBelow(path, each));
  if (place === undefined) return false;
  // It is asked before anything is known of the path; `.gitignore` may be a file.
  if (isFile === undefined) return isSkipped(basename(path)) && basename(path) !== '.gitignore';
  return isIgnoredByGit(`${path}${sep}`);
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

function cannotWatch(cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const full = /ENOSPC|EMFILE/.test(reason);
  return new UserError('watch-failed', `The files cannot be watched: ${reason}.`, {
    hint: full
      ? 'The system allows too few watched files: raise fs.inotify.max_user_watches, or set CHOKIDAR_USEPOLLING=1.'
      : 'Run it again, or without --watch.',
    cause,
  });
}
