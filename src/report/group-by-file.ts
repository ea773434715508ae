import type { ReportedFinding } from './report.ts';

/** The findings of each file, in the order in which they come. */
export function groupByFile(findings: readonly ReportedFinding[]): ReadonlyMap<string, readonly ReportedFinding[]> {
  const files = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = files.get(finding.file) ?? [];
    group.push(finding);
    files.set(finding.file, group);
  }
  return files;
}
