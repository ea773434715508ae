import type { Severity, TruthPlace } from '../model.ts';

/** The result of a run, located and counted. The JSON report is this object; every other format derives from it. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'specwins'; readonly version: string };
  readonly summary: Summary;
  readonly findings: readonly ReportedFinding[];
  /** Sentences about the run itself, such as a spec that is optional and not there. */
  readonly notes: readonly string[];
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
  readonly links: number;
  readonly anchors: number;
  readonly followed: LinkCounts;
  readonly mentions: MentionCounts;
}

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
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly related: readonly { readonly file: string; readonly start: Position; readonly end: Position }[];
  /** Stable when lines move: made of rule, file, text and message, and counted where these repeat. */
  readonly fingerprint: string;
  /** The source line, for reporters that show it; not part of the JSON report. */
  readonly excerpt?: Excerpt;
}

export interface Excerpt {
  readonly line: string;
}

export type Reporter = (report: Report, options: ReporterOptions) => string;

export interface ReporterOptions {
  readonly color: boolean;
  /** Columns available. */
  readonly width: number;
  /** Where places and rules can be clicked on; absent where they cannot. */
  readonly links?: ReportLinks | undefined;
}

/** Addresses for a reader of the report. */
export interface ReportLinks {
  place(file: string, line: number): string;
  rule(id: string): string;
}

/** Where a truth says something, with its line when it could be found. */
export type LocateTruth = (place: TruthPlace) => number | undefined;
