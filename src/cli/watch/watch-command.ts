import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import picocolors from 'picocolors';
import type { Cache } from '../../cache/open-cache.ts';
import { findConfig } from '../../config/find-config.ts';
import { isPageName } from '../../discover/page-files.ts';
import { toSlashes } from '../../discover/repository.ts';
import { UserError } from '../../errors.ts';
import { findBase } from '../../git/find-base.ts';
import { openRepository } from '../../git/open-repository.ts';
import { type LintResult, lint } from '../../lint.ts';
import { reporters } from '../../report/index.ts';
import type { Report, ReporterOptions } from '../../report/report.ts';
import { createRunMemory, type RunMemory } from '../../run-aids.ts';
import { listNames } from '../../text/list-names.ts';
import { openRunCache } from '../cache-flags.ts';
import { readChangeFlags } from '../change-flags.ts';
import { confess, explainUserError } from '../failures.ts';
import { hyperlinksFor } from '../hyperlinks.ts';
import { columnsOf, type Io, wantsColor } from '../io.ts';
import { errorsOnly, type LintFlags } from '../lint-command.ts';
import { observed } from '../observe.ts';
import { toLintOptions } from '../run-options.ts';
import { threadsOf } from '../thread-flags.ts';
import { compareReports, renderDifference } from './difference.ts';
import { type FileWatcher, watchFiles } from './watch-files.ts';

/**
 * Lints, and again whenever a page, a spec, navigation or configuration changes; prints what is new and what is gone. What cannot be
 * done is told and waited for. Only Ctrl-C ends it, as it ends any process.
 */
export async function runWatch(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  refuseOthers(flags);
  await checkScope(paths, flags, io);
  const cache = await openRunCache(flags, io);
  const session: Session = { paths, flags, io, cache, memory: createRunMemory(cache) };
  const queue = createQueue((changed) => lintAgain(session, changed));
  const config = findConfig(io.cwd, flags.config);
  const watcher = await watchFiles([config === undefined ? io.cwd : dirname(config)], queue.push);
  session.watcher = watcher;
  await queue.now();
  io.stdout.write('\nWatching for changes; Ctrl-C ends.\n');
  await aborted(io.signal);
  await queue.idle();
  await watcher.close();
  return 0;
}

interface Session {
  readonly paths: readonly string[];
  readonly flags: LintFlags;
  readonly io: Io;
  readonly memory: RunMemory;
  readonly cache: Cache | undefined;
  watcher?: FileWatcher;
  /** Of the last run that could be done. */
  report?: Report;
}

function refuseOthers(flags: LintFlags): void {
  const { format = [], output, fix, fixDryRun, staged, updateBaseline, pruneBaseline } = flags;
  const once = { '--fix': fix, '--fix-dry-run': fixDryRun, '--staged': staged };
  const writing = { '--update-baseline': updateBaseline, '--prune-baseline': pruneBaseline };
  const other = Object.entries({ ...once, ...writing }).find(([, isGiven]) => isGiven)?.[0];
  if (other !== undefined) {
    throw new UserError('usage', `\`--watch\` and \`${other}\` exclude each other.`, {
      hint: `Run \`specwins ${other}\` beside it, in another terminal.`,
    });
  }
  if (output === undefined && format.every((name) => name === 'terminal')) return;
  throw new UserError('usage', '`--watch` prints for the terminal alone; it takes neither `--format` nor `--output`.', {
    hint: 'Run it without --watch for a report in a file or in another format.',
  });
}

/** What no change of a file will mend is told at once, and not waited for. */
async function checkScope(paths: readonly string[], flags: LintFlags, io: Io): Promise<void> {
  if (flags.files === '-') {
    throw new UserError('usage', '`--watch` cannot read the list of files from the standard input each time.', {
      hint: 'Name a file, as `--files list.txt`.',
    });
  }
  readChangeFlags(flags, paths, io);
  if (!flags.changed) return;
  const repository = await openRepository(io.cwd, io.env);
  try {
    await findBase(repository, flags.base, io.env);
  } finally {
    repository.close();
  }
}

/** Nothing that a writer does may end it: not a broken spec, and not a bug of ours on a half-written page. */
async function lintAgain(session: Session, changed: readonly string[]): Promise<void> {
  const { io, memory } = session;
  if (changed.length > 0) io.stdout.write(`\n${describeChange(changed, io)}\n\n`);
  memory.nextRun(changed.some((path) => !isPageName(path)));
  try {
    await report(session);
  } catch (error) {
    if (error instanceof UserError) explainUserError(error, io);
    else if (isGone(error)) io.stderr.write('specwins: A file went away while it was read.\n');
    else confess(error, io);
    io.stdout.write('Waiting for the next change.\n');
  }
}

async function report(session: Session): Promise<void> {
  const { paths, flags, io, memory, cache } = session;
  const { result, closing } = await observed(io, flags, (observer) =>
    lint(
      { ...toLintOptions(flags, paths, io), ...readChangeFlags(flags, paths, io) },
      { observer, memory, cache, ...threadsOf(flags) },
    ),
  );
  session.watcher?.add(placesOf(result));
  const current = flags.quiet ? errorsOnly(result.report) : result.report;
  const options: ReporterOptions = {
    color: wantsColor(io, flags.color),
    width: columnsOf(io),
    links: await hyperlinksFor(io),
  };
  const before = session.report;
  session.report = current;
  io.stdout.write(
    before === undefined
      ? reporters.terminal(current, options)
      : `${renderDifference(compareReports(before, current), current, options)}\n`,
  );
  if (closing !== '') io.stderr.write(closing);
}

/** Docs and specs may lie outside the folder of the configuration. */
function placesOf({ config, truth }: LintResult): readonly string[] {
  const specs = config.specs.filter(({ kind }) => kind === 'file').map(({ location }) => location);
  const parts = truth.specs.map(({ file }) => resolve(config.cwd, file));
  const manifests = (config.programs ?? []).map(({ location }) => location);
  const places = [...config.docs.map(({ root }) => root), ...specs, ...parts, ...manifests];
  return [...new Set(places)].filter((place) => existsSync(place));
}

function describeChange(changed: readonly string[], io: Io): string {
  const names = changed.map((path) => toSlashes(relative(io.cwd, path)));
  const colors = picocolors.createColors(wantsColor(io));
  return colors.dim(`${new Date().toTimeString().slice(0, 8)}  ${listNames(names, 3)} changed`);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Runs one after the other; what changes meanwhile is one more run. */
function createQueue(run: (changed: readonly string[]) => Promise<void>) {
  const waiting = new Set<string>();
  let running: Promise<void> | undefined;
  const drain = async (first: readonly string[]): Promise<void> => {
    await run(first);
    while (waiting.size > 0) {
      const changed = [...waiting];
      waiting.clear();
      await run(changed);
    }
    running = undefined;
  };
  return {
    now: (): Promise<void> => {
      running = drain([]);
      return running;
    },
    push(changed: readonly string[]): void {
      for (const path of changed) waiting.add(path);
      if (running) return;
      const batch = [...waiting];
      waiting.clear();
      running = drain(batch);
    },
    idle: async (): Promise<void> => running,
  };
}

async function aborted(signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
}
