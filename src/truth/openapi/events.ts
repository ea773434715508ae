import type { SpecEvent } from '../../model.ts';
import { readBody } from './bodies.ts';
import { type DocumentMap, memberNodes, resolveMember, resolveNode, type SpecNode } from './resolve.ts';

/** What a document sends by itself, and what its operations promise to call back. */
export interface EventSources {
  readonly root: SpecNode;
  readonly operations: readonly SpecNode[];
  readonly documents: DocumentMap;
}

/** `webhooks` of OpenAPI 3.1, `x-webhooks` before it, and `callbacks`; equal names stay apart. */
export function readEvents({ root, operations, documents }: EventSources): readonly SpecEvent[] {
  const webhooks = ['webhooks', 'x-webhooks'].flatMap((key) =>
    entriesOf(root, key, documents).map(({ name, node }) => eventOf(name, [node], { root, documents })),
  );
  const callbacks = operations.flatMap((operation) =>
    entriesOf(operation, 'callbacks', documents).map(({ name, node }) => {
      const items = memberNodes(node).filter((member) => !member.name.startsWith('x-'));
      return eventOf(
        name,
        items.flatMap((member) => resolveNode(member.node, documents) ?? []),
        { root, documents },
      );
    }),
  );
  return [...webhooks, ...callbacks];
}

function entriesOf(owner: SpecNode, key: string, documents: DocumentMap): readonly { name: string; node: SpecNode }[] {
  const list = resolveMember(owner, key, documents);
  if (list === undefined) return [];
  return memberNodes(list).flatMap(({ name, node: written }) => {
    const node = resolveNode(written, documents);
    return node === undefined ? [] : [{ name, node }];
  });
}

const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'query']);

function eventOf(
  name: string,
  items: readonly SpecNode[],
  { root, documents }: { readonly root: SpecNode; readonly documents: DocumentMap },
): SpecEvent {
  const operations = items.flatMap((item) => memberNodes(item).filter((member) => methods.has(member.name)));
  const bodies = operations.flatMap(({ node }) => readBody({ operation: node, owners: [node], root, documents }) ?? []);
  return { name, body: bodies.flatMap(({ content }) => content) };
}
