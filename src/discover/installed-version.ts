import { dirname, join } from 'node:path';
import { readTextIfAny } from '../disk/read-disk.ts';
import { repositoryOf } from './repository.ts';

const lockfiles = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/**
 * The version of a package that a project builds with: what the nearest lockfile at the project or above it pins, else as much of it
 * as package.json leaves no choice in. With several pinned versions nobody knows which is meant.
 */
export function installedVersion(project: string, name: string): string | undefined {
  for (const folder of foldersUp(project)) {
    for (const file of lockfiles) {
      const text = readTextIfAny(join(folder, file));
      const pinned = text === undefined ? [] : [...new Set(pinnedIn(file, text, name))];
      if (pinned.length > 0) return pinned.length === 1 ? pinned[0] : undefined;
    }
  }
  return certainPart(rangeIn(readTextIfAny(join(project, 'package.json')) ?? '', name));
}

/** `^16.15.0` says no more than `16`. */
function certainPart(range: string): string | undefined {
  const [, operator, major, rest = ''] = /^"(\^|~|>=)?v?(\d+)((?:\.\d+){0,2})/.exec(range) ?? [];
  if (major === undefined || operator === '>=') return undefined;
  if (operator === '^') return major === '0' ? major + rest : major;
  return operator === '~' ? major + (/^\.\d+/.exec(rest)?.[0] ?? '') : major + rest;
}

function rangeIn(manifest: string, name: string): string {
  return new RegExp(`"${escapePattern(name)}"\\s*:\\s*("[^"]{1,60}")`).exec(manifest)?.[1] ?? '';
}

/** Lockfiles are large, and one name is looked for; each format has one line that gives name and version. */
function pinnedIn(file: string, text: string, name: string): string[] {
  const id = escapePattern(name);
  const version = String.raw`(\d+\.\d+\.\d+[\w.+-]*)`;
  const patterns: Readonly<Record<string, RegExp>> = {
    'yarn.lock': new RegExp(String.raw`^"?${id}@[^\n]{1,300}:\n {2}version:? "?${version}`, 'gm'),
    'pnpm-lock.yaml': new RegExp(String.raw`^ {2}'?/?${id}[@/]${version}['(:_]`, 'gm'),
    'bun.lock': new RegExp(String.raw`^ {4}"${id}": \["${id}@${version}"`, 'gm'),
  };
  const pattern = patterns[file] ?? new RegExp(String.raw`"node_modules/${id}": \{\s*"version": "${version}"`, 'g');
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

function foldersUp(project: string): readonly string[] {
  const top = repositoryOf(project) ?? project;
  const folders: string[] = [];
  for (let folder = project; ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === top || folder === dirname(folder)) return folders;
  }
}

function escapePattern(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
