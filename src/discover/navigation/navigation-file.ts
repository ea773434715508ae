import { join, posix } from 'node:path';
import { readTextIfAny } from '../../disk/read-disk.ts';
import type { Span } from '../../model.ts';
import type { NavEntry, Navigation, NavTarget } from '../../site/navigation.ts';

/** Where a site keeps its pages and its configuration, both absolute, and all files below its docs root. */
export interface NavigationSource {
  readonly root: string;
  readonly project: string;
  readonly files: readonly string[];
}

/** A navigation file that was read. */
export interface NavigationFile {
  /** Absolute. */
  readonly path: string;
  /** As it is told to the user: `docs.json`, `guides/meta.json`. */
  readonly name: string;
  readonly text: string;
}

/** What a reader finds, one at a time; `open` says why there may be more. */
export type NavigationPart = { readonly entry: NavEntry } | { readonly generated: string } | { readonly open: string };

/** A file below a folder; nothing where there is none that can be read. */
export function readNavigationFile(folder: string, name: string): NavigationFile | undefined {
  const path = join(folder, name);
  const text = readTextIfAny(path);
  return text === undefined ? undefined : { path, name: posix.normalize(name), text };
}

/** The first reason to be open stands for all. */
export function collectNavigation(parts: readonly NavigationPart[]): Navigation {
  const entries = parts.flatMap((part) => ('entry' in part ? part.entry : []));
  const generated = new Set(parts.flatMap((part) => ('generated' in part ? part.generated : [])));
  const [open] = parts.flatMap((part) => ('open' in part ? part.open : []));
  return { entries, generated: [...generated], ...(open !== undefined && { open }) };
}

export function entryAt(file: NavigationFile, span: Span, target: NavTarget): NavigationPart {
  return { entry: { file: file.path, span, text: file.text.slice(span.start, span.end), target } };
}

/** What a file says by being there, or by what it leaves out. */
export function impliedEntry(file: NavigationFile, target: NavTarget): NavigationPart {
  return entryAt(file, { start: 0, end: 0 }, target);
}

export function unreadable({ name }: NavigationFile): NavigationPart {
  return { open: `\`${name}\` cannot be read` };
}

export function madeByCode({ name }: NavigationFile): NavigationPart {
  return { open: `\`${name}\` makes them by code` };
}

/** Other sites, other schemes and places on the page itself are not looked up. */
export function linkTarget(url: string): NavTarget {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url.trim()) ? { kind: 'other' } : { kind: 'url', url: url.trim() };
}

/** A path as it is written in a folder of the docs, seen from the docs root: no leading slash, and '' for the root. */
export function joinBelow(folder: string, path: string): string {
  const joined = posix.join(folder, path).replace(/^\/+|\/+$/g, '');
  return joined === '.' ? '' : joined;
}
