import { resolve } from 'node:path';
import type { KnownRun, RecordedRun } from './cache/run-store.ts';
import type { Config, LintOptions } from './config/config.ts';
import type { Witness } from './disk/witness.ts';
import type { Reading } from './extract/known-pages.ts';
import type { RunAids } from './run-aids.ts';

/** A run of which the next ones may know. */
export interface Recording {
  /** They hear what it asks the disk. */
  readonly witnesses: readonly Witness[];
  /** Keeps what it found out. */
  keep(found: Pick<KnownRun, 'judgement' | 'mentions'> & { readonly config: Config }): void;
}

/** Records a run for the next ones: by its options, and by the state of the repository where git knows all its files. */
export function recordRun(options: LintOptions, aids: RunAids): Recording {
  const records = recordsOf(options, aids);
  return {
    witnesses: records.map(({ witness }) => witness),
    keep({ judgement, mentions, config }) {
      const baseline = options.baseline === false ? null : config.baseline;
      const run = { judgement, mentions, cwd: config.cwd, baseline, reading: readingOf(config) };
      for (const record of records) record.keep(run);
    },
  };
}

/** Records for the next runs; none where none are wanted, where this one does not rest on the disk alone, or remembers what it does not ask. */
function recordsOf(options: LintOptions, { cache, memory, keepsRun, known }: RunAids): readonly RecordedRun[] {
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
function readingOf({ engine, components, programs = [], hedges, docs }: Config): Reading {
  const roots = docs.map(({ root, framework, facts }) => ({ root, framework, facts }));
  return { engine, components, hedges, programs: programs.map(({ name }) => ({ name })), roots };
}
