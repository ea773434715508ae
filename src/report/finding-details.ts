import { printable } from './crop-line.ts';
import type { ReportedFinding } from './report.ts';

/** What a finding has besides its message, each on one line. */
export interface FindingDetail {
  readonly label: 'says' | 'spec' | 'write' | 'also';
  readonly text: string;
}

/** How many other places are named before they are only counted. */
const namedPlaces = 3;
/** A key, a path or a sentence is shorter; a whole sample is not repeated. */
const longestText = 160;

/** What the guide says, what the spec says, what to write, and where else it stands; what there is of it. */
export function detailsOf(finding: ReportedFinding): readonly FindingDetail[] {
  const details: readonly FindingDetail[] = [
    { label: 'says', text: finding.redacted ? '' : oneLine(finding.text) },
    { label: 'spec', text: [finding.operation, placeOfSpec(finding)].filter(Boolean).join('  ') },
    { label: 'write', text: replacementsOf(finding).join(' or ') },
    { label: 'also', text: relatedPlaces(finding) },
  ];
  return details.filter(({ text }) => text !== '').map(({ label, text }) => ({ label, text: printable(text) }));
}

/**
 * What to write in place of the finding's text. A safe edit may change a part of it, as the fragment of a link, and a suggestion may
 * name that part alone; who reads `says` and `write` wants the whole.
 */
export function replacementsOf(finding: ReportedFinding): readonly string[] {
  const { start, end, text, edits, suggestions } = finding;
  const isWhole = text.length === end.offset - start.offset && !finding.redacted;
  const isInside = edits.every((edit) => edit.start >= start.offset && edit.end <= end.offset);
  if (edits.length === 0 || !isWhole || !isInside) return suggestions;
  const fromLast = edits.toSorted((one, other) => other.start - one.start);
  return [
    fromLast.reduce(
      (rest, edit) => rest.slice(0, edit.start - start.offset) + edit.text + rest.slice(edit.end - start.offset),
      text,
    ),
  ];
}

/** `openapi.yaml:41`, or with the pointer where the line is not known. */
export function placeOfSpec({ spec }: Pick<ReportedFinding, 'spec'>): string | undefined {
  return spec && `${spec.file}${spec.line === undefined ? ` ${spec.pointer}` : `:${spec.line}`}`;
}

function relatedPlaces({ related }: ReportedFinding): string {
  const named = related.slice(0, namedPlaces).map(({ file, start }) => `${file}:${start.line}:${start.column}`);
  const rest = related.length - named.length;
  return `${named.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longestText) return line;
  // Not in the middle of a character.
  return `${line.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…`;
}
