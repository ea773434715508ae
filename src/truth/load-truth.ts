import type { McpSource } from '../config/config.ts';
import { UserError } from '../errors.ts';
import type { Operation, OperationKey, Spec, SpecIndex } from '../model.ts';
import { addAliases } from './configured-aliases.ts';
import type { ListedServer } from './mcp/listed-server.ts';
import { type LoadedServers, loadServers } from './mcp/load-servers.ts';
import { type CredentialWords, nameCredentials } from './name-credentials.ts';
import { type OpenableDocuments, openDocuments, type SpecDocuments } from './openapi/documents.ts';
import { indexSpec } from './openapi/index-spec.ts';
import type { IndexedSpec, SpecCache } from './openapi/known-specs.ts';
import { loadSpec } from './openapi/load.ts';
import type { AbsentFile, LoadedSpec } from './openapi/loaded-spec.ts';
import type { TruthSource } from './openapi/source.ts';

export interface Truth {
  readonly index: SpecIndex;
  /** One sentence each on what was left out: optional specs and files that are not there. */
  readonly notes: readonly string[];
  readonly documents: SpecDocuments;
}

/** Loads and indexes all specs and servers of a run, in the order given. Throws a `UserError` for one that cannot be used. */
export async function loadTruth(
  sources: readonly TruthSource[],
  { mcp = [], ...options }: { readonly cwd: string; readonly mcp?: readonly McpSource[] } & Partial<CredentialWords>,
  cache?: SpecCache,
): Promise<Truth> {
  const [specs, servers] = await Promise.all([
    loadSpecs(sources, options, cache),
    mcp.length > 0 ? loadServers(mcp, options) : undefined,
  ]);
  const truth = indexTruth(specs, servers);
  const { credentials = {}, guards = {} } = options;
  const aliases = Object.fromEntries(sources.map((source) => [source.name, source.aliases ?? {}]));
  const index = addAliases(nameCredentials(truth.index, { credentials, guards }), aliases);
  return { ...truth, index: { ...index, specs: index.specs.map((spec) => withDocumented(spec, sources)) } };
}

function withDocumented(spec: Spec, sources: readonly TruthSource[]): Spec {
  const documented = sources.find(({ name }) => name === spec.name)?.documented;
  return documented ? { ...spec, documented } : spec;
}

/** Reads the files of all specs; those that are optional and not there are told apart. */
export async function loadSpecs(
  sources: readonly TruthSource[],
  options: { readonly cwd: string },
  cache?: SpecCache,
): Promise<readonly (LoadedSpec | AbsentFile)[]> {
  requireUniqueNames(sources);
  const loaded = await Promise.allSettled(sources.map((source) => loadSpec(source, options.cwd, cache)));
  return loaded.map((result) => {
    // The first in order, whichever failed first: the same run gives the same message.
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** Indexes specs and servers that were read. */
export function indexTruth(outcomes: readonly (LoadedSpec | AbsentFile)[], mcp?: LoadedServers): Truth {
  const specs = outcomes.filter(isLoaded);
  const indexed = specs.map(indexOf);
  const operations: Record<OperationKey, Operation> = {};
  for (const operation of indexed.flatMap((each) => each.operations)) operations[operation.key] = operation;
  return {
    index: { specs: indexed.map(({ spec }) => spec), operations, ...(mcp && { mcpServers: mcp.servers }) },
    notes: [...outcomes.flatMap(notesOf), ...(mcp?.notes ?? [])],
    documents: openDocuments([...specs, ...(mcp?.listed ?? []).map(documentsOf)]),
  };
}

function indexOf(loaded: LoadedSpec): IndexedSpec {
  if (loaded.indexed) return loaded.indexed;
  const indexed = indexSpec(loaded);
  loaded.keep?.(indexed);
  return indexed;
}

/** The tools of a server lie in one file, which refers to no other. */
function documentsOf({ document, text }: ListedServer): OpenableDocuments {
  return {
    name: `mcp ${document.url}`,
    documents: new Map([[document.url, document]]),
    texts: new Map(text === undefined ? [] : [[document.file, text]]),
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
