import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCache } from '../../src/cache/open-cache.ts';
import { lint } from '../../src/lint.ts';
import { loadTruth, type Truth } from '../../src/truth/load-truth.ts';
import type { TruthSource } from '../../src/truth/openapi/source.ts';
import { writeOrchard } from '../cli/orchard.ts';
import { fileSource, keysOf, writeFolder } from '../truth/orchard.ts';
import { emptyFolder, filesOf, lintCached } from './open-site.ts';

const later = () => Date.now() + 60_000;

/** Loads one spec as a process of its own would, and says whether it was parsed. */
async function load(source: TruthSource, cwd: string, folder: string): Promise<Truth & { readonly parsed: boolean }> {
  const cache = openCache({ folder, byState: true, version: '1', now: later });
  const store = cache.specs(true);
  let parsed = false;
  const keep: typeof store.keep = (...given) => {
    parsed = true;
    store.keep(...given);
  };
  const truth = await loadTruth([source], { cwd }, { ...store, keep });
  cache.save();
  return { ...truth, parsed };
}

const parts = {
  'orchard.yaml': `
openapi: 3.1.0
info: { title: Orchard, version: 1.0.0 }
paths:
  /trees: { $ref: paths/trees.yaml }
  /fruits: { get: { responses: { '200': { content: { application/json: { schema: { $ref: gone.yaml#/Fruit } } } } } } }
`,
  'paths/trees.yaml':
    "get: { responses: { '200': { content: { application/json: { schema: { $ref: ../Tree.yaml } } } } } }\n",
  'Tree.yaml': 'type: object\nproperties: { id: { type: string }, ripe: { type: boolean } }\n',
};

