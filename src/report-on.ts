import { resolve } from 'node:path';
import { type HeldReport, holdAgainstBaseline } from './baseline/hold-against-baseline.ts';
import { readBaseline } from './baseline/read-baseline.ts';
import type { RecordedRun } from './cache/run-store.ts';
import type { Config, LintOptions } from './config/config.ts';
import { selectPages } from './discover/select-pages.ts';
import type { Reading } from './extract/known-pages.ts';
import { createReport } from './report/create-report.ts';
import type { Judgement, MentionsInFile } from './report/judgement.ts';
import type { Report } from './report/report.ts';
import type { RunAids } from './run-aids.ts';

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

/** Records for the next runs; none where none are wanted, where this one does not rest on the disk alone, or remembers what it does not ask. */
export function recordsOf(options: LintOptions, { cache, memory, keepsRun, known }: RunAids): readonly RecordedRun[] {
  if (!keepsRun || memory !== undefined || cache === undefined) return [];
  const name = nameOf(options);
  return [
    ...(name === undefined ? [] : [cache.runs.record(name)]),
    ...(known ? [cache.runs.record(known.name, known.placeOf)] : []),
  ];
}

/**
 * All that decides what a run finds out, besides the disk; nothing where the caller answers in place of it, or wants more than findings.
 * Which of the files are asked for is no part of it, nor what is known already.
 */
export function nameOf(options: LintOptions, state?: string): string | undefined {
  const { cwd = '.', baseline, paths, changes, texts, files, review, rewriteBaseline, ...rest } = options;
  if (texts || files || review || rewriteBaseline) return undefined;
  return JSON.stringify([process.platform, resolve(cwd), state ?? baseline ?? '', rest]);
}

/** What of a configuration decides how pages are read. */
export function readingOf({ engine, components, programs = [], hedges, docs }: Config): Reading {
  const roots = docs.map(({ root, framework, facts }) => ({ root, framework, facts }));
  return { engine, components, hedges, programs: programs.map(({ name }) => ({ name })), roots };
}
