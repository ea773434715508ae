import type { ReportedFinding } from './report.ts';

/** The findings of each file, in the order in which they come. */
export function groupByFile<Finding extends Pick<ReportedFinding, 'file'>>(
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = files.get(finding.file) ?? [];
    group.push(finding);
    files.set(finding.file, group);
  }
  return files;
}
