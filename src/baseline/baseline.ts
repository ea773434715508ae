/** A finding that a team knows and has put off. */
export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the folder of the baseline, with forward slashes. */
  readonly file: string;
  readonly message: string;
  readonly fingerprint: string;
}

/** A baseline as it lies on the disk. */
export interface Baseline {
  /** Absolute. */
  readonly path: string;
  /** As the user is told. */
  readonly name: string;
  /** Absolute; what findings are named relative to in a report. */
  readonly cwd: string;
  readonly entries: readonly BaselineEntry[];
}
