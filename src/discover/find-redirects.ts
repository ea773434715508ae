import { dirname, join } from 'node:path';
import { readTextIfAny } from '../disk/read-disk.ts';

/** Where frameworks and hosts keep redirects and rewrites. */
const files = [
  ...['js', 'mjs', 'ts', 'mts', 'cjs'].flatMap((ending) => [
    `next.config.${ending}`,
    `astro.config.${ending}`,
    `docusaurus.config.${ending}`,
  ]),
  '.gitbook.yaml',
  'mkdocs.yml',
  'vercel.json',
  'docs.json',
  'mint.json',
  'netlify.toml',
  '_redirects',
  'public/_redirects',
  'static/_redirects',
];

/** Everything may be redirected. */
const ANYTHING = '/:path*';

/**
 * The addresses which a project redirects or rewrites, as patterns in the host's own spelling (`/old/:path*`).
 * They are read as text; where a program computes them, or their file is not there, anything may be redirected.
 */
export function findRedirects(project: string): readonly string[] {
  const found = files.flatMap((file) => {
    const path = join(project, file);
    return file.endsWith('_redirects')
      ? fromLines(readTextIfAny(path) ?? '')
      : fromConfig(path, readTextIfAny(path) ?? '');
  });
  return [...new Set(found)].sort();
}

/** Where redirects lead that name one address each, by that address; the destination is an address of the same site. */
export function findDestinations(project: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const file of files.filter((name) => !name.endsWith('_redirects'))) {
    for (const [block] of (readTextIfAny(join(project, file)) ?? '').matchAll(/\{[^{}]*\}/g)) {
      const from = literalIn(block, 'source|from');
      const to = literalIn(block, 'destination|to');
      if (from !== undefined && to !== undefined) found[from.replace(/(.)\/$/, '$1')] ??= to;
    }
  }
  return found;
}

function literalIn(block: string, names: string): string | undefined {
  return new RegExp(`["']?\\b(?:${names})["']?\\s*:\\s*["'](/[^"'\`:*?#()]*)["']`).exec(block)?.[1];
}

function fromConfig(path: string, text: string): string[] {
  if (!/redirect|rewrite|"source"|\bfrom\b/i.test(text)) return [];
  const elsewhere = redirectFiles(text).flatMap((name) => {
    const other = ['', '.js', '.mjs', '.ts', '.json', '.cjs', '/index.js', '/index.ts']
      .map((ending) => readTextIfAny(join(dirname(path), name + ending)))
      .find((each) => each !== undefined);
    return other === undefined ? [ANYTHING] : fromText(other);
  });
  return [...fromText(text), ...elsewhere];
}

/** Files that a configuration takes its redirects from: `{ "$ref": "./redirects.json" }`, `import … from './redirects.mjs'`. */
function redirectFiles(text: string): string[] {
  const named = text.matchAll(/(?:"\$ref"\s*:|\bfrom\b|\brequire\s*\(|\bimport\s*\()\s*["'](\.{1,2}\/[^"']*)["']/g);
  return [...named].map((match) => match[1] ?? '').filter((name) => /redirect|rewrite/i.test(name));
}

function fromText(text: string): string[] {
  const entries = text.matchAll(/["']?\b(?:source|from)["']?\s*[:=]\s*["'`](\/[^"'`]*)["'`]/g);
  const lists = text.matchAll(/\bfrom["']?\s*:\s*\[([^\]]*)\]/g);
  return [
    ...[...entries].map((entry) => entry[1] ?? ''),
    ...[...lists].flatMap((list) =>
      [...(list[1] ?? '').matchAll(/["'`](\/[^"'`]*)["'`]/g)].map((entry) => entry[1] ?? ''),
    ),
    ...fromMaps(text),
    ...(/\bcreateRedirects\b/.test(text) ? [ANYTHING] : []),
  ];
}

/** Astro: `redirects: { '/old': '/new' }`; GitBook and mkdocs-redirects: `old.md: new.md` below `redirects`. */
function fromMaps(text: string): string[] {
  const blocks = [
    ...text.matchAll(/\bredirects\s*:\s*\{([^}]*)\}/g),
    ...text.matchAll(/^([ \t]*)(?:redirects|redirect_maps):[ \t]*\r?\n((?:\1[ \t]+\S[^\n]*\n?|[ \t]*\r?\n)*)/gm),
  ];
  return blocks.flatMap((block) =>
    [...(block[2] ?? block[1] ?? '').matchAll(/^\s*["']?\/?([\w./*[\]-]+)["']?\s*:/gm)].map(
      (entry) => `/${(entry[1] ?? '').replace(/\.md$/, '').replace(/\/index$/, '')}`,
    ),
  );
}

/** Netlify and Cloudflare: `/from /to 301` on each line. */
function fromLines(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\s*(\/\S*)\s+\S/.exec(line)?.[1] ?? []);
}
