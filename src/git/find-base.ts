import { UserError } from '../errors.ts';
import type { Repository } from './open-repository.ts';
import { GitFailure } from './run-git.ts';

/** A commit that changes are counted from, and what people call it. */
export interface Base {
  readonly commit: string;
  readonly name: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** Where the branch left its base: the one that was named, else the target of the pull request, else the main branch. */
export async function findBase(repository: Repository, named: string | undefined, env: Env): Promise<Base> {
  if ((await commitOf(repository, 'HEAD')) === undefined) {
    throw new UserError('git', 'There is no commit yet that changes could be counted from.', {
      hint: 'Use --staged before the first commit.',
    });
  }
  const name = named ?? targetOf(env) ?? (await mainBranch(repository));
  const tip = name.startsWith('-') ? undefined : await commitOf(repository, name);
  if (tip === undefined) throw await noSuchBase(repository, name);
  const commit = await answerOf(repository, ['merge-base', tip, 'HEAD']);
  if (commit === undefined) throw await noCommonCommit(repository, name);
  return { commit, name };
}

/** The last commit; absent before the first one. */
export async function findHead(repository: Repository): Promise<Base | undefined> {
  const commit = await commitOf(repository, 'HEAD');
  return commit === undefined ? undefined : { commit, name: 'HEAD' };
}

/** GitHub and GitLab name the target of a pull request; elsewhere the variables are empty or absent. */
function targetOf(env: Env): string | undefined {
  const target = env.GITHUB_BASE_REF || env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME;
  return target ? `origin/${target}` : undefined;
}

async function mainBranch(repository: Repository): Promise<string> {
  const candidates = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];
  for (const candidate of candidates) {
    if ((await commitOf(repository, candidate)) !== undefined) return candidate;
  }
  throw new UserError(
    'git',
    'There is no `main` or `master`, here or at `origin`, that changes could be counted from.',
    {
      hint: 'Name one with --base <ref>; in CI, fetch it first: `fetch-depth: 0`, or `git fetch origin main`.',
    },
  );
}

async function noSuchBase(repository: Repository, name: string): Promise<UserError> {
  const branch = name.replace(/^origin\//, '');
  const where = (await isShallow(repository)) ? 'this shallow clone' : 'this clone';
  return new UserError('git', `There is no \`${name}\` in ${where}.`, {
    hint: `Fetch it: \`fetch-depth: 0\` for actions/checkout, \`GIT_DEPTH: 0\` for GitLab, else \`git fetch origin ${branch}\`; or name another one with --base.`,
  });
}

async function noCommonCommit(repository: Repository, name: string): Promise<UserError> {
  if (await isShallow(repository)) {
    return new UserError('git', `This clone is shallow: the commit where the branch left \`${name}\` is not in it.`, {
      hint: 'Fetch the history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` for GitLab, else `git fetch --unshallow`.',
    });
  }
  return new UserError('git', `The branch and \`${name}\` have no commit in common.`, {
    hint: 'Name the ref that the branch was made from with --base <ref>.',
  });
}

async function isShallow(repository: Repository): Promise<boolean> {
  return (await answerOf(repository, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

function commitOf(repository: Repository, ref: string): Promise<string | undefined> {
  return answerOf(repository, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}

/** The first line of an answer; nothing where git has none. */
async function answerOf(repository: Repository, parameters: readonly string[]): Promise<string | undefined> {
  try {
    const [line] = (await repository.git(parameters)).toString().split('\n');
    return line || undefined;
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
