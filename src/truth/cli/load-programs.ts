import { resolve } from 'node:path';
import { readTextIfAny } from '../../disk/read-disk.ts';
import type { Program } from '../../model.ts';
import { isCobra, readCobra } from './read-cobra.ts';
import { isHelpTree, readHelpTree } from './read-help-tree.ts';
import { isOclif, readOclif } from './read-oclif.ts';
import { readParts, unreadable } from './read-parts.ts';
import { isPlain, readPlain } from './read-plain.ts';
import type { ManifestPart, ManifestSource } from './source.ts';

/** The programs of a run, and the text of their manifests for the lines of findings. */
export interface Programs {
  readonly programs: Readonly<Record<string, Program>>;
  readText(file: string): string | undefined;
}

/** Reads the manifest of each program. Throws a `UserError` for one that cannot be read or is none. */
export async function loadPrograms(
  sources: readonly ManifestSource[],
  { cwd }: { readonly cwd: string },
): Promise<Programs> {
  const files = new Set<string>();
  const programs: Record<string, Program> = {};
  for (const source of sources) {
    const parts = await readParts(source, cwd);
    for (const { file } of parts) files.add(file);
    programs[source.name] = readProgram(parts, source, cwd);
  }
  return {
    programs, // Gone since it was read: the finding goes without a line.
    readText: (file) => (files.has(file) ? readTextIfAny(resolve(cwd, file)) : undefined),
  };
}

/** Its content says what wrote a manifest; no name or setting has to. */
function readProgram(parts: readonly ManifestPart[], source: ManifestSource, cwd: string): Program {
  const refuse = (why: string) => unreadable(source, cwd, why);
  const commands = parts.filter(({ value }) => isCobra(value));
  if (commands.length > 0) return readCobra(commands, source);
  const [part, ...others] = parts;
  if (part === undefined) throw refuse('is empty');
  if (others.length > 0) throw refuse(`holds ${parts.length} documents, and none is a command of Cobra's`);
  if (isOclif(part.value)) return readOclif(part, source);
  if (isPlain(part.value)) return readPlain(part, source, refuse);
  if (isHelpTree(part.value)) return readHelpTree(part, source);
  throw refuse('describes no commands');
}
