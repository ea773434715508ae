import { createFingerprints } from '../text/fingerprint.ts';
import { version } from '../version.ts';
import { countMentions } from './count-mentions.ts';
import type { JudgedPage, Judgement, LocatedFinding, MentionsInFile } from './judgement.ts';
import { filesOf } from './remember-findings.ts';
import type { LinkCounts, Report, Summary } from './report.ts';

/** The files that were asked for. */
export interface Selection {
  isSelected(file: string): boolean;
  /** All mentions of the site. */
  readonly mentions: readonly MentionsInFile[];
}

/**
 * Chooses from a judgement what concerns the files that were asked for, sorts and counts it. Equal input gives an equal report. A finding
 * that stands for equal ones elsewhere is reported where any of them is, and so is one about a spec that was asked for.
 */
export function createReport(judgement: Judgement, selection?: Selection): Report {
  const chosen = selection ? choose(judgement, selection) : judgement;
  const fingerprint = createFingerprints();
  // Together, so that a fingerprint stays the same when an equal finding is silenced.
  const reported = [
    ...chosen.shown.map((finding) => ({ finding, isShown: true })),
    ...chosen.suppressed.map((finding) => ({ finding, isShown: false })),
  ]
    .toSorted((one, other) => compareFindings(one.finding, other.finding))
    .map(({ finding, isShown }) => ({ isShown, finding: { ...finding, fingerprint: fingerprint(finding) } }));
  return {
    schemaVersion: 1,
    tool: { name: 'specwins', version },
    summary: summarize(chosen),
    findings: reported.filter(({ isShown }) => isShown).map(({ finding }) => finding),
    notes: judgement.notes,
    suppressed: reported.filter(({ isShown }) => !isShown).map(({ finding }) => finding),
    pages: chosen.pages.map(({ file }) => file).toSorted(compareText),
  };
}

function choose(judgement: Judgement, { isSelected, mentions }: Selection): Judgement {
  const touches = (finding: LocatedFinding) =>
    filesOf(finding).some(isSelected) || (finding.spec !== undefined && isSelected(finding.spec.file));
  const shown = judgement.shown.filter(touches);
  const asked = mentions.filter(({ file, page }) => isSelected(file) || isSelected(page));
  return {
    ...judgement,
    shown,
    suppressed: judgement.suppressed.filter(touches),
    pages: judgement.pages.filter(({ file }) => isSelected(file)),
    counted: countMentions(asked, shown),
  };
}

function summarize({ shown, suppressed, pages, counted, truth }: Judgement): Summary {
  const count = (severity: LocatedFinding['severity']): number =>
    shown.filter((each) => each.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: suppressed.length,
    baselined: 0,
    pages: pages.length,
    ...truth,
    links: pages.reduce((sum, { links }) => sum + links, 0),
    anchors: pages.reduce((sum, { anchors }) => sum + anchors, 0),
    followed: sumOfLinks(pages),
    readable: pages.filter(({ readable }) => readable).length,
    ...counted,
  };
}

function sumOfLinks(pages: readonly JudgedPage[]): LinkCounts {
  const sums = { checked: 0, unverified: 0, external: 0 };
  for (const { followed } of pages) {
    sums.checked += followed.checked;
    sums.unverified += followed.unverified;
    sums.external += followed.external;
  }
  return sums;
}

// Code unit order, so that a report does not depend on the machine's language.
function compareFindings(one: LocatedFinding, other: LocatedFinding): number {
  return (
    compareText(one.file, other.file) ||
    one.start.offset - other.start.offset ||
    compareText(one.rule, other.rule) ||
    compareText(one.message, other.message)
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
