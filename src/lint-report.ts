import type { LintOptions } from './config/config.ts';
import type { LintResult } from './lint.ts';
import { asksForAll, nameOf, reportOn } from './report-on.ts';
import type { RunAids } from './run-aids.ts';

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
  return lintChanges<ReportedRun>(rest, changes, { lintSite: (given) => lintSite(given, aids), lintNothing });
}

async function lintSite(options: LintOptions, aids: RunAids): Promise<ReportedRun> {
  const known = recall(options, aids);
  if (known) return { ...(await reportOn(known, known, options)), config: known };
  const { lint } = await import('./lint.ts');
  return lint(options, { ...aids, keepsRun: true });
}

function recall(options: LintOptions, { cache, observer }: RunAids) {
  const name = nameOf(options);
  const known = name === undefined ? undefined : cache?.runs.recall(name, { mentions: !asksForAll(options.paths) });
  if (cache && known) {
    observer?.recalled?.();
    observer?.cache?.(cache.traffic());
  }
  return known;
}
