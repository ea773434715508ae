import type { Severity } from '../model.ts';
import { detailsOf } from './finding-details.ts';
import { pathFromTop } from './path-from-top.ts';
import type { ReportedFinding, Reporter, ReporterOptions } from './report.ts';

/** GitLab's code quality report: a list that a merge request compares by fingerprint. */
export const gitlab: Reporter = (report, options) =>
  `${JSON.stringify(
    report.findings.map((finding) => describe(finding, options)),
    null,
    2,
  )}\n`;

const SEVERITIES: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
};

function describe(finding: ReportedFinding, options: ReporterOptions) {
  const write = detailsOf(finding).find(({ label }) => label === 'write');
  return {
    description: write ? `${finding.message} Write: ${write.text}` : finding.message,
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[finding.severity],
    location: {
      path: pathFromTop(finding.file, options),
      lines: { begin: finding.start.line, end: finding.end.line },
    },
  };
}
