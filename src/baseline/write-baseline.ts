import { failureSentence } from '../disk/failure-reason.ts';
import { type StagedFile, stageFile } from '../disk/stage-file.ts';
import { UserError } from '../errors.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { staleEntries } from './hold-against-baseline.ts';
import { baselineVersion } from './read-baseline.ts';

/** What a run found, and of which files. */
export interface Found {
  /** Of all findings, also of those that the baseline knows. */
  readonly entries: readonly BaselineEntry[];
  /** Entries of other files are left alone. */
  isOwn(file: string): boolean;
}

/** The entries with what was found now; those of own files that were not found are gone. */
export function updateEntries(baseline: Baseline, found: Found): readonly BaselineEntry[] {
  const all = [...pruneEntries(baseline, found), ...found.entries];
  return [...new Map(all.map((entry) => [entry.fingerprint, entry])).values()];
}

/** The entries without those of own files that were not found. */
export function pruneEntries(baseline: Baseline, { entries, isOwn }: Found): readonly BaselineEntry[] {
  const found = new Set(entries.map(({ fingerprint }) => fingerprint));
  const stale = new Set(staleEntries(baseline, found, isOwn));
  return baseline.entries.filter((entry) => !stale.has(entry));
}

/** One finding a line and sorted, so that a change of one is a change of one line. Written beside the file and renamed. */
export function writeBaseline({ path, name }: Baseline, entries: readonly BaselineEntry[]): void {
  let staged: StagedFile | undefined;
  try {
    staged = stageFile(path, printBaseline(entries));
    staged.commit();
  } catch (cause) {
    staged?.discard();
    throw new UserError('write-failed', `Cannot write the baseline \`${name}\`.`, {
      hint: failureSentence(cause),
      cause,
    });
  }
}

function printBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.toSorted(compareEntries).map(({ rule, file, message, fingerprint }) => {
    const fields = Object.entries({ file, rule, message, fingerprint });
    return `    { ${fields.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')} }`;
  });
  const list = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": ${baselineVersion},\n  "findings": ${list}\n}\n`;
}

// Code unit order, so that the file does not depend on the machine's language.
function compareEntries(one: BaselineEntry, other: BaselineEntry): number {
  for (const key of ['file', 'rule', 'message', 'fingerprint'] as const) {
    if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  }
  return 0;
}
