import { dirname, join, relative, resolve } from 'node:path';
import { isFile, isThere } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';

const names = ['specwins.config.yaml', 'specwins.config.json', 'specwins.config.jsonc'];

/** The absolute path of the configuration: the one that was named, else the nearest from `cwd` up to the repository's top. */
export function findConfig(cwd: string, named?: string): string | undefined {
  if (named === undefined) return findUpwards(cwd);
  const path = resolve(cwd, named);
  if (isFile(path)) return path;
  const name = `\`${relative(cwd, path) || named}\``;
  const sentence = isThere(path) ? `The configuration ${name} is no file.` : `There is no configuration ${name}.`;
  throw new UserError('config-missing', sentence, {
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
  if (parent === folder || isThere(join(folder, '.git'))) return undefined;
  return findUpwards(parent);
}
