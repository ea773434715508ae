import { failureReason } from '../disk/failure-reason.ts';
import { testifyContent } from '../disk/witness.ts';
import { UserError } from '../errors.ts';
import type { Page } from '../model.ts';
import { hashOf } from '../text/hash-of.ts';
import type { ExtractorTimes } from './extractor-times.ts';
import type { FreshPage, ReadFresh } from './fresh-page.ts';
import type { KnownPage, PageCache, PageKey } from './known-pages.ts';
import { createSettings, type ExtractOptions, type NamedPage } from './page-settings.ts';
import type { PageText } from './read-page.ts';

/** A page with its absolute path. */
export interface PlacedPage extends NamedPage {
  readonly path: string;
}

export interface ReadPage extends KnownPage {
  /** It was not parsed. */
  readonly cached: boolean;
  readonly secrets?: FreshPage['secrets'];
}

/** A page that nobody knows. */
export interface UnreadPage {
  readonly unread: PageText;
  /** Notes what was read of it. */
  keep(fresh: FreshPage): ReadPage;
}

interface KnownAids {
  readonly cache?: PageCache | undefined;
  readonly readText: (path: string) => string;
  /** Whether that is not what lies on disk, so that the state of the file says nothing of it. */
  readonly isGiven?: ((path: string) => boolean) | undefined;
}

/** Asks the cache for pages; the text of one whose file has not changed is not asked for. */
export function openKnownPages(
  options: ExtractOptions,
  { cache, readText, isGiven = () => false }: KnownAids,
): (page: PlacedPage) => ReadPage | UnreadPage {
  if (cache === undefined) {
    return (page) => {
      const text = textOf(page, readText);
      return { unread: { ...page, text }, keep: (fresh) => ({ ...fresh, size: text.length, cached: false }) };
    };
  }
  const settingsOf = createSettings(options);
  return (page) => {
    const { file, path } = page;
    const place = { file, settings: settingsOf(page) };
    const given = isGiven(path);
    const content = given ? undefined : cache.contentOf?.(path, place);
    const unchanged = content === undefined ? undefined : { ...place, content };
    const unread = unchanged && cache.get(unchanged);
    if (unread) {
      cache.saw?.(unchanged);
      testifyContent('page', path, unchanged.content);
      return { ...unread, cached: true };
    }
    const text = textOf(page, readText);
    const key: PageKey = { ...place, content: hashOf(text) };
    const saw = () => cache.saw?.(key, given ? undefined : path);
    const known = cache.get(key);
    if (known) {
      saw();
      return { ...known, cached: true };
    }
    return {
      unread: { ...page, text },
      keep({ page: read, json, secrets }) {
        cache.set(key, { page: read, size: text.length, json });
        saw();
        return { page: read, size: text.length, cached: false, ...(secrets && { secrets }) };
      },
    };
  };
}

/** A page that is there and cannot be read must not look as if it held nothing. */
function textOf({ path, file }: PlacedPage, readText: (path: string) => string): string {
  try {
    return readText(path);
  } catch (cause) {
    throw new UserError('page-unreadable', `The page \`${file}\` ${failureReason(cause)}.`, {
      hint: 'Mend that, or leave it out with `docs.exclude` in the configuration.',
      cause,
    });
  }
}

/** A run that knows all its pages does without parsers, which take longer to load than such a run takes. */
export function createLazyReader(options: ExtractOptions, times: ExtractorTimes | undefined): ReadFresh {
  let reader: Promise<(page: PageText) => Promise<Page>> | undefined;
  return async (page) => {
    reader ??= import('./read-page.ts').then(({ openReader }) => openReader(options, times));
    return { page: await (await reader)(page) };
  };
}
