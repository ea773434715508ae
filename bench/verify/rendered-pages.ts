import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { canonicalUrl } from '../../src/site/site-index.ts';

/** A page as the framework emitted it. */
export interface RenderedPage {
  readonly route: string;
  /** The ids of its headings, in the order of the document. */
  readonly ids: readonly string[];
}

/** Every HTML file below a folder of output, without the headings that are the site's own. */
export function readRenderedPages(output: string, ownIds: readonly string[]): readonly RenderedPage[] {
  return fastGlob.sync('**/*.html', { cwd: output }).map((file) => ({
    // Next.js names files as their addresses are written, VitePress and Docusaurus as they are read.
    route: canonicalUrl(`/${decodeURIComponent(file)}`),
    ids: headingIds(readFileSync(join(output, file), 'utf8')).filter((id) => !ownIds.includes(id)),
  }));
}

/** Renderers escape what is in attributes, so that patterns suffice. An empty id is none. */
function headingIds(html: string): readonly string[] {
  // Next.js puts the page into scripts a second time.
  const visible = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
  return [...visible.matchAll(/<h[1-6](?:\s[^>]*?)?\sid="([^"]+)"/g)].map((match) => decode(match[1] ?? ''));
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The references that escaping puts into attributes. */
function decode(value: string): string {
  return value.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return names[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
