import { resolve } from 'node:path';
import { isFile } from '../disk/read-disk.ts';
import { UserError } from '../errors.ts';
import { coversPage, isPattern } from './path-argument.ts';

/**
 * Whether a file is asked for, a page or any other. Named paths limit what is reported; the whole site is read all the same, since links and prefixes need it. A file that is no page may
 * be named as well: hooks hand on whatever was changed. A folder or a pattern without pages is a mistake.
 */
export async function selectPages(
  pages: readonly { readonly file: string }[],
  paths: readonly string[] | undefined,
  cwd: string,
): Promise<(file: string) => boolean> {
  if (paths === undefined || paths.length === 0) return () => true;
  const known = new Set(pages.map(({ file }) => resolve(cwd, file)));
  // Hooks name files by the thousand, so these are looked up and not compared one by one.
  const files = new Set<string>();
  const folders: string[] = [];
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    if (known.has(absolute) || isFile(absolute)) files.add(absolute);
    else if (isPattern(path, cwd)) for (const file of await expandGlob(path, pages, cwd)) files.add(resolve(cwd, file));
    else folders.push(folderOfPages(path, pages, cwd));
  }
  return (file) => files.has(resolve(cwd, file)) || folders.some((folder) => coversPage(folder, file, cwd));
}

async function expandGlob(pattern: string, pages: readonly { readonly file: string }[], cwd: string) {
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob(pattern, { cwd });
  const covers = ({ file }: { readonly file: string }) => found.some((path) => coversPage(path, file, cwd));
  if (!pages.some(covers)) throw noPages(pattern);
  return [...found, ...pages.filter(covers).map(({ file }) => file)];
}

function folderOfPages(path: string, pages: readonly { readonly file: string }[], cwd: string): string {
  if (pages.some(({ file }) => coversPage(path, file, cwd))) return path;
  throw noPages(path);
}

function noPages(path: string): UserError {
  return new UserError('no-pages', `\`${path}\` names no page of the docs.`, {
    hint: 'Pages are Markdown and MDX files below the docs roots.',
  });
}
