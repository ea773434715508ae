import { UserError } from '../../errors.ts';
import { isMapping, labelAt, memberOf } from '../schema/json.ts';
import { explainParserError } from './explain-failure.ts';
import { openFile } from './read-file.ts';
import { openGit } from './read-git.ts';
import { openUrl } from './read-url.ts';
import type { DocumentMap, SpecDocument } from './resolve.ts';
import type { SpecReader, TruthSource } from './source.ts';

/** A spec with all files that it refers to, `$ref`s as written. */
export interface LoadedSpec {
  readonly name: string;
  readonly root: SpecDocument;
  readonly documents: DocumentMap;
  /** Files which a `$ref` names and which could not be read, by their URL. */
  readonly unread: ReadonlyMap<string, AbsentFile>;
  /** Of files that do not lie on this disk, by `SpecDocument.file`, for the lines of findings. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A file that is not there; `why` continues the sentence "The spec `x` …". */
export interface AbsentFile {
  readonly file: string;
  readonly why: string;
  readonly hint?: string;
}

/** Reads a spec and every file that its `$ref`s name, as far as the source allows. */
export async function loadSpec(source: TruthSource, cwd: string): Promise<LoadedSpec | AbsentFile> {
  const reader = await openSource(source, cwd);
  try {
    const reading = await readFiles(reader, source);
    const absent = reading.unread.get(reader.root);
    if (absent === undefined) return finish(source, reader, reading);
    if (source.optional) return absent;
    throw new UserError('spec-unreadable', `The spec \`${absent.file}\` ${absent.why}.`, { hint: absent.hint });
  } finally {
    await reader.close();
  }
}

async function openSource(source: TruthSource, cwd: string): Promise<SpecReader> {
  switch (source.kind) {
    case 'file':
      return openFile(source, cwd);
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
}

async function readFiles(reader: SpecReader, source: TruthSource): Promise<Reading> {
  const texts = new Map<string, string>();
  const unread = new Map<string, AbsentFile>();
  const skipped = new Set<string>();
  const read = async (url: string): Promise<string> => {
    const result = reader.allows(url) ? await reader.read(url) : undefined;
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
  return { values: new Map(values), texts, unread };
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
