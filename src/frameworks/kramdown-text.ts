import type { Nodes, Text } from 'mdast';
import { spanAttributes } from './kramdown-attributes.ts';
import { decodeReferences, rangeOf } from './python-markdown-source.ts';

/** A document, and where the text of its heading ends. */
export interface HeadingSource {
  readonly source: string;
  readonly textEnd: number;
}

/** Escapes of `parser/gfm.rb`, and hyphens that `typographic_symbol.rb` turns into dashes. */
const pieces = /\\([\\.*_+`<>()[\]{}#!:|"'$=\-~])|-{2,3}/g;

/**
 * `update_raw_text` of `kramdown/parser/gfm.rb`: text, code and character references. Images, footnotes and comments
 * leave nothing. Dashes and quotes that kramdown makes of `--` and `"` are dropped by the slug, so they go here.
 */
export function rawText(nodes: readonly Nodes[], heading: HeadingSource): string {
  return nodes.map((node, index) => flatten(node, nodes[index - 1], heading)).join('');
}

/** Whether an element inside of the heading is given an id, which nothing but the rendered page has. */
export function hasSpanId(nodes: readonly Nodes[], heading: HeadingSource): boolean {
  return nodes.some((node, index) => {
    if ('children' in node) return hasSpanId(node.children, heading);
    return node.type === 'text' && attributesBefore(node, nodes[index - 1], heading)?.id !== undefined;
  });
}

function flatten(node: Nodes, before: Nodes | undefined, heading: HeadingSource): string {
  if ('children' in node) return rawText(node.children, heading);
  if (node.type === 'inlineCode') return node.value;
  if (node.type !== 'text') return '';
  const { start, end } = rangeOf(node);
  const from = attributesBefore(node, before, heading)?.end ?? start;
  const written = heading.source.slice(from, Math.min(end, heading.textEnd));
  return decodeReferences(written.replace(pieces, (_, escaped?: string) => escaped ?? ''));
}

function attributesBefore(node: Text, before: Nodes | undefined, { source }: HeadingSource) {
  if (before === undefined || before.type === 'text' || before.type === 'html') return undefined;
  const { start, end } = rangeOf(node);
  return spanAttributes(source.slice(0, end), start);
}
