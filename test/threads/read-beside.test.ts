import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { extractPages } from '../../src/extract/extract-pages.ts';
import { createExtractorTimes } from '../../src/extract/extractor-times.ts';
import type { FreshPage } from '../../src/extract/fresh-page.ts';
import type { ReadingAids } from '../../src/extract/read-ahead.ts';
import { openReader, type PageText } from '../../src/extract/read-page.ts';
import { frameworkOf, frameworks } from '../../src/frameworks/index.ts';
import { batchesOf } from '../../src/threads/batches.ts';
import { nestsDeeply } from '../../src/threads/nests-deeply.ts';
import { BREAK_EVEN, BREAK_EVEN_OF_TWO, openThreads, threadsFor } from '../../src/threads/open-threads.ts';
import { readBeside } from '../../src/threads/read-beside.ts';
import type { startWorker } from '../../src/threads/start-worker.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const options = { engine: 'fast', components: {}, hedges: ['to be grafted'] } as const;
const framework = frameworkOf('mintlify');

describe('threads', () => {
  it('read what the main thread reads, of all fixtures', { timeout: 60_000 }, async () => {
    const pages = fixturePages();
    const read = await readAll(pages, 2, { ...(await aids()), readHere: slowly(await readerHere()) });
    const here = await readerHere();
    const byThreads = read.filter(({ json }) => json !== undefined);
    expect(byThreads.length).toBeGreaterThan(pages.length / 2);
    for (const [index, page] of pages.entries())
      expect(JSON.stringify(read[index]?.page)).toBe(JSON.stringify((await here(page)).page));
  });

  it('find the secrets of their pages, and add up the time of their extractors', async () => {
    const key = 'AKIAQYLPMN5HHHFPZAM2';
    const times = createExtractorTimes();
    const text = `# Keys\n\nThe key is ${key}.\n`;
    const pages = named(['# Trees', text, '# Oaks', text, '# Elms', text, '# Limes', text]);
    const readHere = slowly(await readerHere());
    const read = await readAll(pages, 1, { options, readHere, times });
    expect(read.map(({ secrets }) => secrets?.map(({ value }) => value))).toEqual(
      pages.map((page) => (page.text === text ? [key] : [])),
    );
    expect([...times.take().keys()]).toContain('headings');
  });

  it('leave to the main thread what is nested so deeply that the room of a thread decides', async () => {
    const deep = ['>'.repeat(400), '<b>'.repeat(400), '('.repeat(400), ' '.repeat(400), '*'.repeat(400)];
    expect(deep.filter((text) => !nestsDeeply(`# Trees\n\n${text} GET /trees`))).toEqual([]);
    const flat = ['> '.repeat(40), '<b>oak</b>'.repeat(400), '(a) [b] {c} '.repeat(400), '<br/>'.repeat(400)];
    expect(flat.filter((text) => nestsDeeply(`# Trees\n\n${text} GET /trees`))).toEqual([]);
    const pages = named(Array.from({ length: 12 }, (_, index) => `${'>'.repeat(index % 2 ? 1 : 400)} GET /trees`));
    const read = await readAll(pages, 1, { ...(await aids()), readHere: slowly(await readerHere()) });
    const byThreads = read.flatMap(({ json }, index) => (json === undefined ? [] : [index % 2]));
    expect(new Set(byThreads)).toEqual(new Set([1]));
    expect(new Set(read.map(({ page }) => page.mentions.length))).toEqual(new Set([1]));
  });
});

