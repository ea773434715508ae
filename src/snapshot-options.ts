import { relative, resolve } from 'node:path';
import type { LintOptions } from './config/config.ts';
import { findConfig } from './config/find-config.ts';
import { findPlugins, loadConfig } from './config/load-config.ts';
import { isIgnoredByGit } from './discover/walk-files.ts';
import { isThere } from './disk/read-disk.ts';
import type { Snapshot } from './git/open-snapshot.ts';

/**
 * The options for a run in a snapshot. What git does not know, as a spec that a build makes or one of another repository, is borrowed
 * from the disk, where `mayBorrow` says so; paths are relative to the working directory.
 */
export async function snapshotOptions(
  snapshot: Snapshot,
  options: LintOptions & { readonly cwd: string },
  mayBorrow: (path: string) => boolean,
): Promise<LintOptions> {
  const { cwd } = snapshot;
  const config = options.config ?? findConfig(options.cwd);
  const inside = (path: string) => resolve(cwd, relative(options.cwd, resolve(options.cwd, path)));
  const moved: LintOptions = {
    ...options,
    cwd,
    // Own rules are no part of what is judged, and find their packages only where they lie.
    plugins: await findPlugins(options.cwd, options.config),
    ...(options.config !== undefined && { config: inside(options.config) }),
    files: {
      stat: (path) =>
        snapshot.stat(path) ??
        // Git says nothing of what it ignores.
        (isIgnoredByGit(path) && isThere(snapshot.realOf(path)) ? 'file' : undefined),
      isIgnored: isIgnoredByGit,
    },
  };
  if (config !== undefined) snapshot.borrow(inside(config));
  const { specs, programs = [], baseline } = await loadConfig(moved);
  const places = [...specs.filter(({ kind }) => kind === 'file'), ...programs].map(({ location }) => location);
  for (const place of [...places, ...(baseline === undefined ? [] : [baseline])]) {
    if (mayBorrow(snapshot.realOf(place))) snapshot.borrow(place);
  }
  return moved;
}
