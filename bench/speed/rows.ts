import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, measure, type Timing } from './measure.ts';
import { multiplySites } from './multiply-sites.ts';
import { cold, hasCache, largeSpecs, remark, rumdl, script, warm } from './tools.ts';

/** One line of the table: what was measured, on both sides of the ratio. */
export interface Row {
  readonly title: string;
  readonly target: string;
  readonly reached: string;
  readonly met: boolean;
  readonly timings: readonly Timing[];
}

export interface Setting {
  /** Where the multiplied sites and the caches lie. */
  readonly folder: string;
  readonly rounds: number;
}

/** Whole sites, nothing cached, against those who read the same pages. */
export function coldRows({ folder, rounds }: Setting): Row[] {
  const { folder: site, pages } = multiplySites(folder, 2000);
  const contenders = [cold(site), remark(site), script('next-validate-link', site), rumdl(site)];
  const [own, byRemark, byNext, byRumdl] = measure(contenders, rounds);
  return [
    faster(`cold, ${pages} pages, against remark-cli`, 20, own, byRemark),
    faster(`cold, ${pages} pages, against next-validate-link`, 15, own, byNext),
    atMost(`cold, ${pages} pages, against rumdl`, 1, own, byRumdl),
  ];
}

/** The same for many pages; remark-cli takes minutes and runs once. */
export function manyRows({ folder, rounds }: Setting): Row[] {
  const { folder: site, pages } = multiplySites(folder, 9000);
  const [own, byRumdl, byRemark] = measure([cold(site), rumdl(site), remark(site, 1)], rounds);
  return [
    faster(`cold, ${pages} pages, against remark-cli`, 60, own, byRemark),
    atMost(`cold, ${pages} pages, against rumdl`, 1, own, byRumdl),
  ];
}

/** Runs over pages that are known. */
export function warmRows({ folder, rounds }: Setting): Row[] {
  if (!hasCache) return [];
  const { folder: site, pages: count } = multiplySites(folder, 9000);
  const own = warm(site, join(folder, 'cache'));
  measure([own], 1);
  // Of a page each, so that neither run finds the other's edit.
  const [sentence, heading] = [
    edited(own, join(site, pages[0]), 'A word more'),
    edited(own, join(site, pages[1]), '## A word more'),
  ];
  const [known, least, afterSentence, afterHeading] = measure(
    [own, script('list-read-hash', site), sentence.contender, heading.contender],
    rounds,
  );
  sentence.restore();
  heading.restore();
  return [
    atMost(`warm, ${count} pages, against list, read and hash`, 2, known, least),
    inSecond(`warm, ${count} pages, a sentence more on one`, afterSentence),
    inSecond(`warm, ${count} pages, a heading more on one`, afterHeading),
  ];
}

const pages = [
  'meilisearch-0/capabilities/full_text_search/how_to/configure_search_cutoff.mdx',
  'meilisearch-0/capabilities/full_text_search/how_to/configure_stop_words.mdx',
] as const;

/** A run for each of which one more line stands at the end of a page. */
function edited(own: Contender, page: string, line: string) {
  const text = readFileSync(page, 'utf8');
  let edits = 0;
  const prepare = () => writeFileSync(page, `${text}\n${line} ${edits++}.\n`);
  return { contender: { ...own, name: `one page edited: ${line}`, prepare }, restore: () => writeFileSync(page, text) };
}

/** A site of 9,000 pages and a spec of 12 MB: its memory, and what a change of the spec costs. */
export function largeSpecRows({ folder, rounds }: Setting): Row[] {
  const { folder: site, pages } = multiplySites(folder, 9000);
  const spec = join(folder, 'github.json');
  const text = readFileSync(largeSpecs.github, 'utf8');
  writeFileSync(spec, text);
  const options = ['--spec', `github=${spec}`];
  const [whole] = measure([cold(site, ...options)], 1);
  const memory = whole?.memory ?? 0;
  const memoryRow: Row = {
    title: `peak memory, cold, ${pages} pages, a spec of 13 MB`,
    target: '≤ 450 MiB',
    reached: `${memory.toFixed(0)} MiB`,
    met: memory <= 450,
    timings: whole ? [whole] : [],
  };
  if (!hasCache) return [memoryRow];
  const again = warm(site, join(folder, 'cache-large-spec'), ...options);
  let changes = 0;
  const changed: Contender = {
    ...again,
    name: 'specwins, pages cached, another spec',
    prepare: () => writeFileSync(spec, text.replace('"title"', `"x-change": ${changes++}, "title"`)),
  };
  measure([again], 1);
  const [afterChange, unchanged] = measure([changed, again], rounds);
  const title = `warm, ${pages} pages, after a change of a 13 MB spec, against no change`;
  return [memoryRow, atMost(title, 2.5, afterChange, unchanged)];
}

