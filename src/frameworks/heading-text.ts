import type { Heading } from 'mdast';
import { CONTINUE, EXIT, visit } from 'unist-util-visit';

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
  let found = false;
  visit(heading, ['mdxTextExpression', 'mdxFlowExpression'], (node) => {
    found = 'value' in node && !commentsOnly.test(String(node.value));
    return found ? EXIT : CONTINUE;
  });
  return found;
}

function flatten(node: TextNode, html: boolean): string {
  if (node.children) return node.children.map((child) => flatten(child, html)).join('');
  if (node.type === 'html' && !html) return '';
  return node.value ?? '';
}
