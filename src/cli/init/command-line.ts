import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toSlashes } from '../../discover/walk-files.ts';
import { version } from '../../version.ts';

/** How a repository runs specwins: by its own dependency, else by npx. */
export interface CommandLine {
  /** From the top of the repository; '' for the top itself. */
  readonly folder: string;
  readonly installed: boolean;
  readonly command: string;
}

export function commandLineOf(cwd: string, repository: string): CommandLine {
  const installed = [cwd, repository].some((folder) => dependsOnUs(join(folder, 'package.json')));
  return {
    folder: toSlashes(relative(repository, cwd)),
    installed,
    command: installed ? 'npx --no-install specwins' : `npx --yes specwins@${version}`,
  };
}

/** As one line for a shell at the top of the repository. */
export function fromTop({ folder, command }: CommandLine, options = ''): string {
  const line = `${command}${options}`;
  return folder === '' ? line : `cd ${quote(folder)} && ${line}`;
}

function quote(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function dependsOnUs(manifest: string): boolean {
  if (!existsSync(manifest)) return false;
  return /"specwins"\s*:\s*"/.test(readFileSync(manifest, 'utf8'));
}
