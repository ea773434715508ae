import { readFileSync, writeFileSync } from 'node:fs';
import { describeAccuracy, describeCases, describeMisses } from './accuracy-report.ts';
import { runCases } from './cases.ts';
import { corpora, hasShared } from './corpora.ts';
import { type Measured, shortfalls } from './gate.ts';
import { runInjected } from './injected.ts';
import { reviewCorpus } from './reviewed.ts';

const page = new URL('../ACCURACY.md', import.meta.url);
const marks = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/;

/**
 * Measures how much is found and how much of it is right.
 * `--update` writes the figures into ACCURACY.md; `--gate` fails when they are worse than the floors in `gate.ts`;
 * `--misses` lists the injected slips that were not found.
 */
async function main(flags: readonly string[]): Promise<number> {
  if (!hasShared) {
    console.log('Skipped: the sites and cases that accuracy is measured on are not beside this checkout.');
    return 0;
  }
  const measured = await measure();
  console.log(`${describeCases(measured.cases)}\n\n${describeAccuracy(measured)}`);
  if (flags.includes('--misses')) console.log(describeMisses(measured.injected));
  if (flags.includes('--update')) update(describeAccuracy(measured));
  const short = shortfalls(measured);
  for (const line of short) console.log(`below the gate: ${line}`);
  return flags.includes('--gate') && short.length > 0 ? 1 : 0;
}

async function measure(): Promise<Measured> {
  const cases = await runCases();
  const reviewed = [];
  const injected = [];
  for (const corpus of corpora) {
    reviewed.push(await reviewCorpus(corpus));
    injected.push({ name: corpus.name, results: await runInjected(corpus) });
  }
  return { cases, reviewed, injected };
}

function update(figures: string): void {
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(marks, (_, open: string, close: string) => `${open}\n${figures}\n\n${close}`),
  );
}

process.exitCode = await main(process.argv.slice(2));
