import type { Operation, Spec } from '../../model.ts';

/** What is indexed of one spec; operations in the order of the file. */
export interface IndexedSpec {
  readonly spec: Spec;
  readonly operations: readonly Operation[];
}

/** A file that was opened for a spec, and what came of it. */
export interface SeenFile {
  readonly url: string;
  /** A hash of its text; absent where it could not be read. */
  readonly content?: string | undefined;
  /** Why it could not be read. */
  readonly why?: string | undefined;
  readonly hint?: string | undefined;
  /** Its state before it was read, where that will tell whether it was written since. */
  readonly stamp?: string | undefined;
}

/** Which spec is meant; what it says is not part of it. */
export interface SpecName {
  readonly name: string;
  readonly kind: string;
  /** As findings name the file it starts with. */
  readonly file: string;
  /** The URL of that file. */
  readonly root: string;
}

/** What was made of a spec, with all files that it was made of. */
export interface SpecState {
  readonly files: readonly SeenFile[];
  /** Parsed files by URL, in the order in which they are asked. */
  readonly documents: ReadonlyMap<string, { readonly value: unknown }>;
}

/** A state of a spec that an earlier run has seen; whether it is that of now, its files tell. */
export interface KnownSpec {
  readonly files: readonly SeenFile[];
  /** Nothing where it was not kept whole. */
  open(): (Pick<SpecState, 'documents'> & { readonly indexed: IndexedSpec }) | undefined;
  /** Says that it is that of now; with the states of files that tell so from here on, by URL. */
  use(stamps: ReadonlyMap<string, string>): void;
}

/** Specs that were read before, by the content of all their files. */
export interface SpecCache {
  statesOf(name: SpecName): readonly KnownSpec[];
  keep(name: SpecName, state: SpecState, indexed: IndexedSpec): void;
  hashOf(text: string): string;
  /** The state of the file at a URL; nothing where that proves nothing. */
  stampOf(url: string): string | undefined;
}
