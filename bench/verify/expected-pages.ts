import { loadConfig } from '../../src/config/load-config.ts';
import { projectFiles } from '../../src/discover/inspect-path.ts';
import type { FrameworkId } from '../../src/frameworks/framework.ts';
import type { Anchor, Page } from '../../src/model.ts';
import { readSite } from '../../src/read-site.ts';
import { mapSite } from '../../src/site/map-site.ts';
import type { VerifiedSite } from './sites.ts';

/**
 * An id in the order of the document. `dynamic`: a heading whose id nobody can know from the source. `other`: of an
 * element or component that may render a heading or not.
 */
export type ExpectedId = { readonly kind: 'heading' | 'other'; readonly id: string } | { readonly kind: 'dynamic' };

/** A page as specwins understands it. */
export interface ExpectedPage {
  readonly file: string;
  /** Absent where it says that the page is not emitted. */
  readonly route?: string;
  readonly ids: readonly ExpectedId[];
  /** Of the headings in snippets which the page renders somewhere. */
  readonly snippetIds: readonly string[];
  /** Why it cannot read the page. */
  readonly failure?: string;
}

/** The pages of a site's folder, found and read as a run of specwins without configuration does. */
export async function readExpectedPages(folder: string, site: VerifiedSite): Promise<readonly ExpectedPage[]> {
  // A run needs a spec; this one is named and never read.
  const config = await loadConfig({ cwd: folder, specs: ['openapi.yaml'] });
  const { docs } = config;
  expectFramework(site.framework, docs);
  const { pages, own, snippets } = await readSite(config);
  const map = mapSite({ pages, snippets, roots: docs, cwd: folder, files: projectFiles });
  return own.map((page) => {
    const route = map.addressOf(page.file);
    const parts = snippets.get(page.file) ?? [];
    return {
      file: page.file,
      ...(route !== undefined && { route }),
      ids: idsOf(page, site),
      snippetIds: parts.flatMap((part) => idsOf(part, site)).flatMap((id) => (id.kind === 'heading' ? [id.id] : [])),
      ...(page.failure && { failure: page.failure.message }),
    };
  });
}

/** All that follows would be compared with the rules of another framework. */
function expectFramework(wanted: FrameworkId, docs: readonly { readonly framework: FrameworkId }[]): void {
  const found = docs.map(({ framework }) => framework);
  if (found.length !== 1 || found[0] !== wanted)
    throw new Error(`specwins takes the site of ${wanted} for: ${found.join(', ') || 'nothing'}.`);
}

function idsOf({ anchors, headings }: Page, { levelsWithoutId }: VerifiedSite): readonly ExpectedId[] {
  const hidden = new Set(headings.filter(({ level }) => levelsWithoutId.includes(level)).map(({ span }) => span.start));
  return anchors.filter(({ span }) => !hidden.has(span.start)).map(expectedId);
}

function expectedId(anchor: Anchor): ExpectedId {
  switch (anchor.kind) {
    case 'heading':
    case 'explicit':
      return { kind: 'heading', id: anchor.id };
    case 'html':
    case 'component':
      return { kind: 'other', id: anchor.id };
    case 'dynamic':
      return { kind: 'dynamic' };
  }
}
