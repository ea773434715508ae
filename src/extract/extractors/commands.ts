import type { Code, Heading, Nodes, Paragraph, Table } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Stance } from '../../model.ts';
import { addInlineCalls } from '../command/add-inline-calls.ts';
import { mayCall, readCalls } from '../command/read-calls.ts';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { liftCode, offsetsOf } from '../lift.ts';
import { flattenPhrase } from '../phrase/phrase.ts';
import { isPastHeading } from '../phrase/stance.ts';
import { isPhrasing } from './phrases.ts';
import { pastColumns, REFUSED } from './tables.ts';

/** Calls of configured command line programs: in fences, and in code in sentences, headings and tables. */
export const commands = defineExtractor({
  id: 'commands',
  nodes: ['code', 'heading', 'mdxJsxFlowElement', 'paragraph', 'table'],
  extract(node, page) {
    if (page.programs.length === 0 || !mayCall(textOf(node, page), page.programs)) return;
    if (node.type === 'code') addSample(node, page);
    else if (node.type === 'table') addTable(node, page);
    else addPhrase(node, page);
  },
});

function textOf(node: Nodes, { doc }: PageContext): string {
  const { start, end } = offsetsOf(node);
  return doc.text.slice(start, end);
}

function addSample(node: Code, page: PageContext): void {
  if (/\boutput\b/i.test(node.meta ?? '')) return;
  const calls = readCalls(liftCode(node, page.doc), (node.lang ?? '').toLowerCase(), page.programs);
  const around = calls.length > 0 ? stanceAround(node, page) : 'claim';
  for (const { stance, ...call } of calls)
    page.command({ source: 'shell', ...call, stance: stance === 'claim' ? around : stance });
}

/** What the lead-in of a fence and the titles of the tabs around it say of all that it shows. */
function stanceAround({ meta }: Code, page: PageContext): Stance {
  const titles = page.around.flatMap((element) => (element.type === 'mdxJsxFlowElement' ? titlesOf(element) : []));
  return [meta ?? '', ...titles].some(isPastHeading) ? 'historical' : stanceAbove(page);
}

function titlesOf({ attributes }: MdxJsxFlowElement): readonly string[] {
  return attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && TITLES.test(attribute.name) && typeof attribute.value === 'string'
      ? [attribute.value]
      : [],
  );
}

const TITLES = /^(?:title|label|value|name|header)$/;

/** "Do not run:", and not "if you do not have a project yet:". */
const DENYING =
  /(?:(?:\bnot|n['’]t|\bnever|\bno longer)\s+(?:\w+\s+)?(?:run|use|call|type|write|works?|exists?|execute|invoke|try)|\b(?:instead of|rather than|avoid|wrong|incorrect))\b[^.;]{0,60}:\s*$/i;
/** "In version 1 you ran:", "Previously:". */
const PAST =
  /\b(?:previously|formerly|used to|in the past|legacy|old(?:er)?|deprecated|(?:before|until|prior to) (?:version |v)\d[\w.]*|in (?:version |v)\d[\w.]*\b[^.;:]{0,30}\b(?:was|were|ran|used|called|typed|looked))\b[^.;]{0,60}:\s*$/i;

/** What a lead-in says of the fence below it. Its words deny more than a sentence around the command would. */
function stanceAbove(page: PageContext): Stance {
  const { above } = page;
  const lead = above?.type === 'paragraph' ? textOf(above, page).slice(-300) : '';
  if (DENYING.test(lead)) return 'negated';
  return PAST.test(lead) ? 'historical' : 'claim';
}

function addPhrase(node: Heading | MdxJsxFlowElement | Paragraph, page: PageContext): void {
  // The fast engine has no paragraph where a line holds one element alone.
  if (node.type === 'mdxJsxFlowElement' && !node.children.some(isPhrasing)) return;
  const phrase = flattenPhrase(node.type === 'mdxJsxFlowElement' ? [node] : node.children, page);
  addInlineCalls(phrase, { source: node.type === 'heading' ? 'heading' : 'inline-code' }, page);
}

function addTable(table: Table, page: PageContext): void {
  const [head = [], ...rows] = table.children.map((row) =>
    row.children.map((cell) => flattenPhrase(cell.children, page)),
  );
  const past = pastColumns(head);
  for (const row of [head, ...rows]) {
    const refused = row.some((cell) => REFUSED.test(cell.text));
    for (const [column, cell] of row.entries()) {
      const stance = refused ? ('negated' as const) : past.has(column) ? ('historical' as const) : undefined;
      const titled = /\b(?:commands?|CLI|usage|examples?|run)\b/i.test(head[column]?.text ?? '');
      addInlineCalls(cell, { source: 'table', certain: titled, ...(stance && { stance }) }, page);
    }
  }
}
