import type { Heading, Node } from 'mdast';
import type { HeadingId } from './framework.ts';

/** As much of an mdast node as its text needs, MDX nodes included. */
interface TextNode extends Pick<Node, 'position'> {
  readonly type: string;
  readonly value?: string;
  readonly alt?: string | null;
  readonly children?: readonly TextNode[];
}

/** What counts as text besides text, code and the children of links, emphasis and JSX; nothing unless it is said here. */
export interface TextMode {
  /** Raw HTML, as it is written. */
  readonly html: 'none' | 'source';
  /** Expressions and comments of MDX, as they are written; left out unless said. */
  readonly expressions?: 'none' | 'source';
  /** The alternative text of an image. */
  readonly alt?: boolean;
  /** Applied to each piece of text, but not to code; the node tells where it stands. */
  readonly rewrite?: (text: string, node: Pick<Node, 'position'>) => string;
}

const commentsOnly = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;

/** All text below a heading, joined as the framework's own flattening joins it. */
export function headingText(heading: Heading, mode: TextMode): string {
  return heading.children.map((child) => flatten(child, mode)).join('');
}

/** Whether the heading holds an expression which only rendering can evaluate; a comment is none. */
export function hasExpression(heading: Heading): boolean {
  return heading.children.some(isExpression);
}

function isExpression({ type, value = '', children = [] }: TextNode): boolean {
  if (type === 'mdxTextExpression' || type === 'mdxFlowExpression') return !commentsOnly.test(value);
  return children.some(isExpression);
}

/** An id that is empty cannot be linked to. */
export function headingId(id: string): HeadingId {
  return id === '' ? { kind: 'none' } : { kind: 'heading', id };
}

function flatten(node: TextNode, mode: TextMode): string {
  if (node.children) return node.children.map((child) => flatten(child, mode)).join('');
  switch (node.type) {
    case 'html':
      return mode.html === 'source' ? (node.value ?? '') : '';
    case 'mdxTextExpression':
    case 'mdxFlowExpression':
      return mode.expressions === 'none' ? '' : (node.value ?? '');
    case 'image':
      return mode.alt === true ? (node.alt ?? '') : '';
    case 'text':
      return mode.rewrite ? mode.rewrite(node.value ?? '', node) : (node.value ?? '');
    default:
      return node.value ?? '';
  }
}

/** All text below an element, as `headingText` takes it. */
export function childrenText({ children }: { readonly children: readonly TextNode[] }, mode: TextMode): string {
  return children.map((child) => flatten(child, mode)).join('');
}

/** `[#id]` at the end of a last child that is text (`remark-heading.js` of Fumadocs, `remark-custom-heading-id.js` of Nextra). */
export function bracketedId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === 'text' ? /\[#([\s\S]+?)\]\s*$/.exec(last.value)?.[1] : undefined;
}
