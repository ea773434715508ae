import { join } from 'node:path';
import { readContents } from './export-files.ts';
import type { TreeEntry } from './list-tree.ts';

/** A file whose content has changed between two states. */
export interface EditedText {
  /** Absolute, in the working tree. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What the named files hold in two states; nothing where one of them cannot be told. `paths` start at the top. */
export async function listEdits(
  paths: readonly string[],
  {
    top,
    before,
    after,
  }: { readonly top: string; readonly before: readonly TreeEntry[]; readonly after: readonly TreeEntry[] },
): Promise<readonly EditedText[] | undefined> {
  const [old, current] = [entriesAt(paths, before), entriesAt(paths, after)];
  const contents = await readContents([...old.values(), ...current.values()]);
  const textOf = (entry: TreeEntry | undefined) => (entry ? contents.get(entry.object)?.toString() : undefined);
  const edits = paths.map((path) => ({
    path: join(top, path),
    before: textOf(old.get(path)),
    after: textOf(current.get(path)),
  }));
  return edits.every(isKnown) ? edits : undefined;
}

function isKnown(edit: { readonly [Key in keyof EditedText]: string | undefined }): edit is EditedText {
  return edit.before !== undefined && edit.after !== undefined;
}

function entriesAt(paths: readonly string[], entries: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  const wanted = new Set(paths);
  return new Map(entries.filter(({ path }) => wanted.has(path)).map((entry) => [entry.path, entry]));
}