describe('the cache of specs', () => {
  it('spares a second run the parsing of a spec that has not changed', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    const first = await lintCached({ cwd }, folder, { now: later });
    const second = await lintCached({ cwd }, folder, { now: later });
    expect(first.indexed).toHaveLength(1);
    expect(second.indexed).toEqual([]);
    expect(JSON.stringify(second.truth)).toBe(JSON.stringify(first.truth));
    expect(second.report).toEqual(first.report);
    expect(second.written).toBe(0);
  });

  it('gives the schemas of all files, and notes what is not there', async () => {
    const cwd = writeFolder(parts);
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    const cold = await load(source, cwd, folder);
    const warm = await load(source, cwd, folder);
    expect([cold.parsed, warm.parsed]).toEqual([true, false]);
    expect(warm.index).toStrictEqual(cold.index);
    expect(warm.notes).toEqual(cold.notes);
    expect(warm.notes).toHaveLength(1);
    const [content] = warm.index.operations['orchard GET /trees']?.responses[0]?.content ?? [];
    expect(content?.schema).toBeDefined();
    for (const place of content?.schema ? [content.schema, { file: 'Tree.yaml', pointer: '/properties/ripe' }] : []) {
      expect(warm.documents.resolve(place)).toEqual(cold.documents.resolve(place));
      expect(warm.documents.resolve(place)).toBeDefined();
    }
    expect(JSON.stringify(warm.documents.valuesOf('orchard'))).toBe(JSON.stringify(cold.documents.valuesOf('orchard')));
    expect(warm.documents.readText('Tree.yaml')).toBe(parts['Tree.yaml']);
  });

  it.each([
    ['changes', (cwd: string) => writeFileSync(join(cwd, 'Tree.yaml'), 'type: string\n')],
    ['goes away', (cwd: string) => rmSync(join(cwd, 'Tree.yaml'))],
    ['is there at last', (cwd: string) => writeFileSync(join(cwd, 'gone.yaml'), 'Fruit: { type: string }\n')],
  ])('reads a spec again when a file that it refers to %s', async (_, change) => {
    const cwd = writeFolder(parts);
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    await load(source, cwd, folder);
    change(cwd);
    const now = await load(source, cwd, folder);
    expect(now.parsed).toBe(true);
    const plain = await loadTruth([source], { cwd });
    expect(now.index).toEqual(plain.index);
    expect(now.notes).toEqual(plain.notes);
    expect(JSON.stringify(now.documents.valuesOf('orchard'))).toBe(JSON.stringify(plain.documents.valuesOf('orchard')));
  });

  it('knows the states between which a branch goes back and forth, and few others', async () => {
    const cwd = writeFolder(parts);
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    const states = ['type: string\n', 'type: number\n', 'type: boolean\n', 'type: integer\n'];
    for (const text of states) {
      writeFileSync(join(cwd, 'Tree.yaml'), text);
      await load(source, cwd, folder);
    }
    const parsed: boolean[] = [];
    for (const text of states.toReversed()) {
      writeFileSync(join(cwd, 'Tree.yaml'), text);
      parsed.push((await load(source, cwd, folder)).parsed);
    }
    expect(parsed).toEqual([false, false, false, true]);
    expect(filesOf(folder, 'spec-').filter((file) => file.endsWith('.index'))).toHaveLength(3);
  });

  it('knows the spec of a folder that was moved or copied', async () => {
    const cwd = writeFolder(parts);
    const folder = emptyFolder();
    const cold = await load(fileSource(join(cwd, 'orchard.yaml')), cwd, folder);
    const moved = `${writeFolder({})}/moved`;
    renameSync(cwd, moved);
    const warm = await load(fileSource(join(moved, 'orchard.yaml')), moved, folder);
    expect(warm.parsed).toBe(false);
    expect(warm.index).toStrictEqual(cold.index);
    expect(warm.documents.readText('Tree.yaml')).toBe(parts['Tree.yaml']);
    const copy = writeFolder({});
    cpSync(moved, copy, { recursive: true });
    expect((await load(fileSource(join(copy, 'orchard.yaml')), copy, folder)).parsed).toBe(false);
  });

  it('keeps nothing of a spec that names places of one disk', async () => {
    const cwd = writeFolder({ 'Tree.yaml': 'type: object\n' });
    const url = pathToFileURL(join(cwd, 'Tree.yaml')).href;
    const text = `openapi: 3.1.0\npaths: { /trees: { get: {} } }\ncomponents: { schemas: { Tree: { $ref: '${url}' } } }\n`;
    writeFileSync(join(cwd, 'orchard.yaml'), text);
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    await load(source, cwd, folder);
    expect((await load(source, cwd, folder)).parsed).toBe(true);
  });

  it.each([
    ['numbers without end', 'x-most: .inf'],
    ['an alias that leads round', 'x-tree: &tree { branch: *tree }'],
    ['aliases that unfold to more than memory holds', unfolding()],
  ])('keeps nothing of a spec that JSON cannot hold: %s', async (_, line) => {
    const cwd = writeFolder({ 'orchard.yaml': `openapi: 3.1.0\npaths: { /trees: { get: {} } }\n${line}\n` });
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    const cold = await load(source, cwd, folder);
    const warm = await load(source, cwd, folder);
    expect(warm.parsed).toBe(true);
    expect(warm.index).toEqual(cold.index);
    expect(keysOf(warm)).toEqual(['orchard GET /trees']);
  });

  it('goes by what a URL answers, never by its name', async () => {
    let answer = 'openapi: 3.1.0\npaths: { /trees: { get: {} } }\n';
    const server = createServer((_, response) => void response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const source = fileSource(`http://127.0.0.1:${port}/orchard.yaml`, { kind: 'url' });
    const folder = emptyFolder();
    const cold = await load(source, folder, folder);
    const warm = await load(source, folder, folder);
    expect([cold.parsed, warm.parsed]).toEqual([true, false]);
    expect(warm.index).toStrictEqual(cold.index);
    expect(warm.documents.readText(source.location)).toBe(answer);
    answer = answer.replace('/trees', '/fruits');
    expect(keysOf(await load(source, folder, folder))).toEqual(['orchard GET /fruits']);
  });

  it('goes by what a revision of git holds, never by its name', async () => {
    const cwd = writeFolder(parts);
    const git = (...given: readonly string[]) =>
      execFileSync('git', ['-C', cwd, '-c', 'user.name=Ada', '-c', 'user.email=ada@orchard.example', ...given]);
    const commit = () => {
      git('add', '.');
      git('-c', 'commit.gpgsign=false', 'commit', '--quiet', '-m', 'Plant');
    };
    git('init', '--quiet', '--initial-branch=main');
    commit();
    const source = fileSource('git:main:orchard.yaml', { kind: 'git' });
    const folder = emptyFolder();
    const cold = await load(source, cwd, folder);
    const warm = await load(source, cwd, folder);
    expect([cold.parsed, warm.parsed]).toEqual([true, false]);
    expect(warm.index).toStrictEqual(cold.index);
    writeFileSync(join(cwd, 'orchard.yaml'), parts['orchard.yaml'].replace('/trees:', '/orchards:'));
    commit();
    expect(keysOf(await load(source, cwd, folder))).toContain('orchard GET /orchards');
  });

  it('is told by the same failure of a spec that is broken, however often', async () => {
    const cwd = writeFolder({ 'orchard.yaml': 'openapi: 3.1.0\npaths: { /trees: { $ref: gone.yaml } }\n' });
    const folder = emptyFolder();
    const source = fileSource(join(cwd, 'orchard.yaml'));
    const failures = [1, 2].map(() => load(source, cwd, folder).catch(String));
    expect(await Promise.all(failures)).toEqual([
      'UserError: The spec `orchard.yaml` refers to `gone.yaml`, which is not there.',
      'UserError: The spec `orchard.yaml` refers to `gone.yaml`, which is not there.',
    ]);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['garbage', () => Buffer.from([0, 1, 2, 255, 10, 13])],
    ['one letter off', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/o/g, 'u'), 'latin1')],
  ])('reads a spec again whose files in the cache are %s', async (_, spoil) => {
    const cwd = writeOrchard();
    const { report } = await lint({ cwd });
    const folder = emptyFolder();
    await lintCached({ cwd }, folder);
    for (const path of filesOf(folder, 'spec-')) {
      const whole = readFileSync(path);
      writeFileSync(path, spoil(whole));
      const run = await lintCached({ cwd }, folder);
      expect(run.indexed).toHaveLength(1);
      expect(run.report).toEqual(report);
      expect((await lintCached({ cwd }, folder)).indexed).toEqual([]);
    }
  });

  it('does without a file of the cache that is gone, and takes nothing of another version', async () => {
    const cwd = writeOrchard();
    const folder = emptyFolder();
    await lintCached({ cwd }, folder);
    rmSync(filesOf(folder, 'spec-').find((file) => file.endsWith('.0')) ?? '');
    expect((await lintCached({ cwd }, folder)).indexed).toHaveLength(1);
    expect((await lintCached({ cwd }, folder, { version: '2' })).indexed).toHaveLength(1);
    expect((await lintCached({ cwd }, folder, { version: '2' })).indexed).toEqual([]);
  });

  it('gives the lines of findings as they are in the file', async () => {
    const cwd = writeOrchard();
    const path = join(cwd, 'openapi.yaml');
    writeFileSync(path, `# Trees\n\n${readFileSync(path, 'utf8')}`);
    mkdirSync(dirname(join(cwd, 'guides/x')), { recursive: true });
    writeFileSync(join(cwd, 'guides/trees.mdx'), '# Trees\n\nCall `PUT /orchards`.\n');
    const folder = emptyFolder();
    await lintCached({ cwd }, folder);
    const warm = await lintCached({ cwd }, folder);
    expect(warm.report.findings.map(({ spec }) => spec?.line)).toEqual(
      (await lint({ cwd })).report.findings.map(({ spec }) => spec?.line),
    );
    expect(warm.report.findings.some(({ spec }) => spec?.line !== undefined)).toBe(true);
  });
});

/** Ten in each of ten in each of … */
function unfolding(): string {
  const lines = ['x-0: &a0 [tree]'];
  for (let i = 1; i < 12; i++)
    lines.push(`x-${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  return lines.join('\n');
}
