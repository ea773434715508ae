import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { withFindings } from './baseline/hold-against-baseline.ts';
import type { Config, LintOptions } from './config/config.ts';
import { repositoryOf } from './discover/repository.ts';
import { isIgnoredByGit } from './discover/walk-files.ts';
import { applyFixes, chooseFixes } from './fix/choose-fixes.ts';
import { type OpenFile, openFile, type Refusal } from './fix/open-file.ts';
import { replaceFile } from './fix/replace-file.ts';
import type { ChangedFile } from './fix/unified-diff.ts';
import { type LintResult, lint } from './lint.ts';
import type { Report, ReportedFinding } from './report/report.ts';
import { createRunMemory, type RunAids } from './run-aids.ts';

/** What is left when all safe edits were made, and what they changed. */
export interface FixResult extends LintResult {
  /** Named as findings name them. */
  readonly changed: readonly ChangedFile[];
}

export interface FixOptions extends LintOptions {
  /** Says what would be left, and writes nothing. */
  readonly dryRun?: boolean;
}

/** Edits that were in each other's way are made one pass later; this many are never needed. */
const mostPasses = 10;

/**
 * Lints, makes the edits of the findings, and lints what came of it until nothing more can be fixed; only then files are written, each as a
 * whole. The report holds what is left, and why a file was not touched.
 */
export async function lintAndFix(
  { dryRun = false, ...options }: FixOptions = {},
  { observer, cache, threads }: RunAids = {},
): Promise<FixResult> {
  // What one pass read, the next one need not read again.
  const aids = { observer, cache, threads, memory: createRunMemory(cache) };
  const first = await lint(options, aids);
  const work = await fixInMemory(first, options, aids);
  if (!dryRun) writeAll(work);
  const files = [...work.files.values()].filter(({ open, text }) => open.text !== text);
  // Whatever was not written as planned, and navigation, is read anew.
  const isAsPlanned = dryRun || (work.late.size === 0 && files.every(({ isPage }) => isPage));
  const last = isAsPlanned ? work.last : await lint(options, aids);
  const report = dryRun ? without(last.report, work.unread) : last.report;
  return {
    ...last,
    report: told(report, work, files),
    changed: files.map(({ file, open, text }) => ({ file, before: open.text, after: text })),
  };
}

/** A file on its way from what it is to what it will be. */
interface FileInWork {
  readonly file: string;
  readonly open: OpenFile;
  /** Navigation files are none; what is planned for them shows in no lint before it is written. */
  readonly isPage: boolean;
  text: string;
  fixed: number;
}

interface Work {
  readonly config: Config;
  readonly files: Map<string, FileInWork>;
  /** By file: why it is left alone. */
  readonly refused: Map<string, Refusal>;
  /** The files which could not be written in the end. */
  readonly late: Set<string>;
  /** What was mended in files that no lint has read since. */
  readonly unread: ReportedFinding[];
  last: LintResult;
}

async function fixInMemory(first: LintResult, options: LintOptions, aids: RunAids): Promise<Work> {
  const { config } = first;
  const work: Work = { config, files: new Map(), refused: new Map(), late: new Set(), unread: [], last: first };
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = new Map([...work.files].map(([file, { text, fixed }]) => [file, { text, fixed }]));
    const touched = fixOnce(work, { withNavigation: pass === 0 });
    if (touched.length === 0) break;
    work.last = await lint({ ...options, texts: textsOf(work, options) }, aids);
    const broken = touched.filter((entry) => isBroken(entry, work.last, first));
    for (const entry of broken) {
      Object.assign(entry, before.get(entry.file) ?? { text: entry.open.text, fixed: 0 });
      work.refused.set(entry.file, { reason: 'would not parse any more' });
    }
    if (broken.length > 0) work.last = await lint({ ...options, texts: textsOf(work, options) }, aids);
  }
  return work;
}

