import { fileURLToPath } from 'node:url';
import type { FrameworkId } from '../../src/frameworks/framework.ts';

/** A real site of a framework, as its fixture builds it. */
export interface VerifiedSite {
  readonly framework: FrameworkId;
  /** The fixture's folder; its `package.json` pins the framework and has the script `build`. */
  readonly fixture: string;
  /** Where the build puts its HTML, below the site's folder. */
  readonly output: string;
  /** Addresses that the framework emits for no page of an author. */
  readonly ownRoutes: readonly string[];
  /** Ids of headings that stand around the page, or that are not of an author. */
  readonly ownIds: readonly string[];
  /** Headings of these levels have an id in Markdown which the theme does not render. */
  readonly levelsWithoutId: readonly number[];
}

/** The hidden heading above footnotes (mdast-util-to-hast, `footer.js`). */
const notes = 'footnote-label';

/** The sites that can be verified, by framework. */
export const sites: Readonly<Record<string, VerifiedSite>> = {
  docusaurus: {
    framework: 'docusaurus',
    fixture: fixtureOf('docusaurus'),
    output: 'build',
    ownRoutes: ['/404'],
    ownIds: [notes],
    // `theme/Heading` of theme-classic drops the id of an h1, though it was counted among the duplicates.
    levelsWithoutId: [1],
  },
  fumadocs: {
    framework: 'fumadocs',
    fixture: fixtureOf('fumadocs'),
    output: 'out',
    ownRoutes: ['/404', '/_not-found'],
    ownIds: [notes, 'toc-title'],
    levelsWithoutId: [],
  },
  vitepress: {
    framework: 'vitepress',
    fixture: fixtureOf('vitepress'),
    output: '.vitepress/dist',
    ownRoutes: ['/404'],
    ownIds: [],
    levelsWithoutId: [],
  },
};

function fixtureOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
