import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isThere } from '../disk/read-disk.ts';

/** Whether a path argument is a pattern: shells expand those, Windows and quotes do not. A page may be called `[id].mdx`. */
export function isPattern(path: string, cwd: string): boolean {
  return /[*?{[!(]/.test(path) && !isThere(resolve(cwd, path));
}

/** Whether a folder or file argument, absolute or relative to `cwd`, covers a page. */
export function coversPage(path: string, file: string, cwd: string): boolean {
  const target = isAbsolute(path) ? path : join(cwd, path);
  const inside = relative(target, join(cwd, file)).replaceAll(sep, '/');
  return inside === '' || !(inside === '..' || inside.startsWith('../') || isAbsolute(inside));
}
