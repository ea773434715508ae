import { dirname, join } from 'node:path';
import type { SiteFiles } from './site.ts';

/** Whether a folder lies in a whole checkout of a repository, in which a file that is not there is missed. */
export function isCheckout(folder: string, files: SiteFiles): boolean {
  if (files.stat(join(folder, '.git')) !== undefined) return true;
  const parent = dirname(folder);
  return parent !== folder && isCheckout(parent, files);
}
