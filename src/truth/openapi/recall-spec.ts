import { fileURLToPath } from 'node:url';
import { testifyContent } from '../../disk/witness.ts';
import type { KnownSpec, SeenFile, SpecCache, SpecName } from './known-specs.ts';
import type { AbsentFile, LoadedSpec } from './loaded-spec.ts';
import type { SpecReader, TruthSource } from './source.ts';

interface Recalling {
  readonly source: TruthSource;
  readonly reader: SpecReader;
  readonly cache: SpecCache;
}

/** The spec as an earlier run has read and indexed it, where every file of it is as it was. Parses nothing. */
export async function recallSpec({ source, reader, cache }: Recalling): Promise<LoadedSpec | undefined> {
  for (const known of cache.statesOf(specName(source, reader))) {
    const now = await seeAsKnown(known, { source, reader, cache });
    const kept = now && known.open();
    if (now === undefined || kept === undefined) continue;
    known.use(now.stamps);
    return assemble(known, kept, { source, reader, texts: now.texts });
  }
  return undefined;
}

export function specName({ name, kind }: TruthSource, { root, nameOf }: SpecReader): SpecName {
  return { name, kind, root, file: nameOf(root) };
}

/** Reads each file once, however often it is asked for. */
export function readOnce(reader: SpecReader): SpecReader {
  const results = new Map<string, ReturnType<SpecReader['read']>>();
  return {
    ...reader,
    read(url) {
      const result = results.get(url) ?? reader.read(url);
      results.set(url, result);
      return result;
    },
  };
}

interface SeenAgain {
  /** Of files that do not lie on this disk. */
  readonly texts: ReadonlyMap<string, string>;
  /** Of files which had to be read, by URL. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** Nothing where some file is another one now. */
async function seeAsKnown({ files }: KnownSpec, { source, reader, cache }: Recalling): Promise<SeenAgain | undefined> {
  const texts = new Map<string, string>();
  const stamps = new Map<string, string>();
  for (const file of files) {
    if (!reader.allows(file.url)) return undefined;
    const stamp = cache.stampOf(file.url);
    if (stamp !== undefined && file.stamp === stamp) {
      if (file.content !== undefined) testifyContent('text', fileURLToPath(file.url), file.content);
      continue;
    }
    const result = await reader.read(file.url);
    if (result.kind === 'absent') {
      if (result.why !== file.why || result.hint !== file.hint) return undefined;
    } else {
      if (cache.hashOf(result.text) !== file.content) return undefined;
      if (source.kind !== 'file') texts.set(reader.nameOf(file.url), result.text);
      if (stamp !== undefined) stamps.set(file.url, stamp);
    }
  }
  return { texts, stamps };
}

function assemble(
  { files }: KnownSpec,
  { documents: values, indexed }: NonNullable<ReturnType<KnownSpec['open']>>,
  { source, reader, texts }: Pick<Recalling, 'source' | 'reader'> & Pick<LoadedSpec, 'texts'>,
): LoadedSpec | undefined {
  const documents = new Map(
    [...values].map(([url, document]) => [
      url,
      {
        file: reader.nameOf(url),
        url,
        // Most of it is never asked for.
        get value() {
          return document.value;
        },
      },
    ]),
  );
  const root = documents.get(reader.root);
  if (root === undefined) return undefined;
  const unread = new Map(files.flatMap((file) => absentFile(file, reader) ?? []));
  return { name: source.name, root, documents, unread, texts, indexed };
}

function absentFile({ url, why, hint }: SeenFile, reader: SpecReader): [[string, AbsentFile]] | undefined {
  return why === undefined
    ? undefined
    : [[url, { file: reader.nameOf(url), why, ...(hint !== undefined && { hint }) }]];
}
