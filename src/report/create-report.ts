import type { Binding, Command, Finding, Page, Place, SpecIndex } from '../model.ts';
import type { Site } from '../site/site.ts';
import { createFingerprints } from '../text/fingerprint.ts';
import { indexLines, type Lines } from '../text/lines.ts';
import { version } from '../version.ts';
import { countLinks } from './count-links.ts';
import { countMentions } from './count-mentions.ts';
import { createRedaction, REDACTED, type Redaction } from './redact.ts';
import type { LocateTruth, Report, ReportedFinding, Summary } from './report.ts';

/** The results of a run, and how to look things up in its files. */
export interface ReportInput {
  readonly shown: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly pages: readonly Page[];
  readonly bindings: readonly Binding[];
  readonly truth: SpecIndex;
  readonly site: Pick<Site, 'findFragment' | 'resolve'>;
  readonly notes: readonly string[];
  /** The text of a file that has findings, named as findings name it. */
  readonly readSource: (file: string) => string;
  readonly locateTruth: LocateTruth;
}

/** Locates, sorts and counts. Equal input gives an equal report. */
export function createReport(input: ReportInput): Report {
  const sourceOf = createSources(input.readSource);
  const redaction = createRedaction([...input.shown, ...input.suppressed], (file) => sourceOf(file).text);
  const fingerprint = createFingerprints();
  // Together, so that a fingerprint stays the same when an equal finding is silenced.
  const reported = [
    ...input.shown.map((finding) => ({ finding, isShown: true })),
    ...input.suppressed.map((finding) => ({ finding, isShown: false })),
  ]
    .toSorted((one, other) => compareFindings(one.finding, other.finding))
    .map(({ finding, isShown }) => {
      const located = redact(locate(finding, sourceOf, input.locateTruth), redaction);
      return { isShown, finding: { ...located, fingerprint: fingerprint(located) } };
    });
  return {
    schemaVersion: 1,
    tool: { name: 'specwins', version },
    summary: summarize(input),
    findings: reported.filter(({ isShown }) => isShown).map(({ finding }) => finding),
    notes: input.notes,
    suppressed: reported.filter(({ isShown }) => !isShown).map(({ finding }) => finding),
    pages: input.pages.map(({ file }) => file).toSorted(compareText),
  };
}

function summarize({ shown, suppressed, pages, bindings, truth, site }: ReportInput): Summary {
  const count = (severity: Finding['severity']): number => shown.filter((each) => each.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed: suppressed.length,
    baselined: 0,
    pages: pages.length,
    operations: Object.values(truth.operations).filter(({ configured }) => !configured).length,
    ...(truth.programs && { commands: countCommands(Object.values(truth.programs).map(({ root }) => root)) }),
    ...(truth.mcpServers && { tools: truth.mcpServers.reduce((sum, { tools }) => sum + tools.length, 0) }),
    links: pages.reduce((sum, page) => sum + page.links.length, 0),
    anchors: pages.reduce((sum, page) => sum + page.anchors.length, 0),
    followed: countLinks(pages, site),
    readable: pages.filter(({ failure }) => failure === undefined).length,
    ...countMentions(bindings, shown),
  };
}

function countCommands(commands: readonly Command[]): number {
  return commands.reduce((sum, { commands: below }) => sum + 1 + countCommands(below), 0);
}

// Code unit order, so that a report does not depend on the machine's language.
function compareFindings(one: Finding, other: Finding): number {
  return (
    compareText(one.file, other.file) ||
    one.span.start - other.span.start ||
    compareText(one.rule, other.rule) ||
    compareText(one.message, other.message)
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

interface Source {
  readonly text: string;
  readonly lines: Lines;
}

function createSources(readSource: (file: string) => string): (file: string) => Source {
  const sources = new Map<string, Source>();
  return (file) => {
    const known = sources.get(file);
    if (known) return known;
    const text = readSource(file);
    const source = { text, lines: indexLines(text) };
    sources.set(file, source);
    return source;
  };
}

type Located = Omit<ReportedFinding, 'fingerprint'>;

function locate(finding: Finding, sourceOf: (file: string) => Source, locateTruth: LocateTruth): Located {
  const { text, lines } = sourceOf(finding.file);
  const start = lines.locate(finding.span.start);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file: finding.file,
    start,
    end: lines.locate(finding.span.end),
    text: finding.redacted ? REDACTED : text.slice(finding.span.start, finding.span.end),
    ...(finding.redacted && { redacted: true }),
    suggestions: finding.suggestions,
    ...(finding.operation === undefined ? {} : { operation: finding.operation }),
    ...(finding.truth === undefined ? {} : { spec: { ...finding.truth, ...lineOf(locateTruth(finding.truth)) } }),
    edits: finding.edits.map(({ span, text }) => ({
      ...span,
      text,
      place: { start: lines.locate(span.start), end: lines.locate(span.end) },
    })),
    related: finding.related.map((place) => locatePlace(place, sourceOf)),
    ...(finding.suppression && { suppression: finding.suppression }),
    excerpt: { line: lines.text(start.line) },
  };
}

/** The line of one finding may show the secret of another one, and so may its text. */
function redact(finding: Located, { hide, cover }: Redaction): Located {
  return {
    ...finding,
    message: hide(finding.message),
    text: hide(finding.text),
    suggestions: finding.suggestions.map(hide),
    // An edit without its secret would break the page.
    edits: finding.edits.filter(({ text }) => hide(text) === text),
    ...(finding.excerpt && { excerpt: { line: cover(finding.excerpt.line) } }),
  };
}

function lineOf(line: number | undefined): { readonly line?: number } {
  return line === undefined ? {} : { line };
}

function locatePlace({ file, span }: Place, sourceOf: (file: string) => Source): ReportedFinding['related'][number] {
  const { lines } = sourceOf(file);
  return { file, start: lines.locate(span.start), end: lines.locate(span.end) };
}
