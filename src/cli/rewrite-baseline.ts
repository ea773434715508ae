import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { BaselineEntry } from '../baseline/baseline.ts';
import { keepBaselined, withFindings } from '../baseline/hold-against-baseline.ts';
import { readBaseline } from '../baseline/read-baseline.ts';
import { pruneEntries, updateEntries, writeBaseline } from '../baseline/write-baseline.ts';
import type { LintOptions } from '../config/config.ts';
import type { ReportedRun } from '../lint-report.ts';

/** Writes the baseline where that was asked for, and says so in the report; what is in it now is not reported. */
export function rewriteBaseline<Run extends ReportedRun>(
  result: Run,
  { cwd = process.cwd(), rewriteBaseline: rewrite }: Pick<LintOptions, 'cwd' | 'rewriteBaseline'>,
): Run {
  const { config, report, baselined, entries, isSelected } = result;
  if (rewrite === undefined || config.baseline === undefined) return result;
  // What is staged is judged in a folder of its own; written is the baseline in the working tree.
  const path = resolve(cwd, relative(config.cwd, config.baseline));
  const baseline = readBaseline({ baseline: path, cwd }, rewrite);
  if (baseline === undefined) return result;
  const found = [...report.findings, ...baselined].flatMap(({ fingerprint }) => entries.get(fingerprint) ?? []);
  const change = rewrite === 'update' ? updateEntries : pruneEntries;
  const after = change(baseline, { entries: found, isOwn: isSelected });
  if (after.length > 0 || existsSync(path)) writeBaseline(baseline, after);
  const note = describeChange(baseline.entries, after, baseline.name);
  if (rewrite === 'prune') return { ...result, report: { ...report, notes: [...report.notes, note] } };
  const known = report.findings.length + baselined.length;
  const counted = withFindings(report, [], { baselined: known, notes: [note] });
  return { ...result, report: keepBaselined(counted, report.findings, baseline) };
}

function describeChange(before: readonly BaselineEntry[], after: readonly BaselineEntry[], name: string): string {
  const [old, current] = [before, after].map((entries) => new Set(entries.map(({ fingerprint }) => fingerprint)));
  const added = after.filter(({ fingerprint }) => !old?.has(fingerprint)).length;
  const removed = before.filter(({ fingerprint }) => !current?.has(fingerprint)).length;
  const size = after.length === 1 ? '1 finding' : `${after.length} findings`;
  return `\`${name}\` holds ${size}: ${added} added, ${removed} removed.`;
}
