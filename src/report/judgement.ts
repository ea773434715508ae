import type { Binding } from '../model.ts';
import type { LinkCounts, ReportedFinding, Summary } from './report.ts';

/**
 * What a run found out about a whole site, as plain data: a report is as much of it as was asked for, counted. Without the value of any
 * secret.
 */
export interface Judgement {
  readonly shown: readonly LocatedFinding[];
  /** What directives silence. */
  readonly suppressed: readonly LocatedFinding[];
  readonly pages: readonly JudgedPage[];
  /** All mentions, counted. */
  readonly counted: CountedMentions;
  readonly truth: TruthCounts;
  readonly notes: readonly string[];
}

/** Its fingerprint counts equal ones, so that it is made when the report is. */
export type LocatedFinding = Omit<ReportedFinding, 'fingerprint'>;

/** How many operations, commands and tools there are; the latter are absent where nothing lists any. */
export interface TruthCounts {
  readonly operations: number;
  readonly commands?: number;
  readonly tools?: number;
}

export interface JudgedPage {
  readonly file: string;
  readonly links: number;
  readonly anchors: number;
  readonly followed: LinkCounts;
  /** The compiler of its framework takes it. */
  readonly readable: boolean;
}

/** In all, and by what they speak of. */
export type CountedMentions = Pick<Summary, 'mentions' | 'subjects'>;

/** What a page mentions, in its own file or in that of a snippet which it renders. */
export interface MentionsInFile {
  readonly page: string;
  readonly file: string;
  readonly mentions: readonly JudgedMention[];
}

/** There are tens of thousands in a run, which are kept for the next one. */
export type JudgedMention = readonly [kind: Binding['mention']['kind'], start: number, end: number, outcome: Outcome];

/** What came of a mention: it was held against a truth, nobody can tell, or it speaks of others. */
export type Outcome = 'checked' | 'unknown' | 'foreign';
