import { UserError } from '../errors.ts';
import type { Operation, OperationKey, SpecIndex } from '../model.ts';
import { type CredentialWords, nameCredentials } from './name-credentials.ts';
import { openDocuments, type SpecDocuments } from './openapi/documents.ts';
import { indexSpec } from './openapi/index-spec.ts';
import { type AbsentFile, type LoadedSpec, loadSpec } from './openapi/load.ts';
import type { TruthSource } from './openapi/source.ts';

export interface Truth {
  readonly index: SpecIndex;
  /** One sentence each on what was left out: optional specs and files that are not there. */
  readonly notes: readonly string[];
  readonly documents: SpecDocuments;
}

/** Loads and indexes all specs of a run, in the order given. Throws a `UserError` for one that cannot be used. */
export async function loadTruth(
  sources: readonly TruthSource[],
  options: { readonly cwd: string } & Partial<CredentialWords>,
): Promise<Truth> {
  const truth = indexTruth(await loadSpecs(sources, options));
  const { credentials = {}, guards = {} } = options;
  return { ...truth, index: nameCredentials(truth.index, { credentials, guards }) };
}

/** Reads the files of all specs; those that are optional and not there are told apart. */
export async function loadSpecs(
  sources: readonly TruthSource[],
  options: { readonly cwd: string },
): Promise<readonly (LoadedSpec | AbsentFile)[]> {
  requireUniqueNames(sources);
  const loaded = await Promise.allSettled(sources.map((source) => loadSpec(source, options.cwd)));
  return loaded.map((result) => {
    // The first in order, whichever failed first: the same run gives the same message.
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Indexes specs that were read. */
export function indexTruth(outcomes: readonly (LoadedSpec | AbsentFile)[]): Truth {
  const specs = outcomes.filter(isLoaded);
  const indexed = specs.map(indexSpec);
  const operations: Record<OperationKey, Operation> = {};
  for (const operation of indexed.flatMap((each) => each.operations)) operations[operation.key] = operation;
  return {
    index: { specs: indexed.map(({ spec }) => spec), operations },
    notes: outcomes.flatMap(notesOf),
    documents: openDocuments(specs),
  };
}

function requireUniqueNames(sources: readonly TruthSource[]): void {
  const taken = new Map<string, TruthSource>();
  for (const source of sources) {
    const other = taken.get(source.name);
    taken.set(source.name, source);
    if (other === undefined) continue;
    const message = `Two specs are called \`${source.name}\`: \`${other.location}\` and \`${source.location}\`.`;
    throw new UserError('spec-ambiguous', message, { hint: 'Give one of them another name: `--spec <name>=<file>`.' });
  }
}

export function isLoaded(outcome: LoadedSpec | AbsentFile): outcome is LoadedSpec {
  return 'root' in outcome;
}

function notesOf(outcome: LoadedSpec | AbsentFile): readonly string[] {
  if (!isLoaded(outcome))
    return [`The optional spec \`${outcome.file}\` ${outcome.why}; nothing was checked against it.`];
  return [...outcome.unread.values()].map(
    ({ file, why }) => `\`${outcome.root.file}\` refers to \`${file}\`, which ${why}; what it describes is unknown.`,
  );
}
