import type { Nodes } from 'mdast';

/** Comments, imports and definitions render nothing, so that what stands above them is next to what stands below. */
export function rendersNothing(node: Nodes): boolean {
  if (node.type === 'mdxjsEsm' || node.type === 'definition') return true;
  if (node.type === 'html') return node.value.startsWith('<!--');
  return node.type === 'mdxFlowExpression' && node.value.trimStart().startsWith('/*');
}
