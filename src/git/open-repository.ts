import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { GitFailure, reasonOf, runGit } from './run-git.ts';

/** The repository around a folder, read through a copy of its index, so that nothing of it can be touched. */
export interface Repository {
  /** Absolute. */
  readonly top: string;
  /** Absolute; of a worktree its own. */
  readonly gitFolder: string;
  /** From the top to the folder that was asked for, '' or with a slash at its end. */
  readonly prefix: string;
  /** For other repositories. */
  readonly env: NodeJS.ProcessEnv;
  /** An empty folder that `close` removes. */
  readonly scratch: string;
  /** Runs at the top. */
  git(parameters: readonly string[], input?: string): Promise<Buffer>;
  close(): void;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Hooks name their repository and their index by `GIT_DIR` and `GIT_INDEX_FILE`; both are heeded. */
export async function openRepository(cwd: string, env: Env): Promise<Repository> {
  const { top, gitFolder, prefix } = await findRepository(cwd, env).catch((error: unknown) => {
    throw error instanceof GitFailure ? notUsable(cwd, error) : error;
  });
  if (!top || !gitFolder) throw noWorkTree(cwd);
  const scratch = mkdtempSync(join(tmpdir(), 'specwins-changes-'));
  const others = withoutPlace(env);
  const place = {
    folder: top,
    env: { ...others, GIT_DIR: gitFolder, GIT_WORK_TREE: top, GIT_INDEX_FILE: copyIndex() },
  };
  return {
    top: resolve(top),
    gitFolder,
    prefix,
    env: others,
    scratch,
    git: (parameters, input) => runGit(place, parameters, input),
    close: () => rmSync(scratch, { recursive: true, force: true }),
  };

  /** `git diff` may write what it learnt into the index. */
  function copyIndex(): string {
    // Git goes to the top before it reads the index, so that is what the name is relative to.
    const index = env.GIT_INDEX_FILE ? resolve(top, env.GIT_INDEX_FILE) : join(gitFolder, 'index');
    const copy = join(scratch, 'index');
    if (!existsSync(index)) return copy;
    copyFileSync(index, copy);
    // Its age decides which files git compares by content.
    const { atime, mtime } = statSync(index);
    utimesSync(copy, atime, mtime);
    return copy;
  }
}

/**
 * With `GIT_DIR` git takes any folder for the top. A hook that goes into a folder before it runs us means the repository around that
 * folder, if it is the same one.
 */
async function findRepository(cwd: string, env: Env): Promise<{ top: string; gitFolder: string; prefix: string }> {
  const ask = async (place: Env) => {
    const answers = ['--show-toplevel', '--absolute-git-dir', '--show-prefix'].map(async (question) =>
      (await runGit({ folder: cwd, env: place }, ['rev-parse', question])).toString().replace(/\r?\n$/, ''),
    );
    const [top = '', gitFolder = '', prefix = ''] = await Promise.all(answers);
    return { top, gitFolder, prefix };
  };
  if (!env.GIT_DIR || env.GIT_WORK_TREE) return ask(env);
  const around = await ask(withoutPlace(env)).catch(() => undefined);
  const isSame = around && resolve(around.top, env.GIT_DIR) === resolve(around.gitFolder);
  return isSame ? around : ask(env);
}

/** What git must not hear in another repository than the one that a hook names. */
function withoutPlace(env: Env): Env {
  const own = /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !own.test(name)));
}

/** The path from the top of a file that is named relative to the folder that was asked for. */
export function pathFromTop({ prefix }: Pick<Repository, 'prefix'>, file: string): string {
  return posix.join(prefix, file);
}

/** The other way round. */
export function pathFromFolder({ prefix }: Pick<Repository, 'prefix'>, path: string): string {
  return posix.relative(prefix, path);
}

function notUsable(cwd: string, failure: GitFailure): UserError {
  if (/not a git repository/.test(failure.stderr)) {
    return new UserError('git', `\`${cwd}\` lies in no git repository, so what changed cannot be told.`, {
      hint: 'Run it in a clone, or name files with --files or as arguments.',
      cause: failure,
    });
  }
  if (/must be run in a work tree/.test(failure.stderr)) return noWorkTree(cwd);
  return new UserError('git', `Git does not open the repository around \`${cwd}\`: ${reasonOf(failure)}.`, {
    hint: 'Run `git status` there; what helps it helps here.',
    cause: failure,
  });
}

function noWorkTree(cwd: string): UserError {
  return new UserError('git', `The git repository around \`${cwd}\` has no files checked out.`, {
    hint: 'Run it in a clone that is not bare.',
  });
}
