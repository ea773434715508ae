import { dirname, relative, resolve, sep } from 'node:path';
import type { Report, ReportedFinding } from '../report/report.ts';
import { createFingerprints } from '../text/fingerprint.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** A report without the findings that a baseline knows, and those. */
export interface HeldReport {
  readonly report: Report;
  readonly baselined: readonly ReportedFinding[];
  /** What a baseline would say of all of these findings, by their fingerprints in the report; empty where there is no baseline. */
  readonly entries: ReadonlyMap<string, BaselineEntry>;
}

/** How many stale entries are named before they are only counted. */
const namedEntries = 5;

/**
 * Takes the findings that the baseline knows out of a report, and notes the entries that are stale: those of files that were judged, by
 * the names of the report, and not found.
 */
export function holdAgainstBaseline(
  report: Report,
  baseline: Baseline | undefined,
  isJudged: (file: string) => boolean,
): HeldReport {
  if (baseline === undefined) return { report, baselined: [], entries: new Map() };
  const entryOf = createEntries(baseline);
  const known = new Set(baseline.entries.map(({ fingerprint }) => fingerprint));
  const found = report.findings.map((finding) => ({ finding, entry: entryOf(finding) }));
  const isKnown = ({ entry }: { readonly entry: BaselineEntry }) => known.has(entry.fingerprint);
  const stale = staleEntries(baseline, new Set(found.map(({ entry }) => entry.fingerprint)), isJudged);
  const baselined = found.filter(isKnown).map(({ finding }) => finding);
  const fresh = found
    .filter((each) => !isKnown(each))
    .map(({ finding }) => ({ ...finding, baselineState: 'new' }) as const);
  const notes = stale.length > 0 ? [describeStale(stale, baseline)] : [];
  const entries = new Map(found.map(({ finding, entry }) => [finding.fingerprint, entry]));
  return {
    report: keepBaselined(withFindings(report, fresh, { baselined: baselined.length, notes }), baselined, baseline),
    baselined,
    entries,
  };
}

/** Keeps what a baseline knows in the report, for the formats that show what is silenced. */
export function keepBaselined(
  report: Report,
  baselined: readonly ReportedFinding[],
  { name }: Pick<Baseline, 'name'>,
): Report {
  const suppression = { kind: 'external', reason: `It is in the baseline \`${name}\`.` } as const;
  const kept = baselined.map((finding) => ({ ...finding, baselineState: 'unchanged', suppression }) as const);
  return { ...report, suppressed: [...(report.suppressed ?? []), ...kept] };
}

/** The report with some of its findings, counted anew. */
export function withFindings(
  report: Report,
  findings: readonly ReportedFinding[],
  { baselined = report.summary.baselined, notes = [] }: { baselined?: number; notes?: readonly string[] } = {},
): Report {
  const count = (severity: ReportedFinding['severity']) => findings.filter((each) => each.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info'), baselined };
  return { ...report, summary: { ...report.summary, ...counts }, findings, notes: [...report.notes, ...notes] };
}

/** Makes the entries of findings, in the order of the report. */
function createEntries({ path, cwd }: Pick<Baseline, 'path' | 'cwd'>): (finding: ReportedFinding) => BaselineEntry {
  const fingerprint = createFingerprints();
  return ({ rule, file: named, text, message }) => {
    // Relative to its own folder, so that runs from other folders know the same findings.
    const file = relative(dirname(path), resolve(cwd, named)).split(sep).join('/');
    return { rule, file, message, fingerprint: fingerprint({ rule, file, text, message }) };
  };
}

/** The entries which a run over these files should have found again. */
export function staleEntries(
  { path, cwd, entries }: Baseline,
  found: ReadonlySet<string>,
  isJudged: (file: string) => boolean,
): readonly BaselineEntry[] {
  const named = (file: string) =>
    relative(cwd, resolve(dirname(path), file))
      .split(sep)
      .join('/');
  return entries.filter(({ file, fingerprint }) => !found.has(fingerprint) && isJudged(named(file)));
}

function describeStale(stale: readonly BaselineEntry[], { name }: Baseline): string {
  const places = stale.slice(0, namedEntries).map(({ file, rule }) => `${file} (${rule})`);
  const rest = stale.length - places.length;
  const list = `${places.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
  const entries = stale.length === 1 ? 'entry is' : 'entries are';
  return `${stale.length} ${entries} no longer found: ${list}; \`--prune-baseline\` takes ${stale.length === 1 ? 'it' : 'them'} out of \`${name}\`.`;
}
