import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSite } from './build-site.ts';
import { compareSites } from './compare-sites.ts';
import { readExpectedPages } from './expected-pages.ts';
import { readRenderedPages } from './rendered-pages.ts';
import { sites, type VerifiedSite } from './sites.ts';

/**
 * Builds a real site of a framework and compares every id of a heading and every route with what specwins makes of the
 * same project. It downloads the framework, so it is no part of the tests. `verify.ts <framework> [folder]`: a folder
 * that is named is kept, and its packages are not installed again.
 */
const [framework = '', kept] = process.argv.slice(2);
const site = Object.hasOwn(sites, framework) ? sites[framework] : undefined;
if (!site) throw new Error(`Name one of: ${Object.keys(sites).join(', ')}.`);
const temporary = kept === undefined ? mkdtempSync(join(realpathSync(tmpdir()), 'specwins-verify-')) : undefined;
try {
  process.exitCode = await verify(site, temporary ?? folderNamed(kept ?? '.'));
} finally {
  if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
}

/** 0 where nothing differs, else 1. */
async function verify(site: VerifiedSite, folder: string): Promise<number> {
  buildSite(site.fixture, folder);
  const expected = await readExpectedPages(folder, site);
  const rendered = readRenderedPages(join(folder, site.output), site.ownIds);
  const { ids, routes, dynamic, differences } = compareSites(expected, rendered, site.ownRoutes);
  for (const difference of differences) console.log(difference);
  console.log(`${dynamic} dynamic ids left out`);
  console.log(`${ids} ids and ${routes} routes compared, ${differences.length} differ`);
  return differences.length === 0 && ids > 0 ? 0 : 1;
}

function folderNamed(path: string): string {
  mkdirSync(path, { recursive: true });
  return realpathSync(resolve(path));
}
