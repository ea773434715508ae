import { frameworkOf } from '../frameworks/index.ts';
import type { Anchor, Heading, Page } from '../model.ts';
import { explainId } from './explain-id.ts';
import { findNearest } from './nearest.ts';
import type { FragmentTarget } from './site.ts';
import type { PlacedPage, SiteIndex } from './site-index.ts';

/** The ids of a page and of all it renders; `open` says why there may be more. */
interface PageAnchors {
  readonly ids: ReadonlySet<string>;
  readonly open?: string;
}

/** Looks a fragment up on a page. GitHub's pages take any case, and its prefix `user-content-` as well. */
export function findFragmentOn(page: PlacedPage, fragment: string, index: SiteIndex): FragmentTarget {
  const framework = frameworkOf(page.root.framework);
  const { ids, open } = anchorsOf(page, index);
  const bare = fragment.replace(/^user-content-/, '');
  if (ids.has(fragment) || ids.has(bare) || framework.fixedIds?.includes(bare)) return { status: 'found' };
  // Notes of GFM and their label (mdast-util-to-hast, `footer.js`).
  if (/^(?:fn(?:ref)?-.+|footnote-label)$/.test(bare)) return { status: 'found' };
  if (page.root.framework === 'github' && (hasOnGithub(ids, bare) || isLabel(bare, index))) return { status: 'found' };
  if (framework.isLenient)
    return [...ids].some((id) => inAnySpelling(id) === inAnySpelling(bare))
      ? { status: 'found' }
      : { status: 'unverifiable', reason: 'the framework of the site is not known' };
  if (!framework.ids)
    return { status: 'unverifiable', reason: `the ids of ${framework.id} headings are not known yet` };
  if (open !== undefined) return { status: 'unverifiable', reason: open };
  // Headings of what is rendered into a page are counted with its own.
  if (index.snippets.has(page.page.file) && ids.has(bare.replace(/-\d+$/, '')))
    return { status: 'unverifiable', reason: 'the page renders other files, whose headings count too' };
  const likeness = findNearest(bare, ids);
  const [nearest = ''] = likeness.nearest;
  const heading = headingWith(nearest, page);
  const why = heading === undefined ? undefined : explainId(bare, nearest, heading);
  const withoutId = heading === undefined ? headingWithoutId(bare, page.page) : undefined;
  return {
    status: 'missing',
    nearest: likeness.nearest,
    ...(heading !== undefined && { heading }),
    ...(why !== undefined && { why }),
    ...(withoutId && { withoutId }),
    ...(likeness.only !== undefined && { rewrite: likeness.only }),
  };
}

const known = new WeakMap<PlacedPage, PageAnchors>();

/** Pages are linked to many times, and theirs are the same each time. */
function anchorsOf(page: PlacedPage, index: SiteIndex): PageAnchors {
  const anchors = known.get(page) ?? gatherAnchors(page, index);
  known.set(page, anchors);
  return anchors;
}

function gatherAnchors(page: PlacedPage, index: SiteIndex): PageAnchors {
  const rendered = index.snippets.get(page.page.file) ?? [];
  const parts = [page.page, ...rendered.filter(({ format }) => format !== 'json')];
  const ids = parts.flatMap(({ anchors }) => anchors.flatMap((anchor) => ('id' in anchor ? [decode(anchor.id)] : [])));
  return { ids: new Set(ids), open: reasonForMore(parts) };
}

/** A heading that reads as the fragment does and has no anchor. */
function headingWithoutId(fragment: string, { headings, anchors }: Page): Heading | undefined {
  const wanted = inAnySpelling(fragment);
  return headings.find(
    ({ text, span }) => inAnySpelling(text) === wanted && !anchors.some((anchor) => anchor.span.start === span.start),
  );
}

/** What the ids of all slug rules have in common. */
function inAnySpelling(id: string): string {
  return id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** An id may hold percent escapes; browsers try the fragment as it is and decoded (HTML, "Find a potential indicated element"). */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Why a page, given with the snippets it renders, may have ids that nobody can see in its source. */
function reasonForMore(parts: readonly Page[]): string | undefined {
  if (parts.some((part) => part.failure)) return 'the page cannot be read';
  // Each part but the first was found behind an import; where more was imported, something was not found.
  const imported = new Set(parts.flatMap(({ imports }) => imports.map(({ source }) => source)));
  if (imported.size > parts.length - 1) return 'the page renders a file that is not among the docs';
  if (parts.some(makesIds)) return 'the page makes ids when it renders';
  if (parts.every(({ headings, format }) => headings.length === 0 && format === 'mdx'))
    return 'components make the page';
  if (parts.some(({ frontmatter }) => frontmatter?._openapi !== undefined)) return 'the page is generated from a spec';
  return undefined;
}

/** Whether components of a page may make ids; those that are files among its parts make none but theirs. */
function makesIds({ anchors, imports }: Page): boolean {
  return anchors.some(
    (anchor) =>
      anchor.kind === 'dynamic' && !imports.some(({ name }) => name !== undefined && name === anchor.component),
  );
}

/** GitHub puts `readme` above a folder's README. */
function hasOnGithub(ids: ReadonlySet<string>, fragment: string): boolean {
  const wanted = fragment.toLowerCase();
  return /^readme(?:-ov-file)?$/.test(wanted) || [...ids].some((id) => id.toLowerCase() === wanted);
}

/** MyST looks labels up on all pages: `[times](#planting-times)` leads to wherever `(planting-times)=` stands. */
function isLabel(fragment: string, index: SiteIndex): boolean {
  return [...index.byFile.values()].some(({ page }) =>
    page.anchors.some((anchor) => anchor.kind === 'explicit' && anchor.id === fragment),
  );
}

function headingWith(id: string | undefined, page: PlacedPage): string | undefined {
  const anchor = page.page.anchors.find((one) => one.kind === 'heading' && one.id === id);
  return anchor && page.page.headings.find((heading) => isWithin(anchor, heading))?.text;
}

function isWithin(anchor: Anchor, heading: Heading): boolean {
  return heading.span.start <= anchor.span.start && anchor.span.end <= heading.span.end;
}
