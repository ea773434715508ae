import type { ArtifactLocation, Fix, Location, Region } from 'sarif';
import { isElsewhere, pathFromTop } from './path-from-top.ts';
import type { Position, ReportedFinding, ReporterOptions } from './report.ts';

/** Where a finding stands, with its text unless that must not be shown. */
export function locateFinding(finding: ReportedFinding, options: ReporterOptions): Location {
  const { file, text, redacted } = finding;
  const region = { ...toRegion(finding), ...(!redacted && text !== '' && { snippet: { text } }) };
  return { physicalLocation: { artifactLocation: toArtifact(file, options), region } };
}

/** What the spec says and where, then the other places with the same drift; each has an id of its own. */
export function locateRelated(finding: ReportedFinding, options: ReporterOptions): readonly Location[] {
  const { spec, operation, related } = finding;
  const places = related.map((place) => ({
    message: { text: 'The same drift.' },
    physicalLocation: { artifactLocation: toArtifact(place.file, options), region: toRegion(place) },
  }));
  return [...(spec ? [locateSpec(spec, operation, options)] : []), ...places].map((place, id) => ({ id, ...place }));
}

/** All edits of a finding make one fix: each alone would leave the page between two states. */
export function toFix({ file, edits, suggestions }: ReportedFinding, options: ReporterOptions): Fix {
  const replacements = edits.map(({ start, end, text, place }) => ({
    deletedRegion: { ...(place && lineRegion(place)), charOffset: start, charLength: end - start },
    insertedContent: { text },
  }));
  const written = suggestions[0];
  return {
    description: { text: written === undefined ? 'Write what the spec says.' : `Write \`${written}\`.` },
    artifactChanges: [{ artifactLocation: toArtifact(file, options), replacements }],
  };
}

function locateSpec(
  { file, line, pointer }: NonNullable<ReportedFinding['spec']>,
  operation: string | undefined,
  options: ReporterOptions,
): Location {
  const subject = operation === undefined ? '' : ` on \`${operation}\``;
  return {
    message: { text: `What the spec says${subject}: ${file}#${pointer}` },
    // A file of a git revision is not the one in the working tree.
    ...(!file.startsWith('git:') && {
      physicalLocation: {
        artifactLocation: toArtifact(file, options),
        ...(line !== undefined && { region: { startLine: line } }),
      },
    }),
    ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

function toRegion({ start, end }: Range): Region {
  return { ...lineRegion({ start, end }), charOffset: start.offset, charLength: end.offset - start.offset };
}

function lineRegion({ start, end }: Range): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function toArtifact(file: string, options: ReporterOptions): ArtifactLocation {
  const path = pathFromTop(file, options);
  if (isElsewhere(path)) return { uri: toUri(path) };
  return { uri: path.split('/').map(encodeSegment).join('/'), uriBaseId: '%SRCROOT%' };
}

/** A spec from the web has one already. */
function toUri(path: string): string {
  if (/^https?:/i.test(path)) return path;
  const segments = path.split('/').map(encodeSegment).join('/');
  return `file://${path.startsWith('/') ? '' : '/'}${segments}`;
}

/** Half a surrogate pair has no encoding. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
