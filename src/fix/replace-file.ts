import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OpenFile, Refusal } from './open-file.ts';

/** Writes beside the file and renames, so that nobody ever meets half a page; its mode and owner stay. */
export function replaceFile({ path, bytes }: OpenFile, text: string): Refusal | undefined {
  const content = Buffer.from(text, 'utf8');
  // Half of a surrogate pair cannot be written.
  if (content.toString('utf8') !== text) return { reason: 'could not be written as UTF-8' };
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const { mode, uid, gid } = statSync(path);
    writeFileSync(temporary, content, { flag: 'wx', mode });
    keepOwner(temporary, { uid, gid });
    // Past the umask, and after the owner, which takes the set-id bits away.
    chmodSync(temporary, mode);
    if (!readFileSync(path).equals(bytes)) {
      rmSync(temporary, { force: true });
      return { reason: 'changed while it was checked' };
    }
    renameSync(temporary, path);
    return undefined;
  } catch (cause) {
    rmSync(temporary, { force: true });
    return { reason: `could not be written (${cause instanceof Error ? cause.message : String(cause)})` };
  }
}

/** Only the administrator may give files away; whoever else writes here owns them already, or shares the folder. */
function keepOwner(path: string, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // The content matters more than its owner.
  }
}
