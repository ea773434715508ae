/** What links may point to, for every docs root of a run. */
export interface Site {
  /** What `url`, written on the page `from`, leads to. */
  resolve(url: string, from: string): LinkTarget;
  /** The page a translation translates: `crawl.mdx` for `crawl.de.mdx`; a page of its own is its own original. */
  originalOf(file: string): string;
}

/**
 * - `page`: a page of the site; `fragment` still has to be looked up among its anchors.
 * - `asset`: a file that exists and is no page.
 * - `external`: another origin, or a scheme that is not checked.
 * - `dead`: nothing is there; `nearest` are URLs that are.
 * - `unverifiable`: this framework's rules are not known well enough to judge.
 */
export type LinkTarget =
  | { readonly status: 'page'; readonly file: string; readonly fragment?: string }
  | { readonly status: 'asset'; readonly file: string }
  | { readonly status: 'external' }
  | { readonly status: 'dead'; readonly reason: string; readonly nearest: readonly string[] }
  | { readonly status: 'unverifiable'; readonly reason: string };
