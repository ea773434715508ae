import { relative, sep } from 'node:path';
import { hashOf } from '../text/hash-of.ts';
import type { TreeEntry } from './list-tree.ts';
import type { Repository } from './open-repository.ts';
import type { Snapshot } from './open-snapshot.ts';

/** What all files of a commit or of the index hold, so that a run over them need not be made twice. */
export interface GitState {
  /** Two states with one id have the same files. */
  readonly id: string;
  /**
   * Where a question is to be asked again that a run over this state has asked: at a file that git does not know and that the run has
   * borrowed; nothing where the state itself answers.
   */
  placeOf(answer: { readonly path: string; readonly answer: string }): string | undefined;
}

/** `snapshot`: the folder that the state was written to, where the run does not work in the working tree. */
export function gitState(
  entries: readonly TreeEntry[],
  { top }: Pick<Repository, 'top'>,
  snapshot?: Pick<Snapshot, 'realOf'>,
): GitState {
  const lines = entries.map(({ path, object, link }) => `${object} ${link ? '@' : ''}${path}`);
  const known = namesOf(entries);
  return {
    id: hashOf(lines.sort().join('\n')),
    placeOf({ path, answer }) {
      const place = snapshot ? snapshot.realOf(path) : path;
      if (known.has(relative(top, place).split(sep).join('/'))) return undefined;
      // What was not written to a snapshot is not there, whatever lies in the working tree.
      return place !== path && (answer === '' || answer.startsWith('!')) ? undefined : place;
    },
  };
}

/** The paths from the top that the state has, with their folders. */
function namesOf(entries: readonly TreeEntry[]): ReadonlySet<string> {
  const names = new Set(['', '.git']);
  for (const { path } of entries) {
    for (let name = path; !names.has(name); name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) names.add(name);
  }
  return names;
}
