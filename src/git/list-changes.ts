import { posix } from 'node:path';
import type { Base } from './find-base.ts';
import type { Repository } from './open-repository.ts';
import { fieldsOf } from './run-git.ts';

/** The files that differ from a base. Paths start at the top, with forward slashes. */
export interface Changes {
  /** How many files were changed, added, removed or moved. */
  readonly count: number;
  /** Whether a file has another content than at the base, or was not there. */
  has(path: string): boolean;
  /** The files, where nothing but the content of files that are in both has changed; absent where more has. */
  readonly edited?: readonly string[];
  /** What a file with the same content was called at the base. */
  readonly movedFrom: ReadonlyMap<string, string>;
}

/** A line of `git diff --raw`. */
export interface RawChange {
  readonly oldMode: string;
  readonly newMode: string;
  /** `A`, `M`, `D`, `R100` … */
  readonly status: string;
  readonly path: string;
  /** Before it was renamed. */
  readonly from?: string;
}

/** What the working tree holds that the base does not: committed since, staged, edited and untracked. */
export async function listChangesSince(repository: Repository, base: Base): Promise<Changes> {
  const [changed, untracked] = await Promise.all([diff(repository, [base.commit]), listUntracked(repository)]);
  return collect(changed, untracked);
}

/** What the next commit would change; without a last one, all of it. */
export async function listStagedChanges(repository: Repository, head: Base | undefined): Promise<Changes> {
  return collect(await diff(repository, ['--cached', ...(head ? [head.commit] : [])]), []);
}

/** How the working tree differs from the index. */
export async function listUnstaged(repository: Repository): Promise<readonly RawChange[]> {
  return diff(repository, []);
}

/** Files that git does not know and does not ignore; a folder that is a repository of its own ends with a slash. */
export async function listUntracked({ git }: Repository): Promise<readonly string[]> {
  return fieldsOf(await git(['ls-files', '-z', '--others', '--exclude-standard']));
}

async function diff({ git }: Repository, sides: readonly string[]): Promise<readonly RawChange[]> {
  const plain = ['--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=dirty'];
  const fields = fieldsOf(await git(['diff', '--raw', '-z', '-M', ...plain, ...sides, '--']));
  const changes: RawChange[] = [];
  for (let index = 0; index < fields.length; ) {
    const [oldMode = '', newMode = '', , , status = ''] = (fields[index] ?? '').slice(1).split(' ');
    const [one = '', other = ''] = fields.slice(index + 1, index + 3);
    const isPair = /^[RC]/.test(status);
    changes.push({ oldMode, newMode, status, path: isPair ? other : one, ...(isPair && { from: one }) });
    index += isPair ? 3 : 2;
  }
  return changes;
}

function collect(changed: readonly RawChange[], untracked: readonly string[]): Changes {
  const files = new Set<string>(untracked);
  const movedFrom = new Map<string, string>();
  const folders = untracked.filter((path) => path.endsWith('/')).map((path) => path.slice(0, -1));
  for (const { oldMode, newMode, status, path, from } of changed) {
    if (from !== undefined) files.add(from);
    if (status === 'R100' && from !== undefined) movedFrom.set(path, from);
    else files.add(path);
    // Of a submodule only its commit is known to have changed.
    if ([oldMode, newMode].includes('160000')) folders.push(path);
  }
  const isEdit = ({ oldMode, newMode, status }: RawChange) =>
    status === 'M' && oldMode === newMode && /^100/.test(newMode);
  return {
    count: changed.length + untracked.length,
    ...(untracked.length === 0 && changed.every(isEdit) && { edited: changed.map(({ path }) => path) }),
    movedFrom,
    has: (path) => files.has(path) || folders.some((folder) => path.startsWith(`${posix.normalize(folder)}/`)),
  };
}
