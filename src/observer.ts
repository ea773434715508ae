/** The stages of a run, in the order in which they begin. */
export const stages = ['configuration', 'specs', 'pages', 'secrets', 'binding', 'rules', 'report'] as const;

export type Stage = (typeof stages)[number];

/** A page that was read. */
export interface ReadPage {
  readonly file: string;
  /** Characters of its file. */
  readonly size: number;
  /** How often each form of mention stands on it. */
  readonly forms: readonly string[];
  /** It was known from an earlier run. */
  readonly cached?: boolean;
}

export interface CacheTraffic {
  readonly read: number;
  readonly written: number;
}

/** Where the time of reading pages went. */
export interface ExtractionTimes {
  /** By extractor, in milliseconds, those of all threads added up. */
  readonly times: ReadonlyMap<string, number>;
  /** How many read pages beside the main one. */
  readonly threads: number;
}

/** Follows a run from outside, to show or to measure it. Nothing that it does changes the report. */
export interface RunObserver {
  /** Says that a stage begins; what it returns is called when the stage is over. */
  begin(stage: Stage): () => void;
  /** Says that one more page was read. */
  page(page: ReadPage, count: { readonly done: number; readonly total: number }): void;
  /** Says that an earlier run came to what is reported; so many pages have changed since, and what they state has not. */
  recalled?(edited: number): void;
  /** Says what each extractor took. Time is only taken where somebody wants to know. */
  extracted?(times: ExtractionTimes): void;
  /** Says what was read of the cache on disk, and written to it, in bytes since the process began. */
  cache?(traffic: CacheTraffic): void;
  /** Runs what a rule does. */
  rule<Result>(id: string, work: () => Result): Result;
}
