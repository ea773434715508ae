import { existsSync, mkdirSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasShared } from './corpora.ts';
import { growthByOperations, growthByPages, type Point } from './speed/growth.ts';
import {
  coldRows,
  largeSpecRows,
  manyRows,
  onePageRows,
  type Row,
  type Setting,
  specRows,
  warmRows,
} from './speed/rows.ts';
import { installPeers, versions } from './speed/tools.ts';

const usage = `npm run bench -- [--rows page,spec,warm,large,cold,many,growth] [--rounds 3] [--pages 500,2000,9000] [--folder <work>]`;

const parts = {
  page: onePageRows,
  spec: specRows,
  warm: warmRows,
  large: largeSpecRows,
  cold: coldRows,
  many: manyRows,
};

/**
 * Times whole processes over the real sites, multiplied, in one run. The peers do other jobs (links and anchors); none of
 * them reads a spec. What is compared is how long a docs repository waits.
 */
function main(): number {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: [...Object.keys(parts), 'growth'].join() },
      rounds: { type: 'string', default: '3' },
      pages: { type: 'string', default: '500,2000,9000' },
      folder: { type: 'string', default: join(tmpdir(), 'specwins-bench') },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (!hasShared || !existsSync(join(import.meta.dirname, '..', 'dist', 'cli', 'main.js'))) {
    console.log('Skipped: it needs `npm run build`, and the sites that speed is measured on beside this checkout.');
    return 0;
  }
  installPeers();
  mkdirSync(values.folder, { recursive: true });
  const setting: Setting = { folder: values.folder, rounds: Number(values.rounds) };
  const asked = values.rows.split(',');
  console.log(`${versions()}; ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  console.log('| | target | reached | | median (min–max), runs, processor, memory |\n|---|---|---|---|---|');
  for (const [name, rowsOf] of Object.entries(parts)) {
    if (asked.includes(name)) for (const row of rowsOf(setting)) console.log(describeRow(row));
  }
  if (asked.includes('growth')) {
    console.log(describeGrowth('pages', growthByPages(setting, values.pages.split(',').map(Number))));
    console.log(describeGrowth('operations', growthByOperations(setting)));
  }
  return 0;
}

function describeRow({ title, target, reached, met, timings }: Row): string {
  const details = timings.map(
    ({ name, median, min, max, runs, cpu, memory }) =>
      `${name}: ${time(median)} (${time(min)}–${time(max)}), ${runs}${cpu ? `, ${time(cpu)}` : ''}${memory ? `, ${memory.toFixed(0)} MiB` : ''}`,
  );
  return `| ${title} | ${target} | **${reached}** | ${met ? 'met' : 'missed'} | ${details.join('<br>')} |`;
}

/** Seconds, from the first half second; below, milliseconds. */
function time(milliseconds: number): string {
  return milliseconds < 500 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function describeGrowth(unit: string, points: readonly Point[]): string {
  const sizes = points.map(({ size }) => `"${size.toLocaleString('en')}"`);
  const seconds = points.map(({ timing }) => (timing.median / 1000).toFixed(2));
  return [
    '',
    `| ${unit} | cold run | memory |\n|---|---|---|`,
    ...points.map(
      ({ size, timing: { median, min, max, runs, memory = 0 } }) =>
        `| ${size.toLocaleString('en')} | ${time(median)} (${time(min)}–${time(max)}, ${runs}) | ${memory.toFixed(0)} MiB |`,
    ),
    '',
    '```mermaid',
    'xychart-beta',
    `  title "Cold run by ${unit}, seconds"`,
    `  x-axis [${sizes.join(', ')}]`,
    '  y-axis "seconds"',
    `  bar [${seconds.join(', ')}]`,
    '```',
  ].join('\n');
}

process.exitCode = main();
