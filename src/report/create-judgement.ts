import type { Command, Finding, Page, Place, SpecIndex } from '../model.ts';
import type { Site } from '../site/site.ts';
import { indexLines, type Lines } from '../text/lines.ts';
import { countLinks } from './count-links.ts';
import { countMentions } from './count-mentions.ts';
import type { JudgedPage, Judgement, LocatedFinding, MentionsInFile, TruthCounts } from './judgement.ts';
import { REDACTED, type Redaction } from './redact.ts';
import type { LocateTruth, ReportedFinding } from './report.ts';

/** The results of a run, and how to look things up in its files. */
export interface JudgementInput {
  readonly shown: readonly Finding[];
  readonly suppressed: readonly Finding[];
  readonly pages: readonly Page[];
  readonly mentions: readonly MentionsInFile[];
  readonly truth: SpecIndex;
  readonly site: Pick<Site, 'findFragment' | 'resolve'>;
  readonly notes: readonly string[];
  /** The text of a file that has findings, named as findings name it. */
  readonly readSource: (file: string) => string;
  readonly locateTruth: LocateTruth;
  /** Knows all secrets that were found. */
  readonly redaction: Redaction;
}

/** Locates what was found, and keeps of pages and bindings what is counted. */
export function createJudgement(input: JudgementInput): Judgement {
  const sourceOf = createSources(input.readSource);
  const located = (finding: Finding) => redact(locate(finding, sourceOf, input.locateTruth), input.redaction);
  const shown = input.shown.map(located);
  return {
    shown,
    suppressed: input.suppressed.map(located),
    pages: input.pages.map((page) => judgedPage(page, input.site)),
    counted: countMentions(input.mentions, shown),
    truth: countTruth(input.truth),
    notes: input.notes,
  };
}

function judgedPage(page: Page, site: JudgementInput['site']): JudgedPage {
  return {
    file: page.file,
    links: page.links.length,
    anchors: page.anchors.length,
    followed: countLinks(page, site),
    readable: page.failure === undefined,
  };
}

function countTruth({ operations, programs, mcpServers }: SpecIndex): TruthCounts {
  return {
    operations: Object.values(operations).filter(({ configured }) => !configured).length,
    ...(programs && { commands: countCommands(Object.values(programs).map(({ root }) => root)) }),
    ...(mcpServers && { tools: mcpServers.reduce((sum, { tools }) => sum + tools.length, 0) }),
  };
}

function countCommands(commands: readonly Command[]): number {
  return commands.reduce((sum, { commands: below }) => sum + 1 + countCommands(below), 0);
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

function locate(finding: Finding, sourceOf: (file: string) => Source, locateTruth: LocateTruth): LocatedFinding {
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
function redact(finding: LocatedFinding, { hide, cover }: Redaction): LocatedFinding {
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
