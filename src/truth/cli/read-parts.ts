import { join, relative, sep } from 'node:path';
import { failureReason } from '../../disk/failure-reason.ts';
import { isThere, kindOf, listFolder, readText as readDisk } from '../../disk/read-disk.ts';
import { UserError } from '../../errors.ts';
import { joinPointer } from '../schema/json.ts';
import type { ManifestPart, ManifestSource } from './source.ts';

/**
 * The documents of a manifest: of one file, or of the YAML and JSON files of a folder. A list, or several documents in one
 * file, are as many parts.
 */
export async function readParts(source: ManifestSource, cwd: string): Promise<readonly ManifestPart[]> {
  const kind = kindOf(source.location);
  if (kind === undefined) throw unreadable(source, cwd, 'is not there');
  const files = kind === 'folder' ? filesIn(source.location) : [source.location];
  if (files.length === 0) throw unreadable(source, cwd, 'is a folder without YAML or JSON');
  const parts = await Promise.all(files.map((path) => readFile(source, path, cwd)));
  return parts.flat();
}

/** Oclif names its file; Cobra writes one for each command. */
function filesIn(folder: string): readonly string[] {
  const manifest = join(folder, 'oclif.manifest.json');
  if (isThere(manifest)) return [manifest];
  return listFolder(folder)
    .map(({ name }) => name)
    .filter((file) => /\.(?:ya?ml|json)$/i.test(file))
    .sort()
    .map((file) => join(folder, file));
}

async function readFile(source: ManifestSource, path: string, cwd: string): Promise<readonly ManifestPart[]> {
  const file = nameOf(path, cwd);
  const values = await parse(readText(path, source, cwd), (why) => unreadable(source, cwd, why, path));
  const [only, ...others] = values;
  if (only === undefined) return [];
  if (others.length > 0) return values.map((value, index) => ({ file, pointer: joinPointer('', index), value }));
  if (!Array.isArray(only)) return [{ file, pointer: '', value: only }];
  return only.map((value: unknown, index) => ({ file, pointer: joinPointer('', index), value }));
}

function readText(path: string, source: ManifestSource, cwd: string): string {
  try {
    return readDisk(path).replace(/^\uFEFF/, '');
  } catch (error) {
    throw unreadable(source, cwd, failureReason(error), path);
  }
}

/** JSON is parsed as such where it is some: YAML's parser takes a hundred times as long. */
async function parse(text: string, fail: (why: string) => UserError): Promise<readonly unknown[]> {
  if (/^\s*[{[]/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      return [value];
    } catch {
      // YAML in flow style, or JSON with a mistake, of which YAML's parser tells the line.
    }
  }
  const { parseAllDocuments } = await import('yaml');
  const documents = [...parseAllDocuments(text)];
  const failure = documents.flatMap(({ errors }) => errors)[0];
  if (failure) throw fail(`does not parse: ${failure.message.split('\n')[0]?.replace(/[:.]$/, '')}`);
  try {
    return documents.map((document): unknown => document.toJS()).filter((value) => value !== null);
  } catch (error) {
    throw fail(`does not parse: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function nameOf(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}

/** `why` continues the sentence "The manifest `x` of `program` …". */
export function unreadable({ name, location }: ManifestSource, cwd: string, why: string, path = location): UserError {
  return new UserError('spec-unreadable', `The command manifest \`${nameOf(path, cwd)}\` of \`${name}\` ${why}.`, {
    hint: `Set \`cli.${name}\` in the configuration to an oclif manifest, Cobra's YAML, a \`--help\` tree or a manifest of your own.`,
  });
}
