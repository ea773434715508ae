import { join } from 'node:path';
import { formatLine, type PageEntry, parseLine } from './page-line.ts';
import { type Count, readSealed, writeSealed } from './sealed-file.ts';

/** Entries of pages in a few files, of which a run that read one page anew writes one. */
export interface PageShards {
  /** What is kept of a page, of each content and settings once. */
  entriesOf(file: string): readonly PageEntry[];
  /** Puts entries into the place of those that were kept of the same content and settings. */
  write(entries: readonly PageEntry[], today: number): void;
  /** Lets go of what was read. */
  release(): void;
}

/** Of 9,000 pages each shard holds about a megabyte. */
const SHARDS = 64;

/** A page as it lies on disk, as it is staged, as it was before, and under one more configuration. */
const MOST_OF_A_PAGE = 4;

/** Then nobody will ask for it again: its page is gone, or has changed. */
const DAYS_KEPT = 14;

type Shard = ReadonlyMap<string, readonly PageEntry[]>;

export function openPageShards(
  folder: string,
  { version, count }: { readonly version: string; readonly count: Count },
): PageShards {
  const opened = new Map<number, Shard>();
  const pathOf = (index: number) => join(folder, `pages-${String(index).padStart(2, '0')}`);
  const load = (index: number): Shard => {
    const text = readSealed(pathOf(index), version) ?? '';
    count({ read: text.length });
    return groupByFile(text.split('\n').flatMap((line) => parseLine(line) ?? []));
  };
  return {
    release: () => opened.clear(),
    entriesOf(file) {
      const index = shardOf(file);
      const shard = opened.get(index) ?? load(index);
      opened.set(index, shard);
      return shard.get(file) ?? [];
    },
    write(entries, today) {
      for (const [index, added] of groupByShard(entries)) {
        // Another run may have written meanwhile.
        const shard = merge(load(index), added, today);
        opened.delete(index);
        count({ written: writeSealed(pathOf(index), version, shard.map(formatLine).join('\n')) });
      }
    },
  };
}

function groupByShard(entries: readonly PageEntry[]): ReadonlyMap<number, readonly PageEntry[]> {
  const groups = new Map<number, PageEntry[]>();
  for (const entry of entries) {
    const index = shardOf(entry.file);
    const group = groups.get(index) ?? [];
    groups.set(index, group);
    group.push(entry);
  }
  return groups;
}

function groupByFile(entries: readonly PageEntry[]): Shard {
  const groups = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.file) ?? [];
    groups.set(entry.file, group);
    group.push(entry);
  }
  return groups;
}

/** The entries of a shard with new ones before them, without what nobody asks for any more; sorted, so that it is the same however it came about. */
function merge(shard: Shard, added: readonly PageEntry[], today: number): readonly PageEntry[] {
  const files = [...new Set([...shard.keys(), ...added.map(({ file }) => file)])].sort();
  const addedOf = groupByFile(added);
  return files.flatMap((file) => {
    const first = addedOf.get(file) ?? [];
    const names = new Set(first.map(nameOf));
    const rest = (shard.get(file) ?? []).filter((entry) => !names.has(nameOf(entry)) && today - entry.day <= DAYS_KEPT);
    return [...first, ...rest].slice(0, MOST_OF_A_PAGE);
  });
}

function nameOf({ settings, content }: PageEntry): string {
  return `${settings} ${content}`;
}

/** FNV-1a: which shard a page lies in is asked of every page. */
function shardOf(file: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < file.length; i++) hash = Math.imul(hash ^ file.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
