/** What a page for reviewers shows beside the report. Plain data; made only where a format asks for it, and no part of the JSON report. */
export interface Review {
  /** By the fingerprint of the finding. */
  readonly passages: Readonly<Record<string, FindingPassages>>;
  /** All operations of the specs, in their order. */
  readonly operations: readonly ReviewedOperation[];
  /** All pages, and the snippets and samples in which mentions stand. */
  readonly pages: readonly ReviewedPage[];
}

export interface FindingPassages {
  /** Absent where nothing of the page may be shown. */
  readonly guide?: Passage;
  readonly spec?: Passage;
}

/** Lines of a file around a place. Line numbers may jump. */
export interface Passage {
  readonly lines: readonly PassageLine[];
  /** How many lines of the place itself were left out behind the last one. */
  readonly left: number;
}

export interface PassageLine {
  /** From 1. */
  readonly number: number;
  /** Cut where the line is very long. */
  readonly text: string;
  /** The place has a part in this line. */
  readonly marked: boolean;
  /** The place itself, in UTF-16 code units of `text`; absent where it is the whole line. */
  readonly mark?: { readonly from: number; readonly to: number };
}

export interface ReviewedOperation {
  /** `METHOD /path`, as findings name it. */
  readonly name: string;
  readonly spec: string;
  /** Where the spec describes it. */
  readonly file: string;
  readonly summary?: string;
  /** Its first tag, or the first part of its path. */
  readonly group: string;
  readonly deprecated: boolean;
  readonly uses: readonly OperationUse[];
}

/** What one file says of one operation. */
export interface OperationUse {
  readonly file: string;
  /** Mentions that speak of this operation alone. */
  readonly checked: number;
  /** Mentions that may speak of this operation or of another one. */
  readonly unknown: number;
  /** Some lines that name it, from 1. */
  readonly lines: readonly number[];
}

export interface ReviewedPage {
  readonly file: string;
  readonly title?: string;
  readonly checked: number;
  readonly unknown: number;
  readonly foreign: number;
}
