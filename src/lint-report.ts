import { resolve } from 'node:path';
import type { Cache } from './cache/open-cache.ts';
import type { KnownRun, RecalledRun } from './cache/run-store.ts';
import type { LintOptions } from './config/config.ts';
import type { EditedText } from './git/list-edits.ts';
import type { LintResult } from './lint.ts';
import { nameOf } from './record-run.ts';
import { createReport } from './report/create-report.ts';
import { asksForAll, reportOn } from './report-on.ts';
import type { RunAids } from './run-aids.ts';
import { hashOf } from './text/hash-of.ts';

/** What is left of a run for whoever needs its report alone. */
export type ReportedRun = Pick<LintResult, 'baselined' | 'entries' | 'isSelected' | 'report'> &
  // Without rules, they are those of specwins alone.
  Partial<Pick<LintResult, 'review' | 'rules'>> & { readonly config: Pick<LintResult['config'], 'baseline' | 'cwd'> };

/**
 * The report that `lint` would give. Where everything is as an earlier run found it, nothing is read again: what that run found out is
 * reported. Pages and bindings it does not give.
 */
export async function lintReport(options: LintOptions = {}, aids: RunAids = {}): Promise<ReportedRun> {
  const { changes, ...rest } = options;
  if (changes === undefined) return lintSite(options, aids);
  const [{ lintChanges }, { lintNothing }] = await Promise.all([
    import('./lint-changes.ts'),
    import('./lint-nothing.ts'),
  ]);
  return lintChanges<ReportedRun>(rest, changes, {
    lintNothing,
    lintSite(given, state, asked) {
      const name = state && asked && nameOf(asked, state.id);
      return lintSite(given, aids, name !== undefined && state ? { name, placeOf: state.placeOf } : undefined);
    },
    recall(asked, { id }, mayRestOn) {
      const name = nameOf(asked, id);
      const known = name === undefined ? undefined : aids.cache?.runs.recall(name, { mentions: false, mayRestOn });
      return known?.changed.length === 0 ? createReport(known.run.judgement) : undefined;
    },
    // Without a cache nothing is known that could be carried over.
    ...(aids.cache && { carry: (asked, states, edits) => carryState(asked, states, { ...aids, edits }) }),
  });
}

/** `known`: by which other name the run is to be known from here on. */
async function lintSite(options: LintOptions, aids: RunAids, known?: RunAids['known']): Promise<ReportedRun> {
  const earlier = await recall(options, aids, known);
  if (earlier) return reportedRun(earlier, options);
  const { lint } = await import('./lint.ts');
  return lint(options, { ...aids, keepsRun: true, known });
}

async function recall(options: LintOptions, { cache, observer }: RunAids, known: RunAids['known']) {
  const name = nameOf(options);
  if (cache === undefined || name === undefined) return undefined;
  const earlier = cache.runs.recall(name, { mentions: !asksForAll(options.paths) });
  const run = earlier && (await runOfNow(earlier, cache));
  if (run === undefined) return undefined;
  if (known) cache.runs.copy(name, known.name, known.placeOf);
  observer?.recalled?.(earlier?.changed.length ?? 0);
  observer?.cache?.(cache.traffic());
  return run;
}

async function runOfNow(earlier: RecalledRun, cache: Cache): Promise<KnownRun | undefined> {
  if (earlier.changed.length === 0) return earlier.run;
  const { carryOver } = await import('./carry-over.ts');
  const run = await carryOver(earlier, cache);
  if (run) earlier.keep(run);
  return run;
}

/** A state of the repository that differs in the words of some pages from one that is known. */
async function carryState(
  options: LintOptions,
  { from, to }: { readonly from: string; readonly to: string },
  { cache, observer, edits }: RunAids & { readonly edits: readonly EditedText[] },
): Promise<ReportedRun | undefined> {
  const [name, next] = [nameOf(options, from), nameOf(options, to)];
  if (cache === undefined || name === undefined || next === undefined) return undefined;
  const known = cache.runs.recall(name, { mentions: true });
  // A baseline may be staged in another state than it lies there.
  if (known === undefined || known.changed.length > 0 || known.run.baseline !== undefined) return undefined;
  const { carryOver, movedTo } = await import('./carry-over.ts');
  const changed = edits.map(({ path, before, after }) => ({ path, before: hashOf(before), after: hashOf(after) }));
  const texts = new Map(edits.map(({ path, after }) => [path, after]));
  const run = await carryOver({ run: movedTo(known.run, resolve(options.cwd ?? '.')), changed, texts }, cache);
  if (run === undefined) return undefined;
  known.keep(run, next);
  observer?.recalled?.(edits.length);
  observer?.cache?.(cache.traffic());
  return reportedRun(run, options);
}

async function reportedRun(run: KnownRun, options: LintOptions): Promise<ReportedRun> {
  const config = { cwd: run.cwd, baseline: run.baseline ?? undefined };
  return { ...(await reportOn(run, config, options)), config };
}
