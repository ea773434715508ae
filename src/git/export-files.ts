import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { TreeEntry } from './list-tree.ts';

/**
 * Writes the files of a commit or of the index below a folder, as far as a run may read them. Git's own checkout would run filters that
 * the repository configures.
 */
export async function exportFiles(entries: readonly TreeEntry[], folder: string): Promise<void> {
  const wanted = entries.filter(({ path, link }) => link || mayBeRead(path));
  const contents = await readContents(wanted);
  // Links come last, so that nothing is ever written through one.
  for (const entry of wanted.toSorted((one, other) => Number(one.link) - Number(other.link))) {
    write(join(folder, entry.path), entry, contents.get(entry.object));
  }
}

/** What files hold, by the names of their objects; nothing of those that are not in this clone. */
export async function readContents(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  for (const git of new Set(entries.map((entry) => entry.git))) {
    const objects = new Set(entries.filter((entry) => entry.git === git).map(({ object }) => object));
    for (const [object, content] of readBatch(await git(['cat-file', '--batch'], `${[...objects].join('\n')}\n`))) {
      contents.set(object, content);
    }
  }
  return contents;
}

/** Pages, specs, navigation, configuration and lockfiles are text; of pictures it is enough to know that they are there. */
function mayBeRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    !name.slice(1).includes('.') || /\.(?:[cm]?[jt]sx?|json[c5]?|lock|markdown|mdx?|py|toml|txt|ya?ml)$/i.test(name)
  );
}

function write(file: string, { link, path }: TreeEntry, content: Buffer | undefined): void {
  if (content === undefined) {
    throw new UserError('git', `The content of \`${path}\` is not in this clone.`, {
      hint: 'A partial clone fetches it with `git checkout` of that commit, or by `git fetch --refetch`.',
    });
  }
  mkdirSync(dirname(file), { recursive: true });
  if (link) symlinkSync(content.toString(), file);
  else writeFileSync(file, content);
}

/** `<object> <type> <size>\n<content>\n` for each object that is there. */
function readBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at);
    const [object = '', type, size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (type === 'missing' || size === undefined) continue;
    contents.set(object, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
