import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A command to time. */
export interface Contender {
  readonly name: string;
  readonly cwd: string;
  readonly argv: readonly string[];
  /** Done before each run and not timed. */
  readonly prepare?: () => void;
  /** Of a tool that takes minutes, where more would take hours. */
  readonly rounds?: number;
}

/** What the runs of a command took, in milliseconds and MiB. */
export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  /** The median of the time on all processors, which a busy machine stretches less; nothing where the system cannot tell. */
  readonly cpu?: number;
  /** The highest of all runs; nothing where the system cannot tell. */
  readonly memory?: number;
}

const timer = '/usr/bin/time';

/** Times whole processes; all take turns, so that a busy moment hits everyone. */
export function measure(contenders: readonly Contender[], rounds: number): readonly Timing[] {
  const runs = contenders.map((): Run[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      if (round >= (contender.rounds ?? rounds)) continue;
      contender.prepare?.();
      runs[index]?.push(runOnce(contender));
    }
  }
  return contenders.map(({ name }, index) => summarise(name, runs[index] ?? []));
}

interface Run {
  readonly wall: number;
  readonly cpu?: number;
  readonly memory?: number;
}

function runOnce({ argv, cwd, name }: Contender): Run {
  const folder = mkdtempSync(join(tmpdir(), 'specwins-bench-'));
  const report = join(folder, 'usage');
  const timed = existsSync(timer) ? [timer, '-q', '-f', '%M %U %S', '-o', report, ...argv] : argv;
  const [program = '', ...rest] = timed;
  const start = performance.now();
  // A peer that says a megabyte or more about its findings is not to be ended for it.
  const { status, stderr } = spawnSync(program, rest, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
  });
  const wall = performance.now() - start;
  const [kilobytes, user = 0, system = 0] = existsSync(report)
    ? readFileSync(report, 'utf8').split(' ').map(Number)
    : [];
  rmSync(folder, { recursive: true });
  // One is "there are findings"; what crashes or refuses to start would look fast.
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status} in ${cwd}: ${stderr.slice(-2000)}`);
  return { wall, ...(kilobytes !== undefined && { memory: kilobytes / 1024, cpu: (user + system) * 1000 }) };
}

function summarise(name: string, runs: readonly Run[]): Timing {
  const walls = runs.map(({ wall }) => wall);
  const usages = runs.flatMap(({ cpu }) => cpu ?? []);
  const memory = Math.max(...runs.map((run) => run.memory ?? 0));
  return {
    name,
    median: medianOf(walls),
    min: Math.min(...walls),
    max: Math.max(...walls),
    runs: walls.length,
    ...(usages.length > 0 && { cpu: medianOf(usages), memory }),
  };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
