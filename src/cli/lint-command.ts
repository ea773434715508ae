import { UserError } from '../errors.ts';
import { lint } from '../lint.ts';
import { isFormat, reporters } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { nearestName } from '../text/nearest-name.ts';
import { hyperlinksFor } from './hyperlinks.ts';
import { columnsOf, type Io, wantsColor } from './io.ts';
import { observed } from './observe.ts';
import { type RunFlags, toLintOptions } from './run-options.ts';
import { writeOutput } from './write-output.ts';

export interface LintFlags extends RunFlags {
  readonly format: string;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly watch?: boolean;
}

type FailOn = 'error' | 'warning' | 'info' | 'never';

/** Lints and reports; the exit code is 0 or 1. */
export async function runLint(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  const { format, output } = flags;
  // Before the work, so that a typing error costs no run.
  if (!isFormat(format)) throw unknownFormat(format);
  const { result, closing } = await observed(io, flags, (observer) =>
    lint(toLintOptions(flags, paths, io), { observer }),
  );
  const { report } = result;
  const text = reporters[format](flags.quiet ? errorsOnly(report) : report, {
    color: output === undefined && wantsColor(io, flags.color),
    width: columnsOf(io),
    links: output === undefined ? await hyperlinksFor(io) : undefined,
  });
  if (output === undefined) io.stdout.write(text);
  else writeOutput(output, text, io);
  if (closing !== '') io.stderr.write(closing);
  return fails(report, flags) ? 1 : 0;
}

function unknownFormat(given: string): UserError {
  const formats = Object.keys(reporters);
  const nearest = nearestName(given, formats);
  return new UserError('usage', `There is no format \`${given}\`; there are ${formats.join(', ')}.`, {
    ...(nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` }),
  });
}

/** The counts stay whole: what is not shown is not denied. */
export function errorsOnly(report: Report): Report {
  return { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
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
