import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { withoutSamples } from '../../discover/sample-folders.ts';
import { walkFiles } from '../../discover/walk-files.ts';
import { statPath } from '../../disk/stat-path.ts';

/** Descriptions of command line programs and tools that lie about; paths are relative to the folder. */
export interface Manifests {
  readonly programs: readonly { readonly name: string; readonly path: string }[];
  readonly toolLists: readonly string[];
}

const largest = 2_000_000;

export function findManifests(folder: string): Manifests {
  const files = withoutSamples(walkFiles(folder));
  const programs = [
    ...files.filter((file) => basename(file) === 'oclif.manifest.json').map((path) => oclifProgram(folder, path)),
    ...cobraPrograms(folder, files),
    ...plainPrograms(folder, files),
  ];
  const toolLists = files.filter(
    (file) => /(?:mcp|tool)[^/]*\.json$/i.test(file) && isToolList(parse(read(folder, file))),
  );
  const distinct = programs.filter(({ name }, index) => programs.findIndex((other) => other.name === name) === index);
  return { programs: distinct, toolLists };
}

/** The program is called as the `package.json` beside its manifest says. */
function oclifProgram(folder: string, path: string): Manifests['programs'][number] {
  const manifest = parse(read(folder, join(dirname(path), 'package.json')));
  const name = textOf(memberOf(memberOf(manifest, 'oclif'), 'bin')) ?? textOf(memberOf(manifest, 'name'));
  return { name: name ?? (basename(dirname(join(folder, path))) || 'program'), path };
}

/** Folders in which Cobra wrote one YAML file for each command: `orchard.yaml` beside `orchard_plant.yaml`. */
function cobraPrograms(folder: string, files: readonly string[]): Manifests['programs'] {
  const names = new Set(files);
  return files.flatMap((file) => {
    const [, name] = /^(?:.*\/)?([^/_]+)\.ya?ml$/.exec(file) ?? [];
    if (name === undefined) return [];
    const extension = file.slice(file.lastIndexOf('.'));
    const stem = file.slice(0, -extension.length);
    if (![...names].some((other) => other.startsWith(`${stem}_`) && other.endsWith(extension))) return [];
    const text = read(folder, file);
    const isRoot = text.startsWith(`name: ${name}\n`) && /^(?:options|see_also|synopsis|usage):/m.test(text);
    return isRoot ? [{ name, path: dirname(file) }] : [];
  });
}

/** A program with its commands as a file of its own: `{ "name": "orchard", "commands": [{ "name": "plant" }] }`. */
function plainPrograms(folder: string, files: readonly string[]): Manifests['programs'] {
  return files
    .filter((file) => file.endsWith('.json') && !/(?:^|\/)(?:package|package-lock|composer|tsconfig)\.json$/.test(file))
    .flatMap((path) => {
      const text = read(folder, path);
      const manifest = text.includes('"commands"') ? parse(text) : undefined;
      const name = textOf(memberOf(manifest, 'name'));
      const commands = memberOf(manifest, 'commands');
      const named = Array.isArray(commands) && commands.every((each) => textOf(memberOf(each, 'name')) !== undefined);
      return name !== undefined && /^[@\w./-]+$/.test(name) && named && commands.length > 0 ? [{ name, path }] : [];
    });
}

/** An answer to `tools/list`, with or without its envelope. */
function isToolList(value: unknown): boolean {
  const tools = memberOf(value, 'tools') ?? memberOf(memberOf(value, 'result'), 'tools') ?? value;
  const isTool = (tool: unknown) =>
    textOf(memberOf(tool, 'name')) !== undefined && memberOf(tool, 'inputSchema') !== undefined;
  return Array.isArray(tools) && tools.length > 0 && tools.every(isTool);
}

function read(folder: string, file: string): string {
  const path = join(folder, file);
  const size = statPath(path)?.size ?? largest;
  return size < largest ? readFileSync(path, 'utf8') : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is broken describes nothing.
    return undefined;
  }
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Reflect.get(value, key) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
