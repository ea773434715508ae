import { fileURLToPath } from 'node:url';
import { readTextIfAny } from '../../disk/read-disk.ts';
import type { TruthPlace } from '../../model.ts';
import type { LoadedSpec } from './loaded-spec.ts';
import { type DocumentMap, followRefs, nodeAt, placeOf, type SpecDocument } from './resolve.ts';

export interface Resolved {
  readonly place: TruthPlace;
  readonly value: unknown;
  /** The mappings with a `$ref` that were passed on the way, for what stands beside it. */
  readonly passed: readonly { readonly place: TruthPlace; readonly value: unknown }[];
}

/** The parsed files of all specs of a run, for what the index leaves out. Nothing of them is copied. */
export interface SpecDocuments {
  /** The value at a place, and where it stands once all `$ref`s are followed; nothing where they lead nowhere. */
  resolve(place: TruthPlace): Resolved | undefined;
  /** The parsed files of a spec by its name; none where there is no such spec. */
  valuesOf(spec: string): readonly unknown[];
  /** The text of a file that a `TruthPlace` names; of a local file as it lies on disk now. */
  readText(file: string): string | undefined;
}

/** What has to be known of a spec to open its files. */
export type OpenableDocuments = Pick<LoadedSpec, 'documents' | 'name' | 'texts'>;

export function openDocuments(specs: readonly OpenableDocuments[]): SpecDocuments {
  const owners = new Map<string, { readonly document: SpecDocument; readonly documents: DocumentMap }>();
  const texts = new Map<string, string>();
  for (const { documents, texts: remote } of specs) {
    for (const document of documents.values()) owners.set(document.file, { document, documents });
    for (const [file, text] of remote) texts.set(file, text);
  }
  return {
    resolve({ file, pointer }) {
      const owner = owners.get(file);
      const node = owner && nodeAt(owner.document, pointer, owner.documents);
      const chain = node && followRefs(node, owner.documents);
      const end = chain?.resolved ? chain.nodes.at(-1) : undefined;
      if (chain === undefined || end === undefined) return undefined;
      const passed = chain.nodes.slice(0, -1).map((each) => ({ place: placeOf(each), value: each.value }));
      return { place: placeOf(end), value: end.value, passed };
    },
    valuesOf(name) {
      const spec = specs.find((each) => each.name === name);
      return spec === undefined ? [] : [...spec.documents.values()].map(({ value }) => value);
    },
    readText(file) {
      const known = texts.get(file) ?? readLocal(owners.get(file)?.document.url);
      if (known !== undefined) texts.set(file, known);
      return known;
    },
  };
}

function readLocal(url: string | undefined): string | undefined {
  if (!url?.startsWith('file:')) return undefined;
  // Gone since it was loaded: the finding goes without a line.
  return readTextIfAny(fileURLToPath(url));
}
