import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';

const names = ['specwins.config.yaml', 'specwins.config.json', 'specwins.config.jsonc'];

/** The absolute path of the configuration: the one that was named, else the nearest from `cwd` up to the repository's top. */
export function findConfig(cwd: string, named?: string): string | undefined {
  if (named === undefined) return findUpwards(cwd);
  const path = resolve(cwd, named);
  if (isFile(path)) return path;
  throw new UserError('config-missing', `There is no configuration \`${relative(cwd, path) || named}\`.`, {
    hint: 'Name a file with --config, or leave it out to search from the working directory upwards.',
  });
}

function findUpwards(folder: string): string | undefined {
  const [first, second] = names.filter((name) => isFile(join(folder, name)));
  if (first && second) {
    throw new UserError(
      'config-invalid',
      `There are two configurations in one folder, \`${first}\` and \`${second}\`.`,
      {
        hint: 'Keep one of them, or name one with --config.',
      },
    );
  }
  if (first) return join(folder, first);
  const parent = dirname(folder);
  if (parent === folder || existsSync(join(folder, '.git'))) return undefined;
  return findUpwards(parent);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