describe('a thread that is lost', () => {
  const pages = named(Array.from({ length: 40 }, (_, index) => `# Tree ${index}`));
  const titles = pages.map((_, index) => `Tree ${index}`);

  const dying =
    (after: number): typeof startWorker =>
    (_, { lost }) => {
      setTimeout(lost, after);
      return { send: () => undefined, end: () => undefined };
    };

  it.each([
    ['never starts', () => undefined],
    ['dies at once', dying(0)],
    ['dies when nobody is left to read', dying(200)],
  ] satisfies [string, typeof startWorker][])('loses no page: it %s', async (_, start) => {
    const read = await readAll(pages, 3, { ...(await aids()), start });
    expect(read.map(({ page }) => page.title)).toEqual(titles);
  });

  it('loses no page where its options cannot be sent', async () => {
    const Trees = { kind: 'operation', sent: () => undefined };
    const components: ReadingAids['options']['components'] = { Trees: JSON.parse(JSON.stringify(Trees)) };
    Object.assign(components.Trees ?? {}, Trees);
    const read = await readAll(pages, 2, { ...(await aids()), options: { ...options, components } });
    expect(read.map(({ page }) => page.title)).toEqual(titles);
  });
});

describe('a page that cannot be read', () => {
  it.each([undefined, 1, 4])('is told as the first of them, with %s threads', async (threads) => {
    const files = Array.from({ length: 12 }, (_, index) => `tree-${index}.mdx`);
    const sources = files.map((file) => ({
      file,
      path: `/orchard/${file}`,
      snippet: false,
      framework,
      root: '/orchard',
      project: '/orchard',
    }));
    const readText = (path: string) => {
      if (/-[57]\./.test(path)) throw new Error('a worm is in it');
      return '# Tree';
    };
    const run = extractPages(sources, options, {
      readText,
      threads: threads === undefined ? undefined : openThreads(threads),
    });
    await expect(run).rejects.toMatchObject({
      code: 'page-unreadable',
      message: expect.stringContaining('The page `tree-5.mdx` '),
    });
  });
});

describe('the number of threads', () => {
  it.each([
    [BREAK_EVEN - 1, 8, 0],
    [BREAK_EVEN, 1, 0],
    [BREAK_EVEN, 2, 0],
    [BREAK_EVEN, 3, 1],
    [BREAK_EVEN, 4, 2],
    [BREAK_EVEN_OF_TWO, 2, 1],
    [BREAK_EVEN_OF_TWO, 1, 0],
    [BREAK_EVEN, 64, 4],
  ])('for %d characters and %d processors is %d', (size, processors, threads) => {
    expect(threadsFor(size, processors)).toBe(threads);
  });

  it('is one less than there are batches, which hold all pages in their order', () => {
    const pages = named(['a'.repeat(90), 'b', 'c', 'd'.repeat(70_000), 'e'.repeat(70_000), 'f', 'g']);
    expect(batchesOf(pages, 2).flat()).toEqual(pages);
    expect(batchesOf(pages, 2).map((batch) => batch.length)).toEqual([4, 1, 2]);
    expect(batchesOf([], 2)).toEqual([]);
  });
});

async function readAll(
  pages: readonly PageText[],
  threads: number,
  given: Parameters<typeof readBeside>[2],
): Promise<readonly FreshPage[]> {
  const ahead = readBeside(pages, threads, given);
  const read = await Promise.all(pages.map(ahead.read));
  ahead.end();
  return read;
}

async function aids(): Promise<ReadingAids> {
  return { options, readHere: await readerHere(), times: undefined };
}

async function readerHere(): Promise<ReadingAids['readHere']> {
  const read = await openReader(options);
  return async (page) => ({ page: await read(page) });
}

/** So that threads start before everything is read. */
function slowly(readHere: ReadingAids['readHere']): ReadingAids['readHere'] {
  return async (page) => {
    await pause(500);
    return readHere(page);
  };
}

function named(texts: readonly string[]): readonly PageText[] {
  return texts.map((text, index) => ({ file: `tree-${index}.md`, text, framework }));
}

function fixturePages(): readonly PageText[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .sort()
    .map((file, index) => ({
      file: file.replaceAll('\\', '/'),
      text: readFileSync(join(fixtures, file), 'utf8'),
      framework: frameworks[index % frameworks.length] ?? framework,
      facts: { version: '3.1.0' },
    }));
}
