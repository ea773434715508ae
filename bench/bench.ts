import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpora, hasShared } from './corpora.ts';

/** Runs of each command; the median is shown, and all in turn, so that a busy moment hits every tool. */
const ROUNDS = 3;

const peers = fileURLToPath(new URL('./peers', import.meta.url));
const specwins = fileURLToPath(new URL('../bin/specwins.js', import.meta.url));

interface Tool {
  readonly name: string;
  readonly argv: (corpus: (typeof corpora)[number]) => readonly string[];
}

/**
 * Times whole processes over real sites, in one run. The peers do other jobs (links and anchors, style); none of them
 * reads a spec. What is compared is the time a docs repository waits.
 */
function main(): number {
  if (!hasShared) {
    console.log('Skipped: the sites that speed is measured on are not beside this checkout.');
    return 0;
  }
  if (!existsSync(join(peers, 'node_modules'))) {
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: peers, stdio: 'inherit' });
  }
  for (const corpus of corpora) console.log(timeCorpus(corpus));
  return 0;
}

const tools: readonly Tool[] = [
  { name: 'specwins', argv: ({ options }) => lintArguments(options, []) },
  { name: 'specwins --engine reference', argv: ({ options }) => lintArguments(options, ['--engine', 'reference']) },
  {
    name: 'rumdl (anchors and links)',
    argv: () => ['bin:rumdl', 'check', '--no-cache', '--enable', 'MD051,MD057', '.'],
  },
  { name: 'markdownlint-cli2', argv: () => ['bin:markdownlint-cli2', '**/*.{md,mdx}'] },
  {
    name: 'remark-cli + validate-links',
    argv: () => [
      'bin:remark',
      '--ext',
      'md,mdx',
      '--no-stdout',
      '--quiet',
      '--rc-path',
      join(peers, 'remarkrc.mjs'),
      '.',
    ],
  },
];

function lintArguments(
  { framework, specs = [] }: (typeof corpora)[number]['options'],
  more: readonly string[],
): string[] {
  const named = specs.flatMap((spec) => ['--spec', spec]);
  return [specwins, ...named, ...(framework ? ['--framework', framework] : []), '--fail-on', 'never', ...more];
}

function timeCorpus(corpus: (typeof corpora)[number]): string {
  const times = new Map<string, number[]>(tools.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, argv } of tools) times.get(name)?.push(timeOnce(argv(corpus), corpus.options.cwd));
  }
  const own = median(times.get('specwins') ?? []);
  const rows = [...times].map(([name, all]) => {
    const time = median(all);
    return `| ${name} | ${(time / 1000).toFixed(2)} s | ${(time / own).toFixed(1)} × |`;
  });
  return [`\n${corpus.name}\n`, '| tool | median wall | of specwins |', '|---|---|---|', ...rows].join('\n');
}

function timeOnce([program = '', ...rest]: readonly string[], cwd: string): number {
  const peer = program.startsWith('bin:') ? join(peers, 'node_modules', '.bin', program.slice(4)) : undefined;
  const start = performance.now();
  const { status } = spawnSync(peer ?? process.execPath, peer ? rest : [program, ...rest], { cwd, stdio: 'ignore' });
  // One is "there are findings"; what crashes or refuses to start would look fast.
  if (status !== 0 && status !== 1) throw new Error(`${program} ended with ${status} in ${cwd}.`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

process.exitCode = main();
