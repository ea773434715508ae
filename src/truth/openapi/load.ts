import { cannotTell } from '../../disk/witness.ts';
import { UserError } from '../../errors.ts';
import { isMapping, labelAt, memberOf } from '../schema/json.ts';
import { explainParserError } from './explain-failure.ts';
import type { SeenFile, SpecCache } from './known-specs.ts';
import type { AbsentFile, LoadedSpec } from './loaded-spec.ts';
import { openFile } from './read-file.ts';
import { openGit } from './read-git.ts';
import { openUrl } from './read-url.ts';
import { readOnce, recallSpec, specName } from './recall-spec.ts';
import type { SpecDocument } from './resolve.ts';
import type { ReadResult, SpecReader, TruthSource } from './source.ts';

/** Reads a spec and every file that its `$ref`s name, as far as the source allows. */
export async function loadSpec(source: TruthSource, cwd: string, cache?: SpecCache): Promise<LoadedSpec | AbsentFile> {
  const reader = readOnce(await openSource(source, cwd));
  try {
    const known = cache && (await recallSpec({ source, reader, cache }));
    if (known) return known;
    const reading = await readFiles(reader, source, cache);
    const absent = reading.unread.get(reader.root);
    if (absent === undefined) return withKeeping(finish(source, reader, reading), { source, reader, reading, cache });
    if (source.optional) return absent;
    throw new UserError('spec-unreadable', `The spec \`${absent.file}\` ${absent.why}.`, { hint: absent.hint });
  } finally {
    await reader.close();
  }
}

async function openSource(source: TruthSource, cwd: string): Promise<SpecReader> {
  if (source.kind === 'file') return openFile(source, cwd);
  cannotTell();
  switch (source.kind) {
    case 'url':
      return openUrl(source);
    case 'git':
      return openGit(source, cwd);
  }
}

interface Reading {
  /** Parsed values by URL; those which were not read are no files of the spec. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly texts: ReadonlyMap<string, string>;
  readonly unread: ReadonlyMap<string, AbsentFile>;
  /** All files that were opened, for a cache. */
  readonly seen: readonly SeenFile[];
}

function withKeeping(
  loaded: LoadedSpec,
  {
    source,
    reader,
    reading,
    cache,
  }: {
    readonly source: TruthSource;
    readonly reader: SpecReader;
    readonly reading: Reading;
    readonly cache: SpecCache | undefined;
  },
): LoadedSpec {
  if (cache === undefined) return loaded;
  const state = { files: reading.seen, documents: loaded.documents };
  return { ...loaded, keep: (indexed) => cache.keep(specName(source, reader), state, indexed) };
}

async function readFiles(reader: SpecReader, source: TruthSource, cache: SpecCache | undefined): Promise<Reading> {
  const seen: SeenFile[] = [];
  const texts = new Map<string, string>();
  const unread = new Map<string, AbsentFile>();
  const skipped = new Set<string>();
  const read = async (url: string): Promise<string> => {
    const stamp = cache?.stampOf(url);
    const result = reader.allows(url) ? await reader.read(url) : undefined;
    if (cache && result) seen.push(seenFile(url, result, { stamp, cache }));
    if (result?.kind === 'text') {
      if (source.kind !== 'file') texts.set(reader.nameOf(url), result.text);
      return result.text;
    }
    if (result === undefined) skipped.add(url);
    else unread.set(url, { file: reader.nameOf(url), why: result.why, hint: result.hint });
    // An empty file for the parser, which would give up the whole spec over one that is not there.
    return '{}';
  };
  const parsed = await resolveAll(reader, read);
  const values = Object.entries(parsed).filter(([url]) => !skipped.has(url) && !unread.has(url));
  return { values: new Map(values), texts, unread, seen };
}

function seenFile(
  url: string,
  result: ReadResult,
  { stamp, cache }: { readonly stamp: string | undefined; readonly cache: SpecCache },
): SeenFile {
  if (result.kind === 'absent') return { url, why: result.why, hint: result.hint };
  return { url, content: cache.hashOf(result.text), stamp };
}

/**
 * The parser judges the version of the document it is given (it knows no 3.2) and rewrites its servers. So it is given
 * a document of ours which does nothing but refer to the user's, and which it resolves as any other `$ref`.
 */
async function resolveAll(
  reader: SpecReader,
  read: (url: string) => Promise<string>,
): Promise<Readonly<Record<string, unknown>>> {
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  const entrance = 'specwins://entrance/';
  const document = {
    openapi: '3.1.0',
    info: { title: 'entrance', version: '1' },
    paths: {},
    components: { pathItems: { spec: { $ref: reader.root } } },
  };
  try {
    const refs = await SwaggerParser.resolve(entrance, document, {
      resolve: {
        file: false,
        http: false,
        source: { canRead: true, read: ({ url }: { readonly url: string }) => read(url) },
      },
    });
    const { [entrance]: _, ...values } = asRecord(refs.values());
    return values;
  } catch (error) {
    throw explainParserError(error, reader);
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isMapping(value) ? value : {};
}

function finish(source: TruthSource, reader: SpecReader, reading: Reading): LoadedSpec {
  const documents = new Map<string, SpecDocument>();
  for (const [url, value] of reading.values) documents.set(url, { file: reader.nameOf(url), url, value });
  const root = documents.get(reader.root) ?? { file: reader.nameOf(reader.root), url: reader.root, value: undefined };
  requireOpenApi(root);
  return { name: source.name, root, documents, unread: reading.unread, texts: reading.texts };
}

function requireOpenApi({ file, value }: SpecDocument): void {
  const version = labelAt(value, 'openapi') ?? labelAt(value, 'swagger');
  const hint = 'Name an OpenAPI 3 or Swagger 2.0 description by `--spec` or `specs` in the configuration.';
  if (version === undefined) {
    const lack = isMapping(value) ? 'neither `openapi` nor `swagger` stands at its top' : 'it holds no mapping';
    throw new UserError('spec-unreadable', `\`${file}\` is no OpenAPI description: ${lack}.`, { hint });
  }
  if (!/^[23](?:\.|$)/.test(version)) {
    throw new UserError('spec-unreadable', `\`${file}\` is written for version ${version} of OpenAPI.`, { hint });
  }
  const paths = memberOf(value, 'paths') ?? {};
  if (!isMapping(paths)) throw new UserError('spec-unreadable', `\`paths\` of \`${file}\` is no mapping.`, { hint });
}
