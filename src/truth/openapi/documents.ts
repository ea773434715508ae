import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TruthPlace } from '../../model.ts';
import type { LoadedSpec } from './load.ts';
import { type DocumentMap, nodeAt, placeOf, resolveNode, type SpecDocument } from './resolve.ts';

/** The parsed files of all specs of a run, for what the index leaves out. Nothing of them is copied. */
export interface SpecDocuments {
  /** The value at a place, and where it stands once all `$ref`s are followed; nothing where they lead nowhere. */
  resolve(place: TruthPlace): { readonly place: TruthPlace; readonly value: unknown } | undefined;
  /** The text of a file that a `TruthPlace` names; of a local file as it lies on disk now. */
  readText(file: string): string | undefined;
}

export function openDocuments(specs: readonly LoadedSpec[]): SpecDocuments {
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
      const end = node && resolveNode(node, owner.documents);
      return end && { place: placeOf(end), value: end.value };
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
  try {
    return readFileSync(fileURLToPath(url), 'utf8');
  } catch {
    // Gone since it was loaded: the finding goes without a line.
    return undefined;
  }
}
