import { posix } from 'node:path';
import type { ReporterOptions } from './report.ts';

/** A file as hosts of code name it: from the top of the repository. What lies elsewhere, as a URL, keeps its name. */
export function pathFromTop(file: string, { folder }: Pick<ReporterOptions, 'folder'>): string {
  return folder === undefined || isElsewhere(file) ? file : posix.join(folder, file);
}

/** A spec from the web or from a revision, and an absolute path. */
export function isElsewhere(file: string): boolean {
  return /^(?:https?:\/\/|git:|[a-z]:\/|\/)/i.test(file);
}
