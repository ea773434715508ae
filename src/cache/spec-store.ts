import { createHash } from 'node:crypto';
import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stampOf } from '../disk/file-stamp.ts';
import { hashOf } from '../text/hash-of.ts';
import type { IndexedSpec, KnownSpec, SeenFile, SpecCache, SpecName } from '../truth/openapi/known-specs.ts';
import { parseJson } from './page-line.ts';
import { formatParts, openParts } from './parted-json.ts';
import { type Count, readSealed, toAscii, writeSealed } from './sealed-file.ts';

/** A state as it is listed. URLs are relative to that of the file the spec starts with, so that a folder may move. */
interface ListedState {
  readonly files: readonly SeenFile[];
  readonly documents: readonly string[];
  /** In the names of the files that hold it. */
  readonly id: string;
  readonly day: number;
}

interface SpecStoreOptions {
  readonly folder: string;
  readonly version: string;
  readonly byState: boolean;
  readonly now: () => number;
  readonly count: Count;
  /** By id: what this process has opened already, as for the state before a change. */
  readonly opened: Map<string, OpenedSpec>;
}

/** A state of a spec in memory. */
export interface OpenedSpec {
  readonly indexed: IndexedSpec;
  /** In the order in which documents are listed. */
  readonly parts: readonly { readonly value: unknown }[];
}

/** While somebody edits a spec, each edit is another state. */
const MOST_OPENED = 12;

/** What specs say, from one process to the next; by the content of their files, and never by a name alone. */
export interface SpecStore extends SpecCache {
  /** Writes what is new. */
  save(): void;
}

/** As it lies on disk, as it is staged, and as it was before. */
const MOST_STATES = 3;
const DAY_MS = 86_400_000;
const DAYS_UNMARKED = 3;

export function openSpecStore({ folder, version, byState, now, count, opened }: SpecStoreOptions): SpecStore {
  const today = Math.floor(now() / DAY_MS);
  const pending: (() => void)[] = [];
  const pathOf = (name: string) => join(folder, `spec-${name}`);
  const read = (name: string): string | undefined => {
    const text = readSealed(pathOf(name), version);
    count({ read: text?.length ?? 0 });
    return text;
  };
  const write = (name: string, text: string): boolean => {
    const written = writeSealed(pathOf(name), version, text);
    count({ written });
    return written > 0;
  };
  const list = (spec: string): readonly ListedState[] => {
    const states: unknown = parseJson(read(spec) ?? '');
    return Array.isArray(states) ? states : [];
  };
  /** Lists a state first, and forgets the oldest. */
  const relist = (spec: string, state: ListedState): void => {
    const others = list(spec).filter(({ id }) => id !== state.id);
    const dropped = others.slice(MOST_STATES - 1);
    if (!write(spec, toAscii(JSON.stringify([state, ...others.slice(0, MOST_STATES - 1)])))) return;
    for (const { id, documents } of dropped) for (const file of partsOf(id, documents)) remove(pathOf(file));
  };
  const readParts = ({ id, documents }: ListedState): OpenedSpec | undefined => {
    const indexed: unknown = parseJson(read(`${id}.index`) ?? '');
    const parts = documents.flatMap((_, i) => openParts(read(`${id}.${i}`) ?? '') ?? []);
    return isIndex(indexed) && parts.length === documents.length ? { indexed, parts } : undefined;
  };
  const open = (state: ListedState, root: string): ReturnType<KnownSpec['open']> => {
    const spec = opened.get(state.id) ?? readParts(state);
    if (spec === undefined) return undefined;
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(state.id, spec);
    const urls = state.documents.map((url) => new URL(url, root).href);
    return { indexed: spec.indexed, documents: new Map(spec.parts.map((part, i) => [urls[i] ?? '', part])) };
  };
  return {
    statesOf(name) {
      const spec = idOf(name);
      return list(spec).map((state) => ({
        files: state.files.map((file) => ({ ...file, url: new URL(file.url, name.root).href })),
        open: () => open(state, name.root),
        use(stamps) {
          const files = state.files.map((file) => {
            const stamp = stamps.get(new URL(file.url, name.root).href);
            return stamp === undefined ? file : { ...file, stamp };
          });
          const isMarked = today - state.day < DAYS_UNMARKED;
          if (isMarked && stamps.size === 0) return;
          pending.push(() => {
            relist(spec, { ...state, files, day: today });
            if (!isMarked) for (const file of partsOf(state.id, state.documents)) touch(pathOf(file), now());
          });
        },
      }));
    },
    keep(name, state, indexed) {
      pending.push(() => {
        const files = relativeTo(name, state.files);
        const documents = relativeTo(
          name,
          [...state.documents.keys()].map((url) => ({ url })),
        );
        const parts = [...state.documents.values()].map(({ value }) => formatParts(value));
        if (
          files === undefined ||
          documents === undefined ||
          parts.some((part) => part === undefined || pointsToDisk(part))
        )
          return;
        const spec = idOf(name);
        const id = `${spec}-${hash(JSON.stringify(files.map(({ url, content, why }) => [url, content, why]))).slice(0, 10)}`;
        const isWhole = parts.every((part, i) => write(`${id}.${i}`, part ?? ''));
        if (!isWhole || !write(`${id}.index`, toAscii(JSON.stringify(indexed)))) return;
        relist(spec, { files, documents: documents.map(({ url }) => url), id, day: today });
      });
    },
    hashOf,
    stampOf: (url) => (byState && url.startsWith('file:') ? stampOf(fileURLToPath(url), now()) : undefined),
    save() {
      for (const work of pending.splice(0)) work();
    },
  };
}

function hash(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function idOf({ name, kind, file }: SpecName): string {
  return hash(JSON.stringify([name, kind, file])).slice(0, 10);
}

function partsOf(id: string, documents: readonly string[]): readonly string[] {
  return [`${id}.index`, ...documents.map((_, i) => `${id}.${i}`)];
}

/** Nothing where a relative URL would not lead back. */
function relativeTo<File extends { readonly url: string }>(
  { root, kind }: SpecName,
  files: readonly File[],
): readonly File[] | undefined {
  const relative = files.map((file) => ({ ...file, url: kind === 'url' ? file.url : relativeUrl(root, file.url) }));
  return relative.every(({ url }, i) => URL.canParse(url, root) && new URL(url, root).href === files[i]?.url)
    ? relative
    : undefined;
}

function relativeUrl(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  const same = start.findIndex((step, i) => step !== end[i]);
  const shared = same < 0 ? start.length : same;
  // Less is another server or another drive.
  if (shared < 3) return to;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/') || '.';
}

/** An absolute `$ref` would still lead to the old place when the folder has moved. */
function pointsToDisk(part: string | undefined): boolean {
  return part !== undefined && /"\$ref":"file:/.test(part);
}

/** What was sealed was written by this code. */
function isIndex(value: unknown): value is IndexedSpec {
  return typeof value === 'object' && value !== null && 'spec' in value && 'operations' in value;
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is removed when it is old.
  }
}

function touch(path: string, now: number): void {
  try {
    utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Then it is read anew when it has been removed.
  }
}
