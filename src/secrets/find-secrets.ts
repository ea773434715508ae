import type { Page, Secret } from '../model.ts';
import { mayHoldSecret } from './may-hold-secret.ts';

/** Texts that were searched before. */
export interface SecretCache {
  /** Nothing where it is not known; `textOf` gives the values, which are kept nowhere. */
  secretsOf(file: string, textOf: (file: string) => string): readonly Secret[] | undefined;
  setSecrets(file: string, secrets: readonly Secret[]): void;
}

interface Searched {
  readonly cache?: SecretCache | undefined;
  /** What was found in this run already, by file. */
  readonly searched?: ReadonlyMap<string, readonly Secret[]>;
}

/**
 * The credentials that the files of pages hold, by `Page.file`. A secret is one wherever it stands, in a comment as in a
 * sample, so the text is searched as it lies on disk.
 */
export async function findSecrets(
  pages: readonly Pick<Page, 'file'>[],
  readText: (file: string) => string,
  { cache, searched }: Searched = {},
): Promise<ReadonlyMap<string, readonly Secret[]>> {
  const found = new Map<string, readonly Secret[]>();
  for (const { file } of pages) {
    const known = cache?.secretsOf(file, readText);
    const secrets = known ?? searched?.get(file) ?? (await searchText(readText(file)));
    if (known === undefined) cache?.setSecrets(file, secrets);
    if (secrets.length > 0) found.set(file, secrets);
  }
  return found;
}

/** The credentials of one text. */
export async function searchText(text: string): Promise<readonly Secret[]> {
  if (!mayHoldSecret(text)) return [];
  // The scanner takes longer to load than a small site to read, and most sites never need it.
  const { scanText } = await import('./scan-text.ts');
  return scanText(text);
}
