import { closeSync, type Dirent, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { hashOf } from '../text/hash-of.ts';
import { stampOf } from './file-stamp.ts';
import { statPath } from './stat-path.ts';
import { isWitnessed, type Question, testify } from './witness.ts';

/** What lies at a path: `other` is a pipe, a socket or a device. */
export type Kind = 'file' | 'folder' | 'other';

/** The text of a file. Throws what Node throws where it cannot be read. */
export function readText(path: string): string {
  return asked('text', path, () => readFileSync(path, 'utf8'));
}

/** The same of a page, and of what belongs to pages. */
export function readPageText(path: string): string {
  return asked('page', path, () => readFileSync(path, 'utf8'));
}

/** The text of a file; nothing where it cannot be read. */
export function readTextIfAny(path: string): string | undefined {
  try {
    return readText(path);
  } catch {
    return undefined;
  }
}

/** How many bytes `readHead` reads. */
export const HEAD_BYTES = 4096;

/** As much of a file as its first bytes hold. Throws what Node throws where it cannot be read. */
export function readHead(path: string): string {
  return asked('head', path, () => {
    const handle = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(HEAD_BYTES);
      return buffer.toString('utf8', 0, readSync(handle, buffer, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(handle);
    }
  });
}

/** Nothing where nothing can be reached. */
export function kindOf(path: string): Kind | undefined {
  const found = statPath(path);
  const kind = found && (found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'other');
  if (isWitnessed()) testify('kind', path, kind ?? '');
  return kind;
}

export function isFile(path: string): boolean {
  return kindOf(path) === 'file';
}

export function isThere(path: string): boolean {
  return kindOf(path) !== undefined;
}

/** The bytes of a file; nothing where there is none. */
export function sizeOf(path: string): number | undefined {
  const found = statPath(path);
  const size = found?.isFile() ? found.size : undefined;
  if (isWitnessed()) testify('size', path, String(size));
  return size;
}

/** What a folder lists, in no order. Throws what Node throws where it cannot be read. */
export function listFolder(path: string): readonly Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    if (isWitnessed()) testify('names', path, namesAnswer(entries));
    return entries;
  } catch (cause) {
    if (isWitnessed()) testify('names', path, refusalOf(cause));
    throw cause;
  }
}

/** The answer to `names`. */
export function namesAnswer(entries: readonly Dirent[]): string {
  const names = entries.map((entry) => `${entry.name}${entry.isDirectory() ? '/' : entry.isFile() ? '' : '@'}`);
  return hashOf(names.sort().join('\n'));
}

/** Asks for a text, and lets witnesses know what came of it. */
function asked(question: Question, path: string, read: () => string): string {
  if (!isWitnessed()) return read();
  // Before it is read: what is written meanwhile shows as a later state.
  const stamp = stampOf(path, Date.now());
  try {
    const text = read();
    testify(question, path, hashOf(text), stamp);
    return text;
  } catch (cause) {
    testify(question, path, refusalOf(cause));
    throw cause;
  }
}

/** The answer to a question that the disk refused. */
export function refusalOf(cause: unknown): string {
  return `! ${cause instanceof Error && 'code' in cause ? String(cause.code) : ''}`;
}
