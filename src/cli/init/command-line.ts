import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { toSlashes } from '../../discover/repository.ts';
import { version } from '../../version.ts';

/** How a repository runs specwins: by its own dependency, else by npx. */
export interface CommandLine {
  /** From the top of the repository; '' for the top itself. */
  readonly folder: string;
  /** From the top of the repository: where `npm ci` brings it; absent where npm has no lockfile that could. */
  readonly installsIn?: string;
  readonly command: string;
}

const ofThisVersion = `npx --yes specwins@${version}`;

export function commandLineOf(cwd: string, repository: string): CommandLine {
  const dependents = [cwd, repository].filter((folder) => dependsOnUs(join(folder, 'package.json')));
  const installsIn = dependents.find((folder) => locks.some((lock) => existsSync(join(folder, lock))));
  return {
    folder: toSlashes(relative(repository, cwd)),
    ...(installsIn !== undefined && { installsIn: toSlashes(relative(repository, installsIn)) }),
    command: dependents.length > 0 ? 'npx --no-install specwins' : ofThisVersion,
  };
}

const locks = ['package-lock.json', 'npm-shrinkwrap.json'];

/** For a machine on which nothing is installed: by the lockfile of npm, or in the version that is at work. */
export function commandInCi({ installsIn, command }: CommandLine): string {
  return installsIn === undefined ? ofThisVersion : command;
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
