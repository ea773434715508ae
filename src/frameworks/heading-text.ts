import type { Heading } from 'mdast';

/** As much of an mdast node as its text needs, MDX nodes included. */
interface TextNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly TextNode[];
}

const commentsOnly = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;

/**
 * All text below a heading, as Fumadocs' `flattenNode` reads it: code, link texts, children of JSX, and the source text
 * of expressions and comments; an image gives nothing. Raw HTML counts only where `html` says so.
 */
export function headingText(heading: Heading, options: { readonly html: boolean }): string {
  return heading.children.map((child) => flatten(child, options.html)).join('');
}

/** Whether the heading holds an expression which only rendering can evaluate; a comment is none. */
export function hasExpression(heading: Heading): boolean {
  return heading.children.some(isExpression);
}

function flatten(node: TextNode, html: boolean): string {
  if (node.children) return node.children.map((child) => flatten(child, html)).join('');
  if (node.type === 'html' && !html) return '';
  return node.value ?? '';
}

function isExpression(node: TextNode): boolean {
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') {
    return !commentsOnly.test(node.value ?? '');
  }
  return node.children?.some(isExpression) ?? false;
}
