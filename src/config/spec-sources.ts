import { basename, extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../errors.ts';
import type { Documented } from '../model.ts';
import type { SpecSource } from './config.ts';
import type { SpecEntry } from './config-file.ts';

/** The specs of a configuration; paths are relative to its folder. */
export function configuredSpecs(
  entries: Readonly<Record<string, string | SpecEntry>>,
  folder: string,
): readonly SpecSource[] {
  return Object.entries(entries).map(([name, entry]) => {
    const given: SpecEntry = typeof entry === 'string' ? { path: entry } : entry;
    const text = given.git === undefined ? (given.url ?? given.path ?? '') : `git:${given.git.replace(/^git:/, '')}`;
    return {
      name,
      ...locate(text, folder),
      headers: given.headers ?? {},
      hosts: given.hosts ?? {},
      ...(given.aliases && { aliases: given.aliases }),
      ...(given.documented && { documented: documentedOf(given.documented) }),
      optional: given.optional ?? false,
      discovered: false,
    };
  });
}

/**
 * The specs of the command line, each possibly `name=…`. They replace the configured ones; one that has the name or the
 * location of a configured one keeps its hosts and headers.
 */
export function namedSpecs(
  texts: readonly string[],
  cwd: string,
  configured: readonly SpecSource[],
): readonly SpecSource[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const { name, rest } = splitName(text);
    const where = locate(rest, cwd);
    const known =
      configured.find((spec) => spec.name === name) ?? configured.find((spec) => spec.location === where.location);
    return {
      name: uniqueName(name ?? known?.name ?? baseNameOf(rest), taken),
      ...where,
      headers: known?.headers ?? {},
      hosts: known?.hosts ?? {},
      ...(known?.aliases && { aliases: known.aliases }),
      ...(known?.documented && { documented: known.documented }),
      optional: false,
      discovered: false,
    };
  });
}

function documentedOf(given: Exclude<SpecEntry['documented'], false | undefined>): Documented {
  const { tags = [], paths = [], pages = [] } = given === true ? {} : given;
  return { tags, paths, pages };
}

function locate(text: string, folder: string): Pick<SpecSource, 'kind' | 'location'> {
  if (/^git:/.test(text)) return { kind: 'git', location: text };
  if (/^https?:\/\//i.test(text)) return { kind: 'url', location: text };
  if (/^file:\/\//i.test(text)) return { kind: 'file', location: pathOf(text) };
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(text)) throw noAddress(text, 'is none of a file, an http or https URL, and git');
  return { kind: 'file', location: resolve(folder, text) };
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url);
  } catch (cause) {
    throw noAddress(url, 'names no file of this machine', cause);
  }
}

function noAddress(text: string, why: string, cause?: unknown): UserError {
  return new UserError('usage', `\`${text}\` ${why}.`, {
    hint: 'A spec is a file, a URL or `git:<ref>:<path>`, possibly behind `<name>=`.',
    cause,
  });
}

/** `orchard=spec.yaml`; the `=` in the query of a URL is none of ours. */
function splitName(text: string): { readonly name?: string; readonly rest: string } {
  if (/^[\w.-]*=$|^=/.test(text)) throw noAddress(text, 'names no spec');
  const match = /^(?<name>[A-Za-z_][\w.-]*)=(?<rest>.+)$/s.exec(text);
  return match?.groups?.rest ? { name: match.groups.name, rest: match.groups.rest } : { rest: text };
}

function baseNameOf(text: string): string {
  const path = text
    .replace(/^git:.*:/, '')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return basename(path, extname(path)) || text;
}

/** Two specs of one name could not be told apart in a report. */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}-${count}`;
  taken.add(unique);
  return unique;
}
