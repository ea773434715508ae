import { type CacheTraffic, type RunObserver, type Stage, stages } from '../observer.ts';

/** Measures a run; `describe` says in a table where its time went. */
export interface Stats extends RunObserver {
  describe(): string;
}

export function createStats(now: () => number = () => performance.now()): Stats {
  const started = now();
  const perStage = new Map<Stage, number>();
  const perExtractor = new Map<string, number>();
  const perRule = new Map<string, number>();
  const forms = new Map<string, number>();
  const read = { files: 0, size: 0, cached: 0 };
  let threads = 0;
  let traffic: CacheTraffic | undefined;
  let recalled: number | undefined;
  return {
    begin(stage) {
      const from = now();
      return () => add(perStage, stage, now() - from);
    },
    page({ size, forms: found, cached }) {
      read.files += 1;
      if (cached) read.cached += 1;
      read.size += size;
      for (const form of found) add(forms, form, 1);
    },
    recalled(edited) {
      recalled = edited;
    },
    extracted(given) {
      for (const [id, time] of given.times) add(perExtractor, id, time);
      threads = Math.max(threads, given.threads);
    },
    cache(given) {
      traffic = given;
    },
    rule(id, work) {
      const from = now();
      const result = work();
      add(perRule, id, now() - from);
      return result;
    },
    describe() {
      const memory = process.memoryUsage().rss;
      if (recalled !== undefined) return recalledSentence(recalled, now() - started, traffic);
      return [
        ...table('Stage', [
          ...stages.filter((stage) => perStage.has(stage)).map((stage) => timeRow(stage, perStage.get(stage) ?? 0)),
          timeRow('whole run', now() - started),
        ]),
        'Specs and pages are read at the same time.',
        '',
        ...(perExtractor.size > 0
          ? [...table('Extractor', timeRows(descending(perExtractor))), threadSentence(threads), '']
          : []),
        ...table('Rule', timeRows(descending(perRule))),
        '',
        ...table(
          'Form of mention',
          descending(forms).map(([form, count]) => [form, String(count)]),
        ),
        '',
        `Read ${read.files} files, ${megabytes(read.size)} of text; ${megabytes(memory)} of memory.`,
        ...(traffic ? [cacheSentence(read, traffic)] : []),
        '',
      ].join('\n');
    },
  };
}

function cacheSentence(pages: { readonly files: number; readonly cached: number }, traffic: CacheTraffic): string {
  const bytes = `${megabytes(traffic.read)} read, ${megabytes(traffic.written)} written`;
  return `From the cache came ${pages.cached} of ${pages.files} files; ${bytes}.`;
}

/** Where nothing was read, there are no stages to tell of. */
function recalledSentence(edited: number, time: number, traffic: CacheTraffic | undefined): string {
  const bytes = traffic ? `, ${megabytes(traffic.read)} from the cache` : '';
  const pages = edited === 1 ? 'one page' : `${edited} pages`;
  const change =
    edited === 0
      ? 'Nothing has changed since an earlier run'
      : `What ${pages} of an earlier run ${edited === 1 ? 'states' : 'state'} has not changed, only where`;
  return `${change}, and what it found is reported; that took ${time.toFixed(0)} ms${bytes}.\n`;
}

function threadSentence(threads: number): string {
  if (threads === 0) return 'Pages are read in the main thread.';
  return `Threads beside the main one, which read pages and look for secrets: ${threads}. Times of extractors are added up.`;
}

/** Those that take most are told one by one. */
const toldOnes = 12;

function timeRows(times: readonly (readonly [string, number])[]): readonly Row[] {
  const rest = times.slice(toldOnes);
  const others = rest.reduce((sum, [, time]) => sum + time, 0);
  return [
    ...times.slice(0, toldOnes).map(([id, time]) => timeRow(id, time)),
    ...(rest.length > 0 ? [timeRow(`${rest.length} others`, others)] : []),
  ];
}

type Row = readonly [name: string, value: string];

function add<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function descending(sums: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...sums].sort((one, other) => other[1] - one[1]);
}

function timeRow(name: string, milliseconds: number): Row {
  return [name, `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function table(title: string, rows: readonly Row[]): readonly string[] {
  const names = Math.max(title.length, ...rows.map(([name]) => name.length));
  const values = Math.max(0, ...rows.map(([, value]) => value.length));
  return [title, ...rows.map(([name, value]) => `  ${name.padEnd(names)}  ${value.padStart(values)}`)];
}
