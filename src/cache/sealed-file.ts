import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * The text that `writeSealed` left in a file; nothing where there is none, where another version wrote it, or where anything of it is not
 * as it was written.
 */
export function readSealed(path: string, version: string): string | undefined {
  const bytes = readBytes(path);
  const end = bytes?.indexOf(NEWLINE) ?? -1;
  if (bytes === undefined || end < 0) return undefined;
  const content = bytes.subarray(end + 1);
  return bytes.toString('latin1', 0, end) === sealOf(content, version) ? content.toString('latin1') : undefined;
}

/**
 * Writes a text of ASCII, and in one step for whoever reads: two runs at a time leave the file of one of them. Says how many bytes were
 * written, which are none where nothing may be written there.
 */
export function writeSealed(path: string, version: string, text: string): number {
  const content = Buffer.from(text, 'latin1');
  const temporary = `${path}.${randomUUID().slice(0, 8)}${TEMPORARY}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, [sealOf(content, version), '\n'].join(''), { flag: 'wx' });
    writeFileSync(temporary, content, { flag: 'a' });
    renameSync(temporary, path);
    return content.length;
  } catch {
    removeFile(temporary);
    return 0;
  }
}

/** Told of bytes that are read and written. */
export type Count = (bytes: { readonly read?: number; readonly written?: number }) => void;

/** What a run that was cut off leaves behind ends so. */
export const TEMPORARY = '.tmp';

const NEWLINE = 0x0a;

/** Whole files are read at once, and one byte for each character is read fastest. */
export function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function sealOf(content: Uint8Array, version: string): string {
  return `specwins ${version} ${content.length} ${crc32(content).toString(16)}`;
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Nothing may be removed where nothing may be written.
  }
}
