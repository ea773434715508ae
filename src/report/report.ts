import type { Severity, Suppression, TruthPlace } from '../model.ts';
import type { Review } from './review.ts';

/** The result of a run, located and counted. The JSON report is this object but for what says otherwise; every other format derives from it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'specwins'; readonly version: string };
  readonly summary: Summary;
  readonly findings: readonly ReportedFinding[];
  /** Sentences about the run itself, such as a spec that is optional and not there. */
  readonly notes: readonly string[];
  /** What directives and a baseline silence, for formats that keep it; not part of the JSON report. */
  readonly suppressed?: readonly ReportedFinding[];
  /** The pages that were reported on, for formats that list them; not part of the JSON report. */
  readonly pages?: readonly string[];
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  readonly baselined: number;
  readonly pages: number;
  readonly operations: number;
  /** Of the command line programs of the configuration; absent where there are none. */
  readonly commands?: number;
  /** Of MCP servers; absent where none is configured. */
  readonly tools?: number;
  readonly links: number;
  readonly anchors: number;
  readonly followed: LinkCounts;
  /** Pages that the compiler of their framework takes. */
  readonly readable: number;
  readonly mentions: MentionCounts;
  /** The same mentions by what they speak of; only what the pages mention. */
  readonly subjects: Readonly<Partial<Record<Subject, MentionCounts>>>;
  /** What was mended before this report was made; absent where nothing was asked to be. */
  readonly fixed?: FixCounts;
}

export interface FixCounts {
  readonly findings: number;
  readonly files: number;
}

/** What mentions speak of: tools with their arguments, commands with their flags. */
export type Subject = 'operations' | 'fields' | 'statuses' | 'credentials' | 'tools' | 'commands';

/**
 * `checked` links lead to a page, a file or an id that is there, or were reported. What `unverified` ones lead to only the running site
 * knows; `external` ones are not asked.
 */
export interface LinkCounts {
  readonly checked: number;
  readonly unverified: number;
  readonly external: number;
}

/** `checked` mentions were held against a truth; `drift` of those were refuted. The rest could not be placed, or speak of other servers. */
export interface MentionCounts {
  readonly total: number;
  readonly checked: number;
  readonly drift: number;
  readonly unknown: number;
  readonly foreign: number;
}

/** 1-based line and column; `offset` in UTF-16 code units from the start of the file. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  /** The characters of the file from `start` to `end`; `[redacted]` where `redacted` is set. */
  readonly text: string;
  /** What stands there must not be shown: a reporter that reads the file itself leaves it out. */
  readonly redacted?: true;
  readonly suggestions: readonly string[];
  readonly operation?: string;
  readonly spec?: { readonly file: string; readonly pointer: string; readonly line?: number };
  readonly edits: readonly ReportedEdit[];
  readonly related: readonly { readonly file: string; readonly start: Position; readonly end: Position }[];
  /** Stable when lines move: made of rule, file, text and message, and counted where these repeat. */
  readonly fingerprint: string;
  /** Against a baseline; absent where there is none. */
  readonly baselineState?: 'new' | 'unchanged';
  /** Of a finding in `Report.suppressed`. */
  readonly suppression?: Suppression;
  /** The source line, for reporters that show it; not part of the JSON report. */
  readonly excerpt?: Excerpt;
}

export interface ReportedEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where it stands in lines; not part of the JSON report. */
  readonly place?: { readonly start: Position; readonly end: Position };
}

export interface Excerpt {
  readonly line: string;
}

export type Reporter = (report: Report, options: ReporterOptions) => string;

export interface ReporterOptions {
  readonly color: boolean;
  /** Columns available. */
  readonly width: number;
  /** All rules, for formats that describe them; without it they name the rules of the findings alone. */
  readonly rules?: readonly ReportedRule[];
  /** From the top of the repository to the working directory: hosts of code name files from the top. */
  readonly folder?: string;
  /** Where places and rules can be clicked on; absent where they cannot. */
  readonly links?: ReportLinks | undefined;
  /** Passages and the map of operations, for `html`; without it the page shows the lines of the findings alone. */
  readonly review?: Review | undefined;
}

/** A rule as a report describes it. */
export interface ReportedRule {
  readonly id: string;
  readonly summary: string;
  /** Its own, before any configuration. */
  readonly severity: Severity;
  /** Why it is there and when to turn it off, in Markdown. */
  readonly help?: string;
}

/** Addresses for a reader of the report. */
export interface ReportLinks {
  place(file: string, line: number): string;
  rule(id: string): string;
}

/** Where a truth says something, with its line when it could be found. */
export type LocateTruth = (place: TruthPlace) => number | undefined;
