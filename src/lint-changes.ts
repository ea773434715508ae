import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { withFindings } from './baseline/hold-against-baseline.ts';
import type { ChangeScope, LintOptions } from './config/config.ts';
import { UserError } from './errors.ts';
import { type Base, findBase, findHead } from './git/find-base.ts';
import { type GitState, gitState } from './git/git-state.ts';
import { type Changes, listChangesSince, listStagedChanges, listUnstaged, listUntracked } from './git/list-changes.ts';
import { type EditedText, listEdits } from './git/list-edits.ts';
import { listCommit, listIndex, type TreeEntry } from './git/list-tree.ts';
import { openRepository, pathFromFolder, pathFromTop, type Repository } from './git/open-repository.ts';
import { openSnapshot } from './git/open-snapshot.ts';
import { filesOf, rememberFindings } from './report/remember-findings.ts';
import type { Report, ReportedFinding } from './report/report.ts';
import { snapshotOptions } from './snapshot-options.ts';

/** How a whole site is linted, and what comes of linting nothing. */
export interface Linting<Result> {
  /** `state`: what the files of the run hold, where git knows all of them; `asked` are the options without the folder in which that lies. */
  lintSite(options: LintOptions, state?: GitState, asked?: LintOptions): Promise<Result>;
  lintNothing(options: LintOptions, note: string): Promise<Result>;
  /** The report on a state, where an earlier run has linted it. `mayBorrow`: whether it may rest on a file that git does not know. */
  recall?(options: LintOptions, state: GitState, mayBorrow: (path: string) => boolean): Report | undefined;
  /** The result for a state, by ids, that differs in the words of some files from one that an earlier run has linted. */
  carry?(
    options: LintOptions,
    states: { readonly from: string; readonly to: string },
    edits: readonly EditedText[],
  ): Promise<Result | undefined>;
}

interface Outcome {
  readonly report: Report;
  /** Whether a file was asked for. */
  isSelected(file: string): boolean;
}

/**
 * Lints the whole site and reports what stands in changed files, and what the change made wrong elsewhere: a link to a heading that was
 * renamed, a path that was taken out of a spec. The latter is what a run over the earlier state does not find.
 */
export async function lintChanges<Result extends Outcome>(
  options: LintOptions,
  scope: ChangeScope,
  linting: Linting<Result>,
): Promise<Result> {
  if (scope.kind === 'files') return lintFiles(options, scope.files, linting);
  const cwd = resolve(options.cwd ?? process.cwd());
  const env = scope.env ?? process.env;
  const repository = await openRepository(cwd, env);
  try {
    const situation = { repository, options: { ...options, cwd }, linting, listBase: createBaseList(repository) };
    if (scope.kind === 'staged') return await lintStaged(situation);
    const base = await findBase(repository, scope.base, env);
    return await lintSince(situation, base);
  } finally {
    repository.close();
  }
}

interface Situation<Result> {
  readonly repository: Repository;
  readonly options: LintOptions & { readonly cwd: string };
  readonly linting: Linting<Result>;
  /** All files of the commit that changes are counted from. */
  listBase(base: Base): Promise<readonly TreeEntry[]>;
}

/** Lists a commit once, however often it is asked for. */
function createBaseList(repository: Repository): Situation<unknown>['listBase'] {
  let listed: Promise<readonly TreeEntry[]> | undefined;
  return (base) => {
    listed ??= listCommit(repository, base.commit);
    return listed;
  };
}

/** Without an earlier state, all that stands in the files or rests on them. Those that are gone hold nothing. */
async function lintFiles<Result extends Outcome>(
  options: LintOptions,
  files: readonly string[],
  { lintSite, lintNothing }: Linting<Result>,
): Promise<Result> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const paths = files.filter((file) => existsSync(resolve(cwd, file)));
  if (paths.length > 0) return lintSite({ ...options, paths });
  const none = files.length === 0 ? 'No file was named' : 'None of the named files is there';
  return lintNothing(options, `${none}, so nothing was checked.`);
}

async function lintSince<Result extends Outcome>(situation: Situation<Result>, base: Base): Promise<Result> {
  const { repository, options, linting } = situation;
  const changes = await listChangesSince(repository, base);
  const since = `since \`${base.name}\``;
  if (changes.count === 0) return linting.lintNothing(options, `Nothing has changed ${since}, so nothing was checked.`);
  return narrow(await linting.lintSite(options), { ...situation, changes, base, since });
}

