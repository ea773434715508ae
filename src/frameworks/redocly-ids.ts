import { slug } from 'github-slugger';
import type { IdContext, PageIds } from './framework.ts';
import { headingId } from './heading-text.ts';
import { readMarkdocHeading } from './redocly-text.ts';

/**
 * Ids of Redocly's heading node (`dist/markdoc/nodes/heading.js` of @redocly/realm), whose slugs are GitHub's but for `_`
 * where nothing is left. An id that an annotation states is not counted, and Markdoc knows no headings that are underlined.
 */
export function redoclyIds({ project }: IdContext): PageIds {
  const counts = new Map<string, number>();
  // A portal reads HTML (`html/process-html-tokens.js`), which Markdoc by itself takes for text; which it is depends on the portal.
  const html = project.options?.html === 'source' ? 'source' : 'unknown';
  return {
    heading(heading, { source }) {
      if (!/^#{1,6}(?:\s|$)/.test(source.slice(heading.position?.start.offset))) return { kind: 'none' };
      const read = readMarkdocHeading(heading, html);
      if (read === undefined) return { kind: 'dynamic' };
      if (read.id !== undefined) return read.id === '' ? { kind: 'none' } : { kind: 'explicit', id: read.id };
      return headingId(unique(slug(read.text) || '_', counts));
    },
  };
}

/** Each candidate that is taken counts for itself (`dist/utils/conflict-resolvers.js`), other than in github-slugger. */
function unique(id: string, counts: Map<string, number>): string {
  let candidate = id;
  for (let count = counts.get(id); count !== undefined; count = counts.get(candidate)) {
    counts.set(candidate, count + 1);
    candidate = `${id}-${count + 1}`;
  }
  counts.set(candidate, 0);
  return candidate;
}
