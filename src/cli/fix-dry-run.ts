import type { LintOptions } from '../config/config.ts';
import { repositoryOf } from '../discover/repository.ts';
import { UserError } from '../errors.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import { lintAndFix, seenFrom } from '../lint-and-fix.ts';
import type { Report } from '../report/report.ts';
import { describeOutcome } from '../report/summary-sentences.ts';
import { type CacheFlags, openRunCache } from './cache-flags.ts';
import type { Io } from './io.ts';
import type { OutputFlags } from './outputs.ts';
import { type ThreadFlags, threadsOf } from './thread-flags.ts';
import { writeFiles } from './write-output.ts';

/** Prints what `--fix` would change as one diff, and on stderr what would be left; returns the report of that. */
export async function runFixDryRun(
  options: LintOptions,
  flags: OutputFlags & CacheFlags & ThreadFlags,
  io: Io,
): Promise<Report> {
  if (flags.format !== undefined) {
    throw new UserError('usage', '`--fix-dry-run` prints a diff and takes no `--format`.', {
      hint: 'Run it without `--format`; the JSON report has the edits of each finding without it.',
    });
  }
  const { report, changed, config } = await lintAndFix(
    { ...options, dryRun: true },
    { cache: await openRunCache(flags, io), ...threadsOf(flags) },
  );
  // `git apply` refuses paths that lead out of its folder.
  const leadsOut = changed.some(({ file }) => file.startsWith('../'));
  const folder = (leadsOut && repositoryOf(config.cwd)) || config.cwd;
  const diff = await unifiedDiff(changed.map((each) => ({ ...each, file: seenFrom(folder, each.file, config) })));
  if (flags.output === undefined) io.stdout.write(diff);
  else writeFiles([{ file: flags.output, text: diff }], io);
  const apply = leadsOut && diff !== '' ? [`Apply the diff in ${folder}.`] : [];
  for (const line of [`Nothing is written. With --fix: ${describeOutcome(report)}`, ...apply, ...report.notes])
    io.stderr.write(`${line}\n`);
  return report;
}
