import { claimOf } from '../text/fingerprint.ts';
import type { ReportedFinding } from './report.ts';

/**
 * Knows the findings of an earlier report, each as often as it was there. `earlierName` says what a file of now was called then. Must be
 * asked once for each finding of now.
 */
export function rememberFindings(
  findings: readonly ReportedFinding[],
  earlierName: (file: string) => string,
): (finding: ReportedFinding) => boolean {
  const left = new Map<string, number>();
  const keyOf = (rule: string, claim: string, file: string) => JSON.stringify([rule, claim, file]);
  for (const { rule, message, ...finding } of findings) {
    for (const file of filesOf(finding)) {
      const key = keyOf(rule, claimOf(message), file);
      left.set(key, (left.get(key) ?? 0) + 1);
    }
  }
  return ({ rule, message, ...finding }) => {
    // Some messages name the page on which they stand.
    const claim = claimOf(message).replaceAll(`\`${finding.file}\``, () => `\`${earlierName(finding.file)}\``);
    const counts = filesOf(finding).map((file) => {
      const key = keyOf(rule, claim, earlierName(file));
      const count = left.get(key) ?? 0;
      left.set(key, count - 1);
      return count;
    });
    return counts.every((count) => count > 0);
  };
}

/** The files in which a finding and its equals stand, once for each place. */
export function filesOf({ file, related }: Pick<ReportedFinding, 'file' | 'related'>): readonly string[] {
  return [file, ...related.map((place) => place.file)];
}
