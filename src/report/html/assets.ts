import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that is written into the page, with the hash by which the page lets it in. */
export interface Asset {
  readonly text: string;
  /** As a source of a Content-Security-Policy. */
  readonly source: string;
}

/** The style sheet and the scripts of the page. Each script stands alone: they meet in the document only. */
export function readAssets(): { readonly style: Asset; readonly scripts: readonly Asset[] } {
  return {
    style: toAsset(['page.css', 'findings.css', 'map.css', 'media.css'].map(readAsset).join('')),
    scripts: ['theme.js', 'filter.js', 'keyboard.js'].map((name) => toAsset(readAsset(name))),
  };
}

function readAsset(name: string): string {
  // A browser reads CRLF as LF before it makes the hash.
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
}

function toAsset(text: string): Asset {
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}
