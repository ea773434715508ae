import type { TruthPlace } from '../../model.ts';
import {
  isMapping,
  joinPointer,
  type Member,
  memberOf,
  membersWithMerged,
  memberWithMerged,
  pointerTokens,
} from '../schema/json.ts';

/** One file of a spec, parsed once; `$ref`s stand in it as written. */
export interface SpecDocument {
  /** As findings name it. */
  readonly file: string;
  /** Absolute, without fragment; relative `$ref`s start here. */
  readonly url: string;
  readonly value: unknown;
}

/** The files of one spec by `SpecDocument.url`. What could not or must not be read is missing. */
export type DocumentMap = ReadonlyMap<string, SpecDocument>;

/** A value with the place where it stands. */
export interface SpecNode {
  readonly document: SpecDocument;
  readonly pointer: string;
  readonly value: unknown;
}

/** The nodes that a chain of `$ref`s visits, the first included; `resolved` is false where it leads nowhere or round. */
export interface RefChain {
  readonly nodes: readonly SpecNode[];
  readonly resolved: boolean;
  /** The file, without fragment, that the chain could not enter. */
  readonly unread?: string;
}

export function rootNode(document: SpecDocument): SpecNode {
  return { document, pointer: '', value: document.value };
}

export function childNode(node: SpecNode, key: string | number): SpecNode {
  return {
    document: node.document,
    pointer: joinPointer(node.pointer, key),
    value: memberOf(node.value, String(key)),
  };
}

/** The member of a mapping, or the one that a merge key gives it. */
export function memberNode(node: SpecNode, name: string): SpecNode | undefined {
  const member = memberWithMerged(node.value, name);
  return member && atMember(node, member);
}

export function memberNodes(node: SpecNode): readonly { readonly name: string; readonly node: SpecNode }[] {
  return membersWithMerged(node.value).map((member) => ({ name: member.name, node: atMember(node, member) }));
}

function atMember({ document, pointer }: SpecNode, member: Member): SpecNode {
  return { document, pointer: pointer + member.pointer, value: member.value };
}

export function placeOf(node: SpecNode): TruthPlace {
  return { file: node.document.file, pointer: node.pointer };
}

/** Follows the `$ref` of a node, and of what it leads to, to the end. Copies nothing. */
export function followRefs(node: SpecNode, documents: DocumentMap): RefChain {
  return followFrom(node, documents, new Set());
}

/** The value that a chain of `$ref`s ends at. */
export function resolveNode(node: SpecNode, documents: DocumentMap): SpecNode | undefined {
  const chain = followRefs(node, documents);
  return chain.resolved ? chain.nodes.at(-1) : undefined;
}

/** What a member is once its `$ref`s are followed. */
export function resolveMember(node: SpecNode, name: string, documents: DocumentMap): SpecNode | undefined {
  const member = memberNode(node, name);
  return member && resolveNode(member, documents);
}

/** The node at a JSON pointer of a document; `$ref`s on the way are followed. */
export function nodeAt(document: SpecDocument, pointer: string, documents: DocumentMap): SpecNode | undefined {
  return walkPointer(document, pointer, { documents, seen: new Set() });
}

function followFrom(start: SpecNode, documents: DocumentMap, seen: Set<string>): RefChain {
  const nodes = [start];
  for (;;) {
    const node = nodes.at(-1) ?? start;
    const ref = refOf(node);
    if (ref === undefined) return { nodes, resolved: node.value !== undefined };
    const target = targetOf(ref, node.document.url);
    if (target === undefined || seen.has(target.href)) return { nodes, resolved: false };
    seen.add(target.href);
    const document = documents.get(target.file);
    if (document === undefined) return { nodes, resolved: false, unread: target.file };
    const next = walkPointer(document, target.pointer, { documents, seen });
    if (next === undefined) return { nodes, resolved: false };
    nodes.push(next);
  }
}

function walkPointer(
  document: SpecDocument,
  pointer: string,
  trail: { readonly documents: DocumentMap; readonly seen: Set<string> },
): SpecNode | undefined {
  let node = rootNode(document);
  for (const token of pointerTokens(pointer)) {
    let next = childNode(node, token);
    if (next.value === undefined && refOf(node) !== undefined) {
      // `#/paths/~1trees/get` also names an operation of a path item that is itself a `$ref`.
      const chain = followFrom(node, trail.documents, trail.seen);
      const end = chain.resolved ? chain.nodes.at(-1) : undefined;
      if (end === undefined) return undefined;
      next = childNode(end, token);
    }
    if (next.value === undefined) return undefined;
    node = next;
  }
  return node;
}

function refOf(node: SpecNode): string | undefined {
  if (!isMapping(node.value)) return undefined;
  const ref = memberOf(node.value, '$ref');
  return typeof ref === 'string' && ref !== '' ? ref : undefined;
}

function targetOf(ref: string, base: string): { href: string; file: string; pointer: string } | undefined {
  if (!URL.canParse(ref, base)) return undefined;
  const { href } = new URL(ref, base);
  const hash = href.indexOf('#');
  const file = hash < 0 ? href : href.slice(0, hash);
  const pointer = hash < 0 ? '' : decodeFragment(href.slice(hash + 1));
  // A plain name (`#tree`) is an `$anchor` of JSON Schema; nothing that is indexed can be reached by one.
  return pointer === '' || pointer.startsWith('/') ? { href, file, pointer } : undefined;
}

/** People write `%` unescaped; then the fragment means itself. */
function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
