import type { FrameworkId, ProjectFacts } from '../frameworks/framework.ts';
import type { Heading, Operation, Page, Place } from '../model.ts';
import type { Navigation } from './navigation.ts';

/** What links may point to, for every docs root of a run. */
export interface Site {
  /** What `url`, written on the page `from`, leads to. */
  resolve(url: string, from: string): LinkTarget;
  /** Whether a fragment, decoded and without `#`, is an id on a page or on a snippet which the page renders. */
  findFragment(file: string, fragment: string): FragmentTarget;
  /** The page a translation translates: `crawl.mdx` for `crawl.de.mdx`; a page of its own is its own original. */
  originalOf(file: string): string;
  /** The address of a page on the site, where it has one that is known. */
  addressOf(file: string): string | undefined;
  /** Entries of navigation files that lead to nothing. */
  missingNavPages(): readonly MissingNavPage[];
  /** Pages which no navigation names and no link leads to, with the navigation file that could. */
  orphans(): readonly { readonly file: string; readonly navigation: string }[];
}

/** The entry's place in a navigation file; `nearest` are entries that lead to a page, `only` the one that must be meant. */
export interface MissingNavPage extends Place {
  readonly text: string;
  readonly nearest: readonly string[];
  readonly only?: string;
}

/**
 * - `page`: a page of the site; `fragment` still has to be looked up among its anchors.
 * - `asset`: a file that exists and is no page.
 * - `generated`: a page that the framework makes of an operation.
 * - `external`: another origin, or a scheme that is not checked.
 * - `dead`: nothing is there; `nearest` are URLs that are, and `rewrite` is what to write where exactly one is near.
 * - `unverifiable`: this framework's rules are not known well enough to judge.
 *
 * `reason` goes on a sentence: "no page has the address `/docs/trees`".
 */
export type LinkTarget =
  | { readonly status: 'page'; readonly file: string; readonly fragment?: string }
  | { readonly status: 'asset'; readonly file: string }
  | { readonly status: 'generated' }
  | { readonly status: 'external' }
  | { readonly status: 'dead'; readonly reason: string; readonly nearest: readonly string[]; readonly rewrite?: string }
  | { readonly status: 'unverifiable'; readonly reason: string };

/**
 * - `missing`: no heading and no anchor has this id; `nearest` are ids of the page, `heading` is the text of the heading
 *   with the first of them, and `rewrite` is the id to write where exactly one is near.
 * - `unverifiable`: not all ids of the page are known.
 */
export type FragmentTarget =
  | { readonly status: 'found' }
  | {
      readonly status: 'missing';
      readonly nearest: readonly string[];
      readonly heading?: string;
      /** Why that heading has another id than the one asked for, in words that go on a sentence. */
      readonly why?: string;
      /** The heading that would have the id, if the framework gave headings of its level one. */
      readonly withoutId?: Heading;
      readonly rewrite?: string;
    }
  | { readonly status: 'unverifiable'; readonly reason: string };

/** As much of a docs root as links need; a `DocsRoot` of the configuration is one. Paths are absolute. */
export interface SiteRoot {
  readonly root: string;
  readonly project: string;
  readonly framework: FrameworkId;
  readonly baseUrl: string;
  readonly redirects?: readonly string[];
  readonly destinations?: Readonly<Record<string, string>>;
  readonly facts?: ProjectFacts;
  readonly navigation?: Navigation;
}

/** Questions to the file system, all with absolute paths. */
export interface SiteFiles {
  stat(path: string): 'file' | 'folder' | undefined;
  /** Whether git ignores it: it may be generated, so that its absence proves nothing. */
  isIgnored(path: string): boolean;
}

export interface SiteInput {
  readonly cwd: string;
  /** Pages and the snippets they render; a page belongs to the innermost root around it. */
  readonly pages: readonly Page[];
  /** By page: the snippets it renders, directly or through others. */
  readonly snippets: ReadonlyMap<string, readonly Page[]>;
  readonly roots: readonly SiteRoot[];
  /** The operations of all specs; some frameworks make a page of each. */
  readonly operations?: readonly Operation[];
  readonly files: SiteFiles;
}
