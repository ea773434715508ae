import type { ExtractorTimes } from './extractor-times.ts';
import type { ReadFresh } from './fresh-page.ts';
import type { ExtractOptions } from './page-settings.ts';
import type { PlacedPage, ReadPage, UnreadPage } from './read-known.ts';
import type { PageText } from './read-page.ts';

export interface ReadingAids {
  readonly options: ExtractOptions;
  /** Reads a page in this thread. */
  readonly readHere: ReadFresh;
  readonly times: ExtractorTimes | undefined;
}

/** Reads many pages at once. */
export interface PageThreads {
  /** Begins to read pages; nothing where they are so few that one after the other is faster. */
  begin(pages: readonly PageText[], aids: ReadingAids): Promise<ReadingAhead | undefined>;
}

/** Pages that are being read. */
export interface ReadingAhead {
  /** Gives one of them when it is read. */
  readonly read: ReadFresh;
  /** How many threads have read any of them. */
  threads(): number;
  /** Gives up what nobody waits for any more. */
  end(): void;
}

export interface LookedAhead {
  /** What is known of pages, or that it must be read. */
  readonly sighted: ReadonlyMap<PlacedPage, ReadPage | UnreadPage>;
  readonly ahead: ReadingAhead | undefined;
}

/** Finds out which of the pages nobody knows, and begins to read them all. */
export async function lookAhead(
  pages: readonly PlacedPage[],
  look: (page: PlacedPage) => ReadPage | UnreadPage,
  { threads, ...aids }: ReadingAids & { readonly threads: PageThreads },
): Promise<LookedAhead> {
  const sighted = new Map<PlacedPage, ReadPage | UnreadPage>();
  for (const page of firstOfEachPath(pages)) {
    try {
      sighted.set(page, look(page));
    } catch {
      // It is told when the page's turn comes, so that of two such pages always the same one is told of.
    }
  }
  const unread = [...sighted.values()].flatMap((each) => ('unread' in each ? [each.unread] : []));
  return { sighted, ahead: await threads.begin(unread, aids) };
}

function firstOfEachPath(pages: readonly PlacedPage[]): readonly PlacedPage[] {
  const first = new Map<string, PlacedPage>();
  for (const page of pages) if (!first.has(page.path)) first.set(page.path, page);
  return [...first.values()];
}
