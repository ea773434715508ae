import type { Documented } from '../../model.ts';

/** Where a spec comes from; a configuration's `SpecSource` is one. */
export interface TruthSource {
  readonly name: string;
  readonly kind: 'file' | 'url' | 'git';
  /** Absolute path, URL, or `git:<ref>:<path>` / `git:<repo>#<ref>:<path>`. */
  readonly location: string;
  /** Request header name → environment variable that holds its value; sent to the URL's own origin only. */
  readonly headers: Readonly<Record<string, string>>;
  /** An older spelling of paths, or of their beginning → that of the spec. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Which of its operations the guides must name. */
  readonly documented?: Documented;
  /** Not being there is worth a note, not a failure. */
  readonly optional: boolean;
}

/** `why` continues the sentence "The spec `x` …". */
export type ReadResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent'; readonly why: string; readonly hint?: string };

/** Reads the files of one spec: the file it starts with, and those which its `$ref`s name. */
export interface SpecReader {
  /** The URL of the file it starts with. */
  readonly root: string;
  /** How findings name a file of it. */
  nameOf(url: string): string;
  /** Whether a `$ref` may lead there; what it may not is unknown and no failure. */
  allows(url: string): boolean;
  read(url: string): Promise<ReadResult>;
  close(): Promise<void>;
}
