import type { Heading, Nodes, Text } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { type AttributeList, attributesAt, trailingAttributes } from './python-markdown-attributes.ts';
import type { PythonMarkdown } from './python-markdown-options.ts';
import { contentOf, decodeReferences, rangeOf } from './python-markdown-source.ts';

/** What Python-Markdown makes of a heading. */
export interface PythonHeading {
  /** What its `toc` extension hands to the slug function. */
  readonly title: string;
  /** The id of its attribute list. */
  readonly id: string | undefined;
}

interface Reader {
  readonly source: string;
  readonly markdown: PythonMarkdown;
  /** Where the attribute list of the heading starts: nothing from there on is text. */
  readonly end: number;
}

/** ESCAPED_CHARS of `markdown/core.py`: fewer than CommonMark's, `\<` keeps its backslash. */
const escapes = /\\([\\`*_{}[\]()>#+\-.!])/;
/** HTML_RE of `markdown/inlinepatterns.py`, which takes `<K, V>` for a tag, but `<K\>` not: escapes come first. */
const tag = /<\/?[a-z][^<>@ ]*(?: [^<>]*)?(?<!\\)>/;
/** An icon of Material for MkDocs, and its attribute list. */
const icon = /:(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^{}\n]*\})?/;
const entity = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);/;
const pieces = new RegExp(`${escapes.source}|${tag.source}|${icon.source}|${entity.source}|&|-{2,}`, 'gi');
const opaque = new RegExp(`${escapes.source}|${tag.source}`, 'gi');

/**
 * `render_inner_html` and `strip_tags` of `markdown/extensions/toc.py`: tags go and white space collapses while
 * character references are still encoded, so `&nbsp;` outlives it.
 */
export function readHeading(heading: Heading, source: string, markdown: PythonMarkdown): PythonHeading {
  const own = markdown.attributeLists ? ownAttributes(heading, source) : undefined;
  const reader: Reader = { source, markdown, end: own?.start ?? contentOf(heading).end };
  const html = flattenAll(heading.children, reader);
  return { title: decodeReferences(html.replace(/[^\S\ufeff]+/g, ' ').trim()), id: own?.id };
}

/** Whether an element inside of the heading is given an id, which nothing but the rendered page has. */
export function hasInnerId(heading: Heading, source: string): boolean {
  let found = false;
  visit(heading, 'text', (node, index, parent) => {
    found =
      isElement(parent?.children[(index ?? 0) - 1]) &&
      attributeListOf(node, source, rangeOf(node).end)?.id !== undefined;
    return found ? EXIT : undefined;
  });
  return found;
}

/** The list is looked for in the text after the last element of the heading, where escapes and tags are opaque. */
function ownAttributes(heading: Heading, source: string): { start: number; id: string | undefined } | undefined {
  const last = heading.children.findLastIndex(isElement);
  const tail = heading.children.slice(last + 1);
  const before = heading.children[last];
  const masked = tail.map((node) => mask(node, source)).join('');
  const from = endOfStars(masked);
  const list = trailingAttributes(masked.slice(from));
  return list && { start: (before ? rangeOf(before).end : contentOf(heading).start) + from + list.start, id: list.id };
}

function mask(node: Nodes, source: string): string {
  const { start, end } = rangeOf(node);
  if (node.type === 'html') return 'x'.repeat(end - start);
  return source.slice(start, end).replace(opaque, (piece) => 'x'.repeat(piece.length));
}

/** EMPHASIS_RE allows spaces inside: `* x *` is an element where CommonMark has text. Stars between spaces stay alone. */
function endOfStars(text: string): number {
  const stars = [...text.matchAll(/\*/g)]
    .map(({ index }) => index)
    .filter((index) => /\S/.test(text.charAt(index - 1)) || /\S/.test(text.charAt(index + 1)));
  const closing = stars[stars.length - 1 - (stars.length % 2)];
  return closing === undefined ? 0 : closing + 1;
}

function isElement(node: Nodes | undefined): boolean {
  return node !== undefined && node.type !== 'text' && node.type !== 'html';
}

function flattenAll(nodes: readonly Nodes[], reader: Reader): string {
  return nodes.map((node, index) => flatten(node, nodes[index - 1], reader)).join('');
}

function flatten(node: Nodes, before: Nodes | undefined, reader: Reader): string {
  if ('children' in node) return flattenAll(node.children, reader);
  switch (node.type) {
    case 'text':
      return encodeText(node, before, reader);
    case 'inlineCode':
      return node.value.trim().replaceAll('&', '&amp;');
    case 'break':
      return '\n';
    case 'footnoteReference':
      // `remove_fnrefs`; without the extension `[^1]` is plain text.
      return reader.markdown.footnotes ? '' : (node.label ?? node.identifier);
    default:
      return '';
  }
}

/** The text as HTML: without the attribute list of the element before it, tags and icons, and with `&` encoded. */
function encodeText(node: Text, before: Nodes | undefined, { source, markdown, end }: Reader): string {
  const range = rangeOf(node);
  const stop = Math.min(range.end, end);
  const list = markdown.attributeLists && isElement(before) ? attributeListOf(node, source, stop) : undefined;
  return source.slice(list?.end ?? range.start, stop).replace(pieces, (piece, escaped?: string) => {
    if (escaped !== undefined) return escaped;
    if (piece === '&') return '&amp;';
    if (piece.startsWith('<')) return '';
    if (piece.startsWith(':')) return markdown.icons ? withoutIcon(piece, markdown) : piece;
    return piece.startsWith('-') && piece.length < 4 && markdown.smartDashes ? '' : piece;
  });
}

/** The attribute list that opens a text and belongs to the element before it. */
function attributeListOf(node: Text, source: string, stop: number): AttributeList | undefined {
  return attributesAt(source.slice(0, stop), rangeOf(node).start);
}

function withoutIcon(piece: string, { attributeLists }: PythonMarkdown): string {
  return attributeLists ? '' : piece.replace(/^:[^:]*:/, '');
}