async function lintStaged<Result extends Outcome>(situation: Situation<Result>): Promise<Result> {
  const { repository, options, linting } = situation;
  const head = await findHead(repository);
  const changes = await listStagedChanges(repository, head);
  if (changes.count === 0) return linting.lintNothing(options, 'Nothing is staged, so nothing was checked.');
  return narrow(await lintIndex({ ...situation, head, edited: changes.edited }), {
    ...situation,
    changes,
    base: head,
    since: 'in the index',
  });
}

interface Staging<Result> extends Situation<Result> {
  readonly head: Base | undefined;
  readonly edited: Changes['edited'];
}

/** Where the working tree is what is staged, it is read as it lies. */
async function lintIndex<Result>(staging: Staging<Result>): Promise<Result> {
  const { repository, options, linting } = staging;
  const [unstaged, untracked, entries] = await Promise.all([
    listUnstaged(repository),
    listUntracked(repository),
    listIndex(repository),
  ]);
  if (unstaged.length === 0 && untracked.length === 0) {
    return linting.lintSite(options, gitState(entries, repository), options);
  }
  const carried = await carryFromHead(staging, entries);
  if (carried) return carried;
  const snapshot = await openSnapshot(repository, entries, 'staged');
  const staged = await snapshotOptions(snapshot, options, () => true);
  return linting.lintSite(staged, gitState(entries, repository, snapshot), options);
}

/** What is known of the last commit, where no more than the words of pages has changed since. */
async function carryFromHead<Result>(
  { repository, options, linting, head, edited, listBase }: Staging<Result>,
  after: readonly TreeEntry[],
): Promise<Result | undefined> {
  if (head === undefined || edited === undefined || linting.carry === undefined) return undefined;
  const before = await listBase(head);
  const edits = await listEdits(edited, { top: repository.top, before, after });
  const states = { from: gitState(before, repository).id, to: gitState(after, repository).id };
  return edits && linting.carry(options, states, edits);
}

interface Narrowing<Result> extends Situation<Result> {
  readonly changes: Changes;
  /** Absent before the first commit: then all is new. */
  readonly base: Base | undefined;
  readonly since: string;
}

/** Leaves in the report what concerns the changes. The earlier state is only linted where something else was found. */
async function narrow<Result extends Outcome>(result: Result, narrowing: Narrowing<Result>): Promise<Result> {
  const { repository, changes, since } = narrowing;
  const { findings } = result.report;
  const isChanged = (file: string) => changes.has(pathFromTop(repository, file));
  const touches = (finding: ReportedFinding) => filesOf(finding).some(isChanged);
  const earlier = findings.every(touches) ? undefined : await lintEarlier(narrowing);
  const earlierName = (file: string) => {
    const from = changes.movedFrom.get(pathFromTop(repository, file));
    return from === undefined ? file : pathFromFolder(repository, from);
  };
  const isOld = earlier?.report ? rememberFindings(earlier.report.findings, earlierName) : () => false;
  const reported = findings.filter((finding) => {
    // Asked of each, since equal ones are counted.
    const old = isOld(finding);
    return touches(finding) || !old;
  });
  const files = changes.count === 1 ? '1 file' : `${changes.count} files`;
  const others = findings.length - reported.length;
  const left =
    others > 0
      ? `; ${others} ${others === 1 ? 'finding' : 'findings'} elsewhere ${others === 1 ? 'is' : 'are'} older`
      : '';
  const notes = [`Only what has changed ${since} is reported, ${files}${left}.`, ...(earlier?.notes ?? [])];
  return {
    ...result,
    report: withFindings(result.report, reported, { notes }),
    isSelected: (file) => isChanged(file) && result.isSelected(file),
  };
}

interface Earlier {
  readonly report?: Report;
  readonly notes: readonly string[];
}

/** What the state before the changes gave. Where it cannot be linted, nothing of now can be called old. */
async function lintEarlier<Result extends Outcome>({
  repository,
  options,
  linting,
  changes,
  base,
  listBase,
}: Narrowing<Result>): Promise<Earlier> {
  if (base === undefined) return { notes: [] };
  const earlier = { ...options, baseline: false as const, review: false, paths: [] };
  const isUnchanged = (path: string) => !changes.has(relative(repository.top, path).split(sep).join('/'));
  try {
    const entries = await listBase(base);
    const known = linting.recall?.(earlier, gitState(entries, repository), isUnchanged);
    if (known) return { report: known, notes: [] };
    const snapshot = await openSnapshot(repository, entries, 'base');
    const moved = await snapshotOptions(snapshot, earlier, isUnchanged);
    const { report } = await linting.lintSite(moved, gitState(entries, repository, snapshot), earlier);
    return { report, notes: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const reason = error.message.replace(/\.$/, '');
    return { notes: [`What was wrong before is not known, so all findings are reported: ${reason}.`] };
  }
}