/** One pass over all files; returns those whose text changed. */
function fixOnce(work: Work, { withNavigation }: { readonly withNavigation: boolean }): FileInWork[] {
  const touched: FileInWork[] = [];
  for (const [file, findings] of fixableByFile(work.last)) {
    if (work.refused.has(file)) continue;
    const entry = work.files.get(file) ?? enter(file, work);
    if (!entry || (!entry.isPage && !withNavigation)) continue;
    const chosen = chooseFixes(findings, entry.text.length);
    const text = applyFixes(entry.text, chosen);
    if (text === entry.text) continue;
    entry.text = text;
    entry.fixed += chosen.length;
    if (!entry.isPage) work.unread.push(...chosen);
    touched.push(entry);
  }
  return touched;
}

function fixableByFile({ report, isSelected }: LintResult): Map<string, ReportedFinding[]> {
  const byFile = new Map<string, ReportedFinding[]>();
  for (const finding of report.findings) {
    if (finding.edits.length === 0 || finding.redacted || !isSelected(finding.file)) continue;
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  return byFile;
}

function enter(file: string, work: Work): FileInWork | undefined {
  const { last, config } = work;
  const path = resolve(config.cwd, file);
  const open = openFile(path, { expected: last.sourceOf(file), isOurs: createIsOurs(config), isIgnoredByGit });
  if ('reason' in open) {
    work.refused.set(file, open);
    return undefined;
  }
  const entry = { file, open, isPage: last.pages.some((page) => page.file === file), text: open.text, fixed: 0 };
  work.files.set(file, entry);
  return entry;
}

/** The repository, or the working directory where there is none, and the folders that the configuration names. */
function createIsOurs({ cwd, docs }: Config): (path: string) => boolean {
  const folders = [repositoryOf(cwd) ?? cwd, ...docs.flatMap(({ root, project }) => [root, project])].map((folder) =>
    realpathSync(folder),
  );
  return (path) =>
    !/[\\/]node_modules[\\/]/.test(path) &&
    folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

function textsOf({ config, files }: Work, { texts }: LintOptions): ReadonlyMap<string, string> {
  const planned = [...files.values()].filter(({ isPage }) => isPage);
  return new Map([...(texts ?? []), ...planned.map(({ file, text }) => [resolve(config.cwd, file), text] as const)]);
}

function isBroken({ file }: FileInWork, now: LintResult, first: LintResult): boolean {
  const failure = (result: LintResult) => result.pages.find((page) => page.file === file)?.failure;
  return failure(now) !== undefined && failure(first) === undefined;
}

function writeAll({ files, refused, late }: Work): void {
  for (const entry of files.values()) {
    const refusal = entry.text === entry.open.text ? undefined : replaceFile(entry.open, entry.text);
    if (!refusal) continue;
    Object.assign(entry, { text: entry.open.text, fixed: 0 });
    refused.set(entry.file, refusal);
    late.add(entry.file);
  }
}

/** The report without findings that are mended already. */
function without(report: Report, mended: readonly ReportedFinding[]): Report {
  const gone = new Set(mended.map(({ fingerprint }) => fingerprint));
  return withFindings(
    report,
    report.findings.filter(({ fingerprint }) => !gone.has(fingerprint)),
  );
}

function told(report: Report, { refused }: Work, files: readonly FileInWork[]): Report {
  const findings = files.reduce((sum, { fixed }) => sum + fixed, 0);
  const notes = [...refused].map(([file, { reason }]) => `${file} was not fixed: it ${reason}.`);
  const summary = { ...report.summary, fixed: { findings, files: files.length } };
  return { ...report, summary, notes: [...report.notes, ...notes] };
}

/** A file of a run as it is called from another folder, with forward slashes. */
export function seenFrom(folder: string, file: string, { cwd }: Pick<Config, 'cwd'>): string {
  return relative(folder, resolve(cwd, file)).replaceAll(sep, '/');
}
