import type { Command, Flag, TruthPlace } from '../../model.ts';

/** A program as guides call it, and the file or folder that describes its commands; a configuration's `ProgramSource` is one. */
export interface ManifestSource {
  readonly name: string;
  /** Absolute. */
  readonly location: string;
}

/** One document of a manifest: all of it, or one command of many. */
export interface ManifestPart {
  /** As findings name it. */
  readonly file: string;
  /** Where the document begins in the file. */
  readonly pointer: string;
  readonly value: unknown;
}

/** What a reader takes a manifest for, before its commands are put into a tree. */
export interface ReadCommand {
  /** The words behind the program's name; none for the program itself. */
  readonly path: readonly string[];
  readonly command: Omit<Command, 'name' | 'commands'>;
}

/** A command of which nothing but its name is known, as one that merely groups others. */
export function groupAt(place: TruthPlace): ReadCommand['command'] {
  return { aliases: [], hidden: false, flags: [], openFlags: true, openCommands: false, arguments: 'none', place };
}

/** A flag without value that nobody must give. */
export function plainFlag(name: string, place: TruthPlace): Flag {
  return { name, spellings: [name], value: 'none', required: false, negatable: false, place };
}
