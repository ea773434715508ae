import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint.ts';
import type { RunObserver } from '../src/observer.ts';
import { createRunMemory } from '../src/run-aids.ts';
import { writeOrchard } from './cli/orchard.ts';

const demo = join(import.meta.dirname, '..', 'fixtures', 'demo');

describe('a run with memory', () => {
  it('reports what a run without one does, the first time and again', async () => {
    const memory = createRunMemory();
    const { report } = await lint({ cwd: demo });
    for (let run = 0; run < 3; run++) {
      expect((await lint({ cwd: demo }, { memory })).report).toEqual(report);
      memory.nextRun(false);
    }
  });

  it('reads again the page that changed, and no other one', async () => {
    const cwd = writeOrchard();
    const memory = createRunMemory();
    const before = await lint({ cwd }, { memory });
    memory.nextRun(false);
    writeFileSync(join(cwd, 'guides/harvests.mdx'), '# Harvests\n\nCall `GET /orchards`.\n');
    const after = await lint({ cwd }, { memory });
    const pageOf = (result: typeof before, file: string) => result.pages.find((page) => page.file === file);
    expect(pageOf(after, 'guides/orchards.mdx')).toBe(pageOf(before, 'guides/orchards.mdx'));
    expect(pageOf(after, 'guides/harvests.mdx')).not.toBe(pageOf(before, 'guides/harvests.mdx'));
    expect(after.report).toEqual((await lint({ cwd })).report);
  });

  it('reads pages again under settings that read something else of them', async () => {
    const cwd = writeOrchard({
      'guides/trees.mdx': '# Trees\n\n<Call verb="GET" to="/tree" />\n\nAsk Ana about `GET /orchards`.\n',
    });
    const memory = createRunMemory();
    for (const config of [
      'components: { Call: { method: verb, path: to } }',
      "hedges: ['ask Ana']",
      'engine: reference',
    ]) {
      writeFileSync(join(cwd, 'specwins.config.yaml'), `${config}\n`);
      expect((await lint({ cwd }, { memory })).report).toEqual((await lint({ cwd })).report);
      memory.nextRun(false);
    }
  });

  it('keeps equal pages under different names apart', async () => {
    const text = '# Trees\n\nCall `GET /tree` for the list.\n';
    const cwd = writeOrchard({ 'guides/trees.mdx': text, 'guides/woods.mdx': text });
    const { pages } = await lint({ cwd }, { memory: createRunMemory() });
    expect(pages.map(({ file }) => file)).toEqual([
      'guides/harvests.mdx',
      'guides/orchards.mdx',
      'guides/trees.mdx',
      'guides/woods.mdx',
    ]);
  });

  it('reads a spec again once it is told to', async () => {
    const cwd = writeOrchard();
    const memory = createRunMemory();
    const first = await lint({ cwd }, { memory });
    writeFileSync(
      join(cwd, 'openapi.yaml'),
      'openapi: 3.1.0\ninfo: { title: Orchard API, version: 2.4.0 }\npaths: {}\n',
    );
    memory.nextRun(false);
    expect((await lint({ cwd }, { memory })).truth).toEqual(first.truth);
    memory.nextRun(true);
    expect((await lint({ cwd }, { memory })).truth.operations).toEqual({});
  });
});

describe('a run that is observed', () => {
  it('tells its stages, its pages and its rules, and reports the same', async () => {
    const stages: string[] = [];
    const pages: string[] = [];
    const rules = new Set<string>();
    const observer: RunObserver = {
      begin(stage) {
        stages.push(stage);
        return () => stages.push(`${stage} over`);
      },
      page: ({ file }, { done, total }) => pages.push(`${file} ${done}/${total}`),
      rule(id, work) {
        rules.add(id);
        return work();
      },
    };
    const cwd = writeOrchard();
    const { report } = await lint({ cwd }, { observer });
    expect(report).toEqual((await lint({ cwd })).report);
    expect(pages).toEqual(['guides/harvests.mdx 1/2', 'guides/orchards.mdx 2/2']);
    expect(rules).toContain('unknown-path');
    for (const stage of ['configuration', 'specs', 'pages', 'secrets', 'binding', 'rules', 'report']) {
      expect(stages.indexOf(`${stage} over`)).toBeGreaterThan(stages.indexOf(stage));
    }
  });
});
