import type { Nodes, Parent } from 'mdast';

/** The targets of a document's link definitions by identifier; of two with one name, the first counts. */
export function definitionsIn(tree: Nodes | Parent, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if ('identifier' in tree && tree.type === 'definition' && !found.has(tree.identifier))
    found.set(tree.identifier, tree.url);
  if ('children' in tree) for (const child of tree.children) definitionsIn(child, found);
  return found;
}
