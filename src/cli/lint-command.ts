import { lintReport } from '../lint-report.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { openRunCache } from './cache-flags.ts';
import { type ChangeFlags, readChangeFlags } from './change-flags.ts';
import { checkFixFlags, type FixFlags } from './fix-flags.ts';
import type { Io } from './io.ts';
import { observed } from './observe.ts';
import { type OutputFlags, readOutputs } from './outputs.ts';
import { renderOutputs } from './render-outputs.ts';
import { rewriteBaseline } from './rewrite-baseline.ts';
import { type RunFlags, toLintOptions } from './run-options.ts';
import { threadsOf } from './thread-flags.ts';
import { checkFiles } from './write-output.ts';

export interface LintFlags extends RunFlags, ChangeFlags, OutputFlags, FixFlags {
  readonly failOn: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly watch?: boolean;
}

type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Lints and reports; the exit code is 0 or 1. */
export async function runLint(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  checkFixFlags(flags);
  const options = { ...toLintOptions(flags, paths, io), ...readChangeFlags(flags, paths, io) };
  if (flags.fixDryRun) {
    const { runFixDryRun } = await import('./fix-dry-run.ts');
    return fails(await runFixDryRun(options, flags, io), flags) ? 1 : 0;
  }
  const outputs = readOutputs(flags, io);
  if (flags.fix || flags.updateBaseline || flags.pruneBaseline)
    checkFiles(
      outputs.flatMap(({ file }) => file ?? []),
      io,
    );
  const asked = { ...options, ...(outputs.some(({ format }) => format === 'html') && { review: true }) };
  const cache = await openRunCache(flags, io);
  const run = flags.fix ? (await import('../lint-and-fix.ts')).lintAndFix : lintReport;
  const { result, closing } = await observed(io, flags, (observer) =>
    run(asked, { observer, cache, ...threadsOf(flags) }),
  );
  const { report, rules, review } = rewriteBaseline(result, options);
  await renderOutputs({ report: flags.quiet ? errorsOnly(report) : report, rules, review }, outputs, {
    io,
    color: flags.color,
  });
  if (closing !== '') io.stderr.write(closing);
  return fails(report, flags) ? 1 : 0;
}

/** The counts stay whole: what is not shown is not denied. */
export function errorsOnly(report: Report): Report {
  const isError = ({ severity }: ReportedFinding): boolean => severity === 'error';
  const { findings, suppressed = [] } = report;
  return { ...report, findings: findings.filter(isError), suppressed: suppressed.filter(isError) };
}

function fails({ summary }: Report, { failOn, maxWarnings }: LintFlags): boolean {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) return true;
  switch (failOn) {
    case 'never':
      return false;
    case 'error':
      return summary.errors > 0;
    case 'warning':
      return summary.errors + summary.warnings > 0;
    case 'info':
      return summary.errors + summary.warnings + summary.infos > 0;
  }
}
