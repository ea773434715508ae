import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, type Timing } from './measure.ts';
import { multiplySites } from './multiply-sites.ts';
import type { Setting } from './rows.ts';
import { cold, largeSpecs } from './tools.ts';

export interface Point {
  readonly size: number;
  readonly timing: Timing;
}

/** How a cold run grows with the pages. */
export function growthByPages({ folder, rounds }: Setting, sizes: readonly number[]): readonly Point[] {
  return sizes.flatMap((size) => {
    const { folder: site, pages } = multiplySites(folder, size);
    return measure([cold(site)], size > 10_000 ? 1 : rounds).map((timing) => ({ size: pages, timing }));
  });
}

/** How a cold run over about 500 pages grows with the operations of one more spec. */
export function growthByOperations({ folder, rounds }: Setting): readonly Point[] {
  const { folder: site } = multiplySites(folder, 500);
  mkdirSync(join(folder, 'specs'), { recursive: true });
  const few = join(folder, 'specs', 'few.json');
  const description = JSON.parse(readFileSync(largeSpecs.github, 'utf8'));
  const paths = Object.entries(description.paths).slice(0, 7);
  writeFileSync(few, JSON.stringify({ ...description, paths: Object.fromEntries(paths) }));
  return [few, largeSpecs.github, largeSpecs.graph].flatMap((spec) =>
    measure([cold(site, '--spec', `more=${spec}`)], rounds).map((timing) => ({ size: operationsIn(spec), timing })),
  );
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

function operationsIn(spec: string): number {
  const paths: Readonly<Record<string, object>> = JSON.parse(readFileSync(spec, 'utf8')).paths;
  return Object.values(paths).flatMap((item) => Object.keys(item).filter((key) => methods.has(key))).length;
}