/** One page that somebody is about to commit, and the launcher alone. */
export function onePageRows({ folder, rounds }: Setting): Row[] {
  const site = join(folder, 'one-page');
  mkdirSync(site, { recursive: true });
  cpSync(largeSpecs.github, join(site, 'openapi.json'));
  writeFileSync(
    join(site, 'issues.mdx'),
    '# Issues\n\nCall `GET /repos/{owner}/{repo}/issues` for the list.\n\n```bash\ncurl https://api.github.com/repos/acme/tools/issues?state=open\n```\n',
  );
  const nothing = script('nothing', site);
  const own = hasCache ? warm(site, join(folder, 'cache-one-page'), 'issues.mdx') : cold(site, 'issues.mdx');
  const version: Contender = { ...own, name: 'specwins --version', argv: [...own.argv.slice(0, 2), '--version'] };
  measure([own], 1);
  const [bare, page, launcher] = measure([nothing, own, version], rounds * 4);
  return [
    atMostMore(`one page, ${hasCache ? 'warm' : 'cold'}, a spec of 13 MB, against bare node`, 30, page, bare),
    atMostMore('`--version`, against bare node', 5, launcher, bare),
  ];
}

/** Loading a large spec, against parsing its text; both without what any process takes to start. */
export function specRows({ folder, rounds }: Setting): Row[] {
  const site = join(folder, 'one-spec');
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, 'page.mdx'), '# Issues\n\nText.\n');
  const paths = { '/issues': { get: { responses: { 200: { description: 'All' } } } } };
  writeFileSync(
    join(site, 'small.json'),
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Small', version: '1' }, paths }),
  );
  const [withLarge, withSmall, parse, nothing] = measure(
    [
      cold(site, '--spec', largeSpecs.github),
      cold(site, '--spec', 'small.json'),
      script('parse-json', site, largeSpecs.github),
      script('nothing', site),
    ],
    rounds * 2,
  );
  const load = without('specwins, large spec − small spec', withLarge, withSmall);
  const text = without('JSON.parse − bare node', parse, nothing);
  return [atMost('spec of 13 MB, cold, against parsing its text', 2, load, text)];
}

function without(name: string, whole: Timing | undefined, part: Timing | undefined): Timing | undefined {
  if (!whole || !part) return undefined;
  const { median, min, max } = part;
  const rest = { median: whole.median - median, min: whole.min - min, max: whole.max - max };
  const cpu = whole.cpu !== undefined && part.cpu !== undefined ? whole.cpu - part.cpu : undefined;
  return { name, ...rest, runs: whole.runs, ...(cpu !== undefined && { cpu }) };
}

function faster(title: string, target: number, own?: Timing, other?: Timing): Row {
  const ratio = (other?.median ?? 0) / (own?.median ?? Infinity);
  const reached = `${ratio.toFixed(1)} ×${processors((other?.cpu ?? 0) / (own?.cpu ?? Infinity), 1)}`;
  return row(title, `≥ ${target} × as fast`, reached, ratio >= target, own, other);
}

function atMost(title: string, target: number, own?: Timing, other?: Timing): Row {
  const ratio = (own?.median ?? Infinity) / (other?.median ?? Infinity);
  const reached = `${ratio.toFixed(2)} ×${processors((own?.cpu ?? 0) / (other?.cpu ?? Infinity), 2)}`;
  return row(title, `≤ ${target.toFixed(1)} × the time`, reached, ratio <= target, own, other);
}

function atMostMore(title: string, target: number, own?: Timing, other?: Timing): Row {
  const more = (own?.median ?? Infinity) - (other?.median ?? 0);
  const cpu = (own?.cpu ?? 0) - (other?.cpu ?? 0);
  const reached = `${more.toFixed(0)} ms${cpu > 0 ? `; processor ${cpu.toFixed(0)} ms` : ''}`;
  return row(title, `≤ ${target} ms more`, reached, more <= target, own, other);
}

/** What somebody at a keyboard does not wait for. */
function inSecond(title: string, own?: Timing): Row {
  const seconds = (own?.median ?? Infinity) / 1000;
  const reached = `${seconds.toFixed(2)} s${own?.cpu ? `; processor ${(own.cpu / 1000).toFixed(2)} s` : ''}`;
  return row(title, '≤ 1 s', reached, seconds <= 1, own);
}

/** The same ratio by the time on processors: the walls of a busy machine swing. */
function processors(ratio: number, digits: number): string {
  return ratio > 0 && Number.isFinite(ratio) ? `; processor ${ratio.toFixed(digits)} ×` : '';
}

function row(title: string, target: string, reached: string, met: boolean, ...timings: (Timing | undefined)[]): Row {
  return { title, target, reached, met, timings: timings.filter((timing) => timing !== undefined) };
}
