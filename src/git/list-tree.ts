import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { listUnstaged } from './list-changes.ts';
import type { Repository } from './open-repository.ts';
import { fieldsOf, GitFailure, runGit } from './run-git.ts';

type RunGit = Repository['git'];

/** A file of a commit or of the index. */
export interface TreeEntry {
  /** From the top, with forward slashes. */
  readonly path: string;
  readonly link: boolean;
  readonly object: string;
  /** Runs git where the object lies: in the repository, or in a submodule. */
  readonly git: RunGit;
}

/** All files of a commit, with those of the submodules that are checked out. */
export async function listCommit(repository: Repository, commit: string): Promise<readonly TreeEntry[]> {
  const lines = fieldsOf(await repository.git(['ls-tree', '-r', '-z', '--full-tree', commit]));
  return entriesOf(lines.map(parseLine), repository);
}

/** All files of the next commit. What was only announced by `git add --intent-to-add` is not in it. */
export async function listIndex(repository: Repository): Promise<readonly TreeEntry[]> {
  const [output, unstaged] = await Promise.all([
    repository.git(['ls-files', '--stage', '-z']),
    listUnstaged(repository),
  ]);
  const announced = new Set(unstaged.filter(({ status }) => status === 'A').map(({ path }) => path));
  const lines = fieldsOf(output).map(parseLine);
  const conflict = lines.find(({ stage }) => stage !== undefined && stage !== '0');
  if (conflict) {
    throw new UserError(
      'git',
      `\`${conflict.path}\` has a conflict that is not resolved, so nothing can be committed.`,
      {
        hint: 'Resolve it and `git add` it first.',
      },
    );
  }
  return entriesOf(
    lines.filter(({ path }) => !announced.has(path)),
    repository,
  );
}

interface Line {
  readonly mode: string;
  readonly object: string;
  readonly path: string;
  readonly stage?: string;
}

/** `<mode> <type> <object>\t<path>` of a commit, `<mode> <object> <stage>\t<path>` of the index. */
function parseLine(line: string): Line {
  const tab = line.indexOf('\t');
  const [mode = '', second = '', third = ''] = line.slice(0, tab).split(' ');
  const path = line.slice(tab + 1);
  return /^[0-9a-f]{40,}$/.test(second) ? { mode, object: second, stage: third, path } : { mode, object: third, path };
}

async function entriesOf(
  lines: readonly Line[],
  { git, top, env }: Pick<Repository, 'env' | 'git' | 'top'>,
): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  for (const { mode, object, path } of lines) {
    if (!isSafe(path)) continue;
    if (mode !== '160000') entries.push({ path, object, link: mode === '120000', git });
    else entries.push(...(await entriesOfSubmodule({ path, commit: object }, { top, env })));
  }
  return entries;
}

/** A submodule that is not checked out has no files here either. */
async function entriesOfSubmodule(
  { path, commit }: { readonly path: string; readonly commit: string },
  { top, env }: Pick<Repository, 'env' | 'top'>,
): Promise<readonly TreeEntry[]> {
  const folder = join(top, path);
  if (!existsSync(join(folder, '.git'))) return [];
  const place = { folder, env };
  const git: RunGit = (parameters, input) => runGit(place, parameters, input);
  const list = async (tree: string) => fieldsOf(await git(['ls-tree', '-r', '-z', '--full-tree', tree]));
  try {
    // A commit that was not fetched cannot be looked into; what is checked out is the nearest to it.
    const lines = await list(commit).catch(() => list('HEAD'));
    const below = await entriesOf(lines.map(parseLine), { git, top: folder, env });
    return below.map((entry) => ({ ...entry, path: `${path}/${entry.path}` }));
  } catch (error) {
    if (error instanceof GitFailure) return [];
    throw error;
  }
}

/** Git makes no such paths; a crafted repository may. */
function isSafe(path: string): boolean {
  return !path.split('/').some((segment) => ['', '.', '..', '.git'].includes(segment.toLowerCase()));
}
