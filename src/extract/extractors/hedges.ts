import type { Code, Table } from 'mdast';
import type { Span } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { type FoundHedge, findHedges, mayHoldHedge } from '../hedges/find-hedges.ts';
import { definedWords } from '../hedges/open-words.ts';
import { commentsIn } from '../hedges/sample-comments.ts';
import type { Unit } from '../hedges/unit.ts';
import { holdsValues } from '../hedges/value-columns.ts';
import { liftCode, offsetsOf } from '../lift.ts';
import { flattenPhrase } from '../phrase/phrase.ts';
import { sentenceAround } from '../phrase/stance.ts';
import { isPhrasing } from './phrases.ts';

/** Words by which a writer says that something was not verified: in prose, tables and the comments of samples. */
export const hedges = defineExtractor({
  id: 'hedges',
  nodes: ['code', 'heading', 'mdxJsxFlowElement', 'paragraph', 'table'],
  extract(node, page) {
    const { start, end } = offsetsOf(node);
    if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
    if (!mayHoldHedge(page.doc.text.slice(start, end), page.ownHedges)) return;
    if (node.type === 'code') return addFromSample(node, page);
    if (node.type === 'table') return addFromTable(node, page);
    const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
    const unit: Unit = { phrase, form: node.type === 'heading' ? 'heading' : 'prose', defined: definedOn(page) };
    add(unit, [page.spanOf(node), ...itemAround(page)], page);
  },
});

function addFromTable(node: Table, page: PageContext): void {
  const rows = node.children.map((row) => row.children.map((cell) => flattenPhrase(cell.children, page)));
  for (const [index, row] of node.children.entries()) {
    for (const [column, phrase] of (rows[index] ?? []).entries()) {
      if (!mayHoldHedge(phrase.text, page.ownHedges)) continue;
      const unit: Unit = { phrase, form: 'cell', holdsValues: holdsValues(rows, column), defined: definedOn(page) };
      add(unit, [page.spanOf(row)], page);
    }
  }
}

function addFromSample(node: Code, page: PageContext): void {
  const code = liftCode(node, page.doc);
  for (const { text, trailing, reach } of commentsIn(code, (node.lang ?? '').toLowerCase())) {
    if (!mayHoldHedge(text.text, page.ownHedges)) continue;
    const phrase = { ...text, codes: [], links: [], deletions: [] };
    const around = [spanOf(code, reach.start, reach.end), page.spanOf(node)];
    add({ phrase, form: 'comment', trailing, defined: definedOn(page) }, around, page);
  }
}

/** By page: only those that hold a hint are asked. */
const definitions = new WeakMap<PageContext, ReadonlySet<string>>();

function definedOn(page: PageContext): ReadonlySet<string> {
  const known = definitions.get(page) ?? definedWords(page.text);
  definitions.set(page, known);
  return known;
}

/** Plans leave open what nobody has built; lists of words and tasks say what the words mean. */
const OPEN_BY_NATURE =
  /\b(?:roadmap|coming soon|upcoming|planned|future|what['’]s next|backlog|open questions|glossary|abbreviations|acronyms|terminology|to-?do)\b/i;

function add(unit: Unit, around: readonly Span[], page: PageContext): void {
  const isOpen = [page.title ?? '', ...page.outline.map(({ text }) => text)].some((text) => OPEN_BY_NATURE.test(text));
  for (const hedge of findHedges(unit, page.ownHedges)) {
    if (isOpen && hedge.says === 'unfinished') continue;
    page.hedge({
      span: spanOf(unit.phrase, hedge.start, hedge.end),
      text: hedge.words,
      says: hedge.says,
      certain: hedge.certain,
      around: unit.form === 'comment' ? around : [sentenceOf(hedge, unit), ...around],
    });
  }
}

function sentenceOf(hedge: FoundHedge, { phrase }: Unit): Span {
  const [start, end] = sentenceAround(phrase, hedge);
  return spanOf(phrase, start, end);
}

/** The innermost list item that the current block stands in. */
function itemAround(page: PageContext): readonly Span[] {
  const position = page.ancestors.findLast(({ node }) => node.type === 'listItem')?.node.position;
  if (position === undefined) return [];
  return [spanOf(page.doc, position.start.offset ?? 0, position.end.offset ?? 0)];
}
