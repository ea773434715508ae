import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Next.js, hosts and Mintlify keep redirects and rewrites. */
const files = [
  'next.config.js',
  'next.config.mjs',
  'next.config.ts',
  'next.config.mts',
  'vercel.json',
  'docs.json',
  'mint.json',
  'netlify.toml',
  '_redirects',
  'public/_redirects',
  'static/_redirects',
];

/**
 * The addresses which a project redirects or rewrites, as patterns in the host's own spelling (`/old/:path*`).
 * They are read as text; what a program computes stays unseen.
 */
export function findRedirects(project: string): readonly string[] {
  const found = files.flatMap((file) =>
    file.endsWith('_redirects') ? fromLines(read(project, file)) : fromText(read(project, file)),
  );
  return [...new Set(found)].sort();
}

function fromText(text: string): string[] {
  const entries = text.matchAll(/["']?\b(?:source|from)["']?\s*[:=]\s*["'`](\/[^"'`]*)["'`]/g);
  return [...entries].map((entry) => entry[1] ?? '');
}

/** Netlify and Cloudflare: `/from /to 301` on each line. */
function fromLines(text: string): string[] {
  return text.split('\n').flatMap((line) => /^\s*(\/\S*)\s+\S/.exec(line)?.[1] ?? []);
}

function read(project: string, file: string): string {
  try {
    return readFileSync(join(project, file), 'utf8');
  } catch {
    return '';
  }
}
