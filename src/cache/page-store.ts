import { stampOf } from '../disk/file-stamp.ts';
import type { PageCache, PageKey } from '../extract/known-pages.ts';
import type { Page, Secret } from '../model.ts';
import { type PageEntry, pageJson, parseJson } from './page-line.ts';
import type { PageShards } from './page-shards.ts';
import { toAscii } from './sealed-file.ts';

/** What pages say, and the credentials they show, from one process to the next. */
export interface PageStore extends Required<PageCache> {
  /** The credentials of a page that this run asked for; `textOf` is only called where there are some. */
  secretsOf(file: string, textOf: (file: string) => string): readonly Secret[] | undefined;
  setSecrets(file: string, secrets: readonly Secret[]): void;
  /** Writes what is new. */
  save(): void;
  /** Lets go of what was read, until it is asked for again. */
  release(): void;
}

/** Entries of use are marked so often that they are never taken for forgotten, and so seldom that runs hardly ever write. */
const DAYS_UNMARKED = 3;

const DAY_MS = 86_400_000;

/** `byState`: that a file has not changed is told by its size and times, where those outlast a run; else by its content alone. */
export function openPageStore(
  shards: PageShards,
  { byState, now = Date.now }: { readonly byState: boolean; readonly now?: () => number },
): PageStore {
  const today = Math.floor(now() / DAY_MS);
  /** By file: what it holds in this run. */
  const used = new Map<string, PageKey>();
  /** Entries that are not as they are kept, by file and what it holds. */
  const fresh = new Map<string, PageEntry>();
  const find = ({ file, settings, content }: PageKey): PageEntry | undefined =>
    fresh.get(nameOf({ file, settings, content })) ??
    shards.entriesOf(file).find((entry) => entry.content === content && entry.settings === settings);
  const keep = (entry: PageEntry) => void fresh.set(nameOf(entry), entry);
  return {
    contentOf(path, { file, settings }) {
      if (!byState) return undefined;
      const entries = shards.entriesOf(file).filter((entry) => entry.settings === settings && entry.stamp !== '');
      const stamp = entries.length > 0 ? stampOf(path, now()) : undefined;
      return stamp === undefined ? undefined : entries.find((entry) => entry.stamp === stamp)?.content;
    },
    get(key) {
      const entry = find(key);
      const page = entry?.page ? readPage(entry.page) : undefined;
      return entry && page && { page, size: entry.size };
    },
    set(key, { page, size, json = pageJson(page) }) {
      // Of a page that shows a credential it is known already that nothing may be kept.
      if (!find(key)) keep({ ...key, stamp: '', day: today, size, secrets: '', page: json });
    },
    saw(key, path) {
      const entry = find(key);
      const stamp = byState && path !== undefined && entry ? (stampOf(path, now()) ?? entry.stamp) : entry?.stamp;
      if (entry && (stamp !== entry.stamp || today - entry.day >= DAYS_UNMARKED))
        keep({ ...entry, stamp: stamp ?? '', day: today });
      used.set(key.file, key);
    },
    secretsOf(file, textOf) {
      const key = used.get(file);
      const entry = key && find(key);
      return entry?.secrets ? readSecrets(entry.secrets, () => textOf(file)) : undefined;
    },
    setSecrets(file, secrets) {
      const key = used.get(file);
      const entry = key && find(key);
      if (entry) keep(withSecrets(entry, secrets));
    },
    save() {
      // A page that was not searched may hold anything.
      const entries = [...fresh.values()].filter(({ secrets }) => secrets !== '');
      fresh.clear();
      shards.write(entries, today);
    },
    release() {
      used.clear();
      fresh.clear();
      shards.release();
    },
  };
}

function nameOf({ file, settings, content }: PageKey): string {
  return `${file}\0${settings}\0${content}`;
}

/** What was sealed was written by this code, so that it is a page. */
function readPage(json: string): Page | undefined {
  const page: unknown = parseJson(json);
  return isPage(page) ? page : undefined;
}

function isPage(value: unknown): value is Page {
  return typeof value === 'object' && value !== null && 'mentions' in value;
}

/** Of a page that shows a credential nothing else is kept, since any statement on it may hold the value. */
function withSecrets(entry: PageEntry, secrets: readonly Secret[]): PageEntry {
  if (secrets.length === 0) return { ...entry, secrets: '[]' };
  const kept = secrets.map(({ kind, placeholder, span }) => ({ kind, placeholder, span }));
  return { ...entry, secrets: toAscii(JSON.stringify(kept)), page: '' };
}

function readSecrets(json: string, textOf: () => string): readonly Secret[] | undefined {
  if (json === '[]') return [];
  const kept: unknown = parseJson(json);
  if (!Array.isArray(kept)) return undefined;
  const text = textOf();
  return kept.map(({ kind, placeholder, span }: Omit<Secret, 'value'>) => ({
    kind,
    placeholder,
    span,
    value: text.slice(span.start, span.end),
  }));
}
