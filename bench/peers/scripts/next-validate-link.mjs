// The checker of Fumadocs, as its documentation runs it: all pages, and the addresses they have.
import { readdirSync } from 'node:fs';
import { readFiles, scanURLs, validateFiles } from 'next-validate-link';

const files = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter((file) => /\.mdx?$/.test(file));
// It stops at the first page that is no MDX, so those are skipped.
const pages = [];
for (const file of files) pages.push(...(await readFiles(file).catch(() => [])));
const scanned = await scanURLs({
  populate: { '[[...slug]]': pages.map(({ path }) => ({ value: { slug: path.replace(/\.mdx?$/, '').split('/') } })) },
});
const results = await validateFiles(pages, { scanned, checkRelativePaths: 'as-url' });
console.log(`${pages.length} of ${files.length} pages, ${results.length} with broken links`);
