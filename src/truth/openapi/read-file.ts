import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readText } from '../../disk/read-disk.ts';
import type { ReadResult, SpecReader, TruthSource } from './source.ts';

const chooseSpec = 'Pass `--spec <file>`, or set `specs` in the configuration.';

/** Reads a spec from the disk. `$ref`s may lead to any file, never to the network; an escaped slash names no file. */
export function openFile(source: TruthSource, cwd: string): SpecReader {
  return {
    root: pathToFileURL(resolve(cwd, source.location)).href,
    nameOf: (url) => relative(cwd, fileURLToPath(url)).split(sep).join('/'),
    allows: (url) => url.startsWith('file:///') && !/%2f|%5c/i.test(url),
    read: async (url) => readLocal(fileURLToPath(url)),
    close: async () => {},
  };
}

function readLocal(path: string): ReadResult {
  try {
    return { kind: 'text', text: readText(path) };
  } catch (error) {
    return { kind: 'absent', why: whyUnread(error), hint: chooseSpec };
  }
}

function whyUnread(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'is not there';
    case 'EISDIR':
      return 'is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read';
    default:
      return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
