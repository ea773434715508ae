import { type HeldReport, holdAgainstBaseline } from './baseline/hold-against-baseline.ts';
import { readBaseline } from './baseline/read-baseline.ts';
import type { Config, LintOptions } from './config/config.ts';
import { selectPages } from './discover/select-pages.ts';
import { createReport } from './report/create-report.ts';
import type { Judgement, MentionsInFile } from './report/judgement.ts';
import type { Report } from './report/report.ts';

/** What was found out about a whole site. */
export interface JudgedSite {
  readonly judgement: Judgement;
  /** Of all pages; not needed where all are asked for. */
  readonly mentions: readonly MentionsInFile[];
}

/** A report on the files that were asked for. */
export interface ReportOn extends HeldReport {
  /** Before the baseline was held against it. */
  readonly whole: Report;
  /** Whether a file was asked for; findings elsewhere are reported where an equal one stands in such a file, or changes cause them. */
  readonly isSelected: (file: string) => boolean;
}

/** Reports what the options ask for of what was found out about the whole site. */
export async function reportOn(
  { judgement, mentions }: JudgedSite,
  config: Pick<Config, 'baseline' | 'cwd'>,
  { paths, rewriteBaseline }: Pick<LintOptions, 'paths' | 'rewriteBaseline'>,
): Promise<ReportOn> {
  const isSelected = await selectPages(judgement.pages, paths, config.cwd);
  const whole = createReport(judgement, asksForAll(paths) ? undefined : { isSelected, mentions });
  const baseline = readBaseline(config, rewriteBaseline);
  return { ...holdAgainstBaseline(whole, baseline, rewriteBaseline ? () => false : isSelected), whole, isSelected };
}

export function asksForAll(paths: LintOptions['paths']): boolean {
  return paths === undefined || paths.length === 0;
}
