import { readFileSync, writeFileSync } from 'node:fs';
import { describeAccuracy, describeCases, describeMisses } from './accuracy-report.ts';
import { runCases } from './cases.ts';
import { corpora, hasShared } from './corpora.ts';
import { type Measured, shortfalls } from './gate.ts';
import { runInjected } from './injected.ts';
import { reviewCorpus } from './reviewed.ts';
import { describeDrift, describeDriftMisses } from './spec-drift/report.ts';
import { type DriftResult, runSpecDrift } from './spec-drift/run.ts';

const page = new URL('../ACCURACY.md', import.meta.url);

/**
 * Measures how much is found and how much of it is right.
 * `--inject` also changes the specs, one fact at a time, and looks for what the guides then say wrong (`--inject=3`: three
 * changes of a kind on each site); `--update` writes the figures into ACCURACY.md; `--gate` fails when they are worse than the
 * floors in `gate.ts`; `--misses` lists what was not found.
 */
async function main(flags: readonly string[]): Promise<number> {
  if (!hasShared) {
    console.log('Skipped: the sites and cases that accuracy is measured on are not beside this checkout.');
    return 0;
  }
  const measured = await measure();
  console.log(`${describeCases(measured.cases)}\n\n${describeAccuracy(measured)}`);
  const drift = await injectDrift(flags.find((flag) => flag.startsWith('--inject')));
  if (drift.length > 0) console.log(`\n${describeDrift(drift)}`);
  if (flags.includes('--misses')) console.log(`${describeMisses(measured.injected)}\n${describeDriftMisses(drift)}`);
  if (flags.includes('--update')) update({ measured: describeAccuracy(measured), drift: describeDrift(drift) });
  const short = shortfalls({ ...measured, drift: drift.flatMap(({ results }) => results) });
  for (const line of short) console.log(`below the gate: ${line}`);
  return flags.includes('--gate') && short.length > 0 ? 1 : 0;
}

async function measure(): Promise<Omit<Measured, 'drift'>> {
  const cases = await runCases();
  const reviewed = [];
  const injected = [];
  for (const corpus of corpora) {
    reviewed.push(await reviewCorpus(corpus));
    injected.push({ name: corpus.name, results: await runInjected(corpus) });
  }
  return { cases, reviewed, injected };
}

/** The changes of each site; none where the flag is not given. */
async function injectDrift(flag: string | undefined): Promise<{ name: string; results: DriftResult[] }[]> {
  if (flag === undefined) return [];
  const most = Number(/=(\d+)$/.exec(flag)?.[1] ?? 12);
  const results = [];
  for (const corpus of corpora) results.push({ name: corpus.name, results: await runSpecDrift(corpus, most) });
  return results;
}

/** Figures that were not taken this time stay as they are. */
function update(figures: Readonly<Record<string, string>>): void {
  let text = readFileSync(page, 'utf8');
  for (const [name, figure] of Object.entries(figures)) {
    const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (figure === '') continue;
    text = text.replace(marks, (_, open: string, close: string) => `${open}\n${figure}\n\n${close}`);
  }
  writeFileSync(page, text);
}

process.exitCode = await main(process.argv.slice(2));
