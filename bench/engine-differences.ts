import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { isRejection, openEngine, type Parse } from '../src/extract/engine.ts';
import { extractPage } from '../src/extract/extract-page.ts';
import type { Framework } from '../src/frameworks/framework.ts';
import { frameworkOf, isFrameworkId } from '../src/frameworks/index.ts';
import type { Page } from '../src/model.ts';
import { corpora } from './corpora.ts';

/** A page on disk and how its site reads it. */
export interface StoredPage {
  readonly corpus: string;
  /** Below the corpus, with forward slashes. */
  readonly file: string;
  readonly path: string;
  readonly framework: Framework;
}

/** Every Markdown file below a folder, sorted. */
export function pagesBelow(folder: string, corpus: string, framework: Framework): readonly StoredPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => ({ corpus, file: name.replaceAll(sep, '/'), path: join(folder, name), framework }))
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** Every Markdown file of the corpora, whether its site renders it or not. */
export function corpusPages(): readonly StoredPage[] {
  return corpora.flatMap(({ name, options }) => {
    const id = options.framework ?? 'github';
    return pagesBelow(options.cwd, name, frameworkOf(isFrameworkId(id) ? id : 'github'));
  });
}

export function readStored(page: StoredPage, parse: Parse): Page {
  const { file, path, framework } = page;
  return extractPage({
    file,
    text: readFileSync(path, 'utf8'),
    format: file.endsWith('.mdx') || framework.mdIsMdx ? 'mdx' : 'md',
    framework,
    components: framework.components,
    parse,
  });
}

/** A fact of a page that one engine gives and the other does not. */
export interface Difference {
  readonly engine: 'fast' | 'reference';
  readonly kind: string;
  readonly fact: unknown;
}

/** What the two engines do not agree on; the order of facts of one kind counts only where the facts are the same. */
export function compareFacts(fast: Page, reference: Page): readonly Difference[] {
  if (isDeepStrictEqual(fast, reference)) return [];
  const [ours, theirs] = [factsOf(fast), factsOf(reference)];
  const differences: Difference[] = [
    ...missingFrom(theirs, ours).map((entry) => ({ engine: 'fast' as const, ...entry })),
    ...missingFrom(ours, theirs).map((entry) => ({ engine: 'reference' as const, ...entry })),
  ];
  return differences.length > 0 ? differences : [{ engine: 'fast', kind: 'order', fact: fast.file }];
}

interface Fact {
  readonly kind: string;
  readonly fact: unknown;
}

function factsOf(page: Page): readonly Fact[] {
  return Object.entries(page).flatMap(([kind, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).map((fact: unknown) => ({ kind, fact })),
  );
}

function missingFrom(known: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  const seen = new Set(known.map((entry) => JSON.stringify(entry)));
  return facts.filter((entry) => !seen.has(JSON.stringify(entry)));
}

/** The parser of an engine with its fallback as one function. */
export async function wholeParser(engine: 'fast' | 'reference'): Promise<Parse> {
  const { parse, fallback } = await openEngine(engine);
  const other = await fallback?.();
  if (!other) return parse;
  return (text, format) => {
    try {
      return parse(text, format);
    } catch (error) {
      if (isRejection(error)) return other(text, format);
      throw error;
    }
  };
}
