import type { IndexedSpec } from './known-specs.ts';
import type { DocumentMap, SpecDocument } from './resolve.ts';

/** A spec with all files that it refers to, `$ref`s as written. */
export interface LoadedSpec {
  readonly name: string;
  readonly root: SpecDocument;
  readonly documents: DocumentMap;
  /** Files which a `$ref` names and which could not be read, by their URL. */
  readonly unread: ReadonlyMap<string, AbsentFile>;
  /** Of files that do not lie on this disk, by `SpecDocument.file`, for the lines of findings. */
  readonly texts: ReadonlyMap<string, string>;
  /** What is indexed of it, where an earlier run did that. */
  readonly indexed?: IndexedSpec;
  /** To be told what is indexed of it, for the next run. */
  readonly keep?: (indexed: IndexedSpec) => void;
}

/** A file that is not there; `why` continues the sentence "The spec `x` …". */
export interface AbsentFile {
  readonly file: string;
  readonly why: string;
  readonly hint?: string;
}
