import type { Page, Secret } from '../model.ts';
import { mayHoldSecret } from './may-hold-secret.ts';

/**
 * The credentials that the files of pages hold, by `Page.file`. A secret is one wherever it stands, in a comment as in a
 * sample, so the text is searched as it lies on disk.
 */
export async function findSecrets(
  pages: readonly Pick<Page, 'file'>[],
  readText: (file: string) => string,
): Promise<ReadonlyMap<string, readonly Secret[]>> {
  const found = new Map<string, readonly Secret[]>();
  for (const { file } of pages) {
    const text = readText(file);
    if (!mayHoldSecret(text)) continue;
    // The scanner takes longer to load than a small site to read, and most sites never need it.
    const { scanText } = await import('./scan-text.ts');
    const secrets = await scanText(text);
    if (secrets.length > 0) found.set(file, secrets);
  }
  return found;
}
