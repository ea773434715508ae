import type { FrameworkId } from '../../frameworks/framework.ts';
import type { Navigation } from '../../site/navigation.ts';
import { readDocsJson } from './docs-json.ts';
import { readMetaFiles } from './meta-files.ts';
import { readMetaJson } from './meta-json.ts';
import { readMkdocsNav } from './mkdocs-nav.ts';
import type { NavigationSource } from './navigation-file.ts';
import { readSidebars } from './sidebars.ts';
import { readGitbookSummary, readSummary } from './summary-md.ts';

const readers: Partial<Record<FrameworkId, (source: NavigationSource) => Navigation | undefined>> = {
  docusaurus: readSidebars,
  fumadocs: readMetaJson,
  github: readGitbookSummary,
  mdbook: readSummary,
  mintlify: readDocsJson,
  mkdocs: readMkdocsNav,
  nextra: readMetaFiles,
};

/** A docs root by absolute paths: the folder of the pages, and the one of the framework's own configuration. */
export interface NavigationRoot {
  readonly root: string;
  readonly project: string;
  readonly framework: FrameworkId;
}

/**
 * What the navigation files of a docs root say. `files` are all files below it, relative, with forward slashes. Nothing where the
 * framework has no such files, or this site none of them. A file that cannot be read leaves the navigation open; it never throws.
 */
export function readNavigation(root: NavigationRoot, files: readonly string[]): Navigation | undefined {
  try {
    return readers[root.framework]?.({ root: root.root, project: root.project, files });
  } catch {
    // Parsers give up on files that are nested beyond all measure.
    return { entries: [], generated: [], open: 'its navigation files cannot be read' };
  }
}
