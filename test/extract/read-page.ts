import { expect } from 'vitest';
import { wholeParser } from '../../bench/engine-differences.ts';
import { extractPage } from '../../src/extract/extract-page.ts';
import { frameworkOf } from '../../src/frameworks/index.ts';
import type { Directive, OperationMention, Page, Span } from '../../src/model.ts';
import { misplacedSpans } from './spans.ts';

const engines = { fast: await wholeParser('fast'), reference: await wholeParser('reference') };

interface Reading {
  readonly format?: 'md' | 'mdx';
  readonly framework?: 'docusaurus' | 'fumadocs' | 'github' | 'mintlify';
  readonly programs?: readonly string[];
}

/** Reads a page with both engines, which must agree on every fact, and checks that its spans hold what they claim. */
export function readPage(text: string, { format = 'md', framework: id = 'github', programs = [] }: Reading = {}): Page {
  const framework = frameworkOf(id);
  const input = { file: `guides/trees.${format}`, text, format, framework, components: framework.components, programs };
  const page = extractPage({ ...input, parse: engines.fast });
  expect(page).toEqual(extractPage({ ...input, parse: engines.reference }));
  expect(misplacedSpans(page, text)).toEqual([]);
  return page;
}

/**
 * The page's mentions, one a line: `METHOD target`, then what is unlike a certain claim in one piece: the characters
 * of the page that it covers, `unsure`, the stance, the operationId, the base path.
 */
export function mentionsIn(text: string, reading?: Reading): readonly string[] {
  return operationsIn(text, reading).map((mention) => describeMention(mention, text));
}

export function operationsIn(text: string, reading?: Reading): readonly OperationMention[] {
  return operationsOf(readPage(text, reading));
}

export function operationsOf({ mentions }: Page): readonly OperationMention[] {
  return mentions.filter((mention) => mention.kind === 'operation');
}

export function describeMention(mention: OperationMention, text: string): string {
  const { method, target, operationId, base, spec, certain, stance, span } = mention;
  const name = [method?.value, target?.text].filter((part) => part !== undefined).join(' ');
  const covered = cut(text, span);
  return [
    name,
    covered === name ? '' : `at «${covered}»`,
    certain ? '' : 'unsure',
    stance === 'claim' ? '' : stance,
    operationId === undefined ? '' : `id ${operationId}`,
    base === undefined ? '' : `below ${base.text}`,
    spec === undefined ? '' : `in ${spec}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** `kind [rules] «scope»`, and the reason. */
export function directivesIn(text: string, reading?: Reading): readonly string[] {
  return readPage(text, reading).directives.map((directive) => describeDirective(directive, text));
}

function describeDirective({ kind, rules, reason, scope }: Directive, text: string): string {
  return `${kind} [${rules.join(' ')}] «${cut(text, scope)}»${reason === undefined ? '' : ` because ${reason}`}`;
}

export function cut(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
