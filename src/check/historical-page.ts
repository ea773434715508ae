import type { Page } from '../model.ts';

/** A name made of nothing else: `history.mdx`, `CHANGES.md`, `release-notes/`, "Version history". */
const wholeName =
  /^(?:(?:api|breaking|version|release|product|recent)[ _-]*)?(?:change[ _-]?logs?|changes|history|releases|release[ _-]?notes?|what['’]?s[ _-]*new)$/i;

/** A word of a longer name: `migrating-to-v2.mdx`, "Upgrade guide", "Deprecated endpoints". */
const telltaleWord = /(?<![a-z])(?:change[ _-]?log|release[ _-]?notes|migrat|upgrad|deprecat|what['’]?s[ _-]new)/i;

/** How many folders above a page speak for it; those further up name the project, not the page. */
const folders = 2;

/**
 * Whether a page tells what the API used to be: a changelog, release notes, a migration guide. Such pages name old
 * operations rightly, and still hold real errors, so findings there weigh less and are not dropped.
 */
export function isHistoricalPage(file: string, page: Page | undefined): boolean {
  const names = file.split('/').slice(-1 - folders);
  const stems = names.map((name) => name.replace(/(?:\.[a-z-]{2,5})?\.mdx?$/i, ''));
  return [...stems, page?.title ?? ''].some((name) => wholeName.test(name.trim()) || telltaleWord.test(name));
}
