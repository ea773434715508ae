import { join } from 'node:path';
import type { Anchor, Heading, Page } from '../../src/model.ts';
import { mapSite } from '../../src/site/map-site.ts';
import type { Site, SiteRoot } from '../../src/site/site.ts';

const nowhere = { start: 0, end: 0 };

/** A page by its file and the texts of its headings, whose ids are given. */
export function page(file: string, ids: readonly string[] = [], more: Partial<Page> = {}): Page {
  const headings: Heading[] = ids.map((id, index) => ({ level: 2, text: `About ${id}`, span: spanAt(index) }));
  const anchors: Anchor[] = ids.map((id, index) => ({ kind: 'heading', id, span: spanAt(index) }));
  const format = file.endsWith('.mdx') ? 'mdx' : 'md';
  return { file, format, headings, anchors, links: [], mentions: [], directives: [], imports: [], ...more };
}

/** A site of one root in `/yard`; `files` are the further files that exist, `ignored` those which git ignores. */
export function site(description: {
  readonly pages: readonly Page[];
  readonly root?: Partial<SiteRoot>;
  readonly snippets?: ReadonlyMap<string, readonly Page[]>;
  readonly files?: readonly string[];
  readonly ignored?: readonly string[];
}): Site {
  const { pages, root, snippets = new Map(), files = [], ignored = [] } = description;
  const all = [...files, ...pages.map(({ file }) => file)].map((file) => join('/yard', file));
  return mapSite({
    cwd: '/yard',
    pages,
    snippets,
    roots: [{ root: '/yard/content/docs', project: '/yard', framework: 'fumadocs', baseUrl: '/docs', ...root }],
    files: {
      stat: (path) =>
        all.includes(path) ? 'file' : all.some((file) => file.startsWith(`${path}/`)) ? 'folder' : undefined,
      isIgnored: (path) => ignored.some((folder) => path.startsWith(join('/yard', folder))),
    },
  });
}

function spanAt(index: number) {
  return index < 0 ? nowhere : { start: index * 10, end: index * 10 + 5 };
}
