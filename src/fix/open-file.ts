import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A file that may be fixed, as it was when it was opened. */
export interface OpenFile {
  /** Where its bytes lie: the target, where the file is a link. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** What stands against touching a file, as words that go on behind its name. */
export interface Refusal {
  readonly reason: string;
}

/** What decides whether a file may be fixed. */
export interface Terms {
  /** The text that the edits belong to. */
  readonly expected: string;
  /** Whether an absolute path lies where the user's own files lie. */
  readonly isOurs: (path: string) => boolean;
  readonly isIgnoredByGit: (path: string) => boolean;
}

/** Opens a file for fixing, or says why it is left alone. */
export function openFile(file: string, { expected, isOurs, isIgnoredByGit }: Terms): OpenFile | Refusal {
  const found = locate(file);
  if ('reason' in found) return found;
  const { path } = found;
  if (!isOurs(path)) return { reason: 'lies outside the project' };
  if (isIgnoredByGit(path)) return { reason: 'is ignored by git, so something else makes it' };
  if (!isWritable(path)) return { reason: 'is read-only' };
  const bytes = readFileSync(path);
  const text = decode(bytes);
  if (text === undefined) return { reason: 'is not valid UTF-8' };
  if (text !== expected) return { reason: 'changed while it was checked' };
  if (isGenerated(text)) return { reason: 'says that it is generated' };
  return { path, bytes, text };
}

function locate(file: string): { readonly path: string } | Refusal {
  try {
    const path = realpathSync(file);
    return statSync(path).isFile() ? { path } : { reason: 'is no file' };
  } catch {
    return { reason: 'cannot be read' };
  }
}

/** The folder counts too, since the file is replaced. The administrator may write everything, and means what the file says. */
function isWritable(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return false;
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Generators say so at the top: "@generated", "auto-generated, do not edit". */
function isGenerated(text: string): boolean {
  const comments = text.slice(0, 1500).match(/(?:<!--|\/\*|^[ \t]*(?:#|\/\/))[^\n]*/gm) ?? [];
  const head = comments.join('\n');
  return /@generated\b/.test(head) || (/generated/i.test(head) && /do not (?:edit|modify|change)/i.test(head));
}
