import type { Nodes, Paragraph, Parent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { defineExtractor, type PageContext } from '../extractor.ts';
import { addFieldList } from '../fields/field-list.ts';
import { type ReadItem, readEntry } from '../fields/list-items.ts';
import { surroundingsOf } from '../fields/setting.ts';
import { flattenPhrase } from '../phrase/phrase.ts';
import { rendersNothing } from '../renders-nothing.ts';

/** Definition lists of fields: `<dl>`, and a term with its definition behind a colon on the next line, as PHP Markdown Extra has it. */
export const definitionLists = defineExtractor({
  id: 'definition-lists',
  nodes: ['paragraph', 'mdxJsxFlowElement'],
  extract(node, page) {
    const items = node.type === 'paragraph' ? itemsFrom(node, page) : itemsOf(node, page);
    if (items.length > 0) addFieldList(items, { block: page.spanOf(node).start, around: surroundingsOf(page) }, page);
  },
});

/** The terms of the list that this paragraph begins; each is a paragraph of its own. */
function itemsFrom(first: Paragraph, page: PageContext): readonly ReadItem[] {
  const around = page.ancestors.at(-1);
  if (!around || !isTerm(first)) return [];
  const { node, index } = around;
  if (node.children[index] !== first || isTerm(shownBefore(node, index))) return [];
  const after = node.children.slice(index).filter((child) => !rendersNothing(child));
  const end = after.findIndex((child) => !isTerm(child));
  return after.slice(0, end < 0 ? undefined : end).flatMap((child) => {
    if (child.type !== 'paragraph') return [];
    const phrase = flattenPhrase(child.children, page);
    return [readEntry(phrase, phrase.text.indexOf('\n'))];
  });
}

function shownBefore({ children }: Parent, index: number): Nodes | undefined {
  for (let before = index - 1; before >= 0; before -= 1) {
    const child = children[before];
    if (child && !rendersNothing(child)) return child;
  }
  return undefined;
}

/** One line, and a colon at the start of the second. */
function isTerm(node: Nodes | undefined): boolean {
  if (node?.type !== 'paragraph') return false;
  const breaks = node.children.slice(0, 3).findIndex((child) => child.type === 'text' && child.value.includes('\n'));
  const text = node.children[breaks];
  return text?.type === 'text' && /^[^\n]*\n:[ \t]/.test(text.value);
}

/** Each `<dt>` of a `<dl>` with the `<dd>` behind it. */
function itemsOf(node: MdxJsxFlowElement, page: PageContext): readonly ReadItem[] {
  if (node.name !== 'dl') return [];
  const children = node.children.flatMap((child): readonly Nodes[] =>
    child.type === 'paragraph' ? child.children : [child],
  );
  const parts = children.filter((child) => isPart(child, 'dt') || isPart(child, 'dd'));
  return parts.flatMap((term, index) => {
    if (!isPart(term, 'dt')) return [];
    const name = flattenPhrase([term], page);
    const next = parts[index + 1];
    const whole = next && isPart(next, 'dd') ? flattenPhrase([term, breakBefore(next), next], page) : name;
    return [readEntry(whole, name.text.length)];
  });
}

function isPart(node: Nodes, name: 'dt' | 'dd'): boolean {
  return (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name === name;
}

/** The two are shown as two lines, so that their words do not run together. */
function breakBefore({ position }: Nodes): Nodes {
  return { type: 'break', ...(position && { position }) };
}
