import type { Body, Content, Parameter, Response } from '../../model.ts';
import { memberOf, stringAt } from '../schema/json.ts';
import { readHeader, readParameter } from './parameters.ts';
import {
  childNode,
  type DocumentMap,
  memberNode,
  memberNodes,
  placeOf,
  resolveMember,
  resolveNode,
  type SpecNode,
} from './resolve.ts';

/** Where a body is looked for: an operation and, for Swagger 2.0, what stands above it. */
export interface BodyOwner {
  readonly operation: SpecNode;
  /** Nodes with a `parameters` list, the farthest first. */
  readonly owners: readonly SpecNode[];
  /** The document, which gives `consumes` and `produces` to operations that have none. */
  readonly root: SpecNode;
  readonly documents: DocumentMap;
}

/** Its `$ref` leads to nothing that was read: there is something, and nothing is known of it. */
const unknownContent: readonly Content[] = [{ mediaType: '' }];

/** What the operation takes as its body: `requestBody`, or what Swagger 2.0 spells as parameters. */
export function readBody(owner: BodyOwner): Body | undefined {
  const { operation, root, documents } = owner;
  if (memberOf(root.value, 'swagger') !== undefined) return readSwaggerBody(owner);
  const written = memberNode(operation, 'requestBody');
  if (written === undefined) return undefined;
  const node = resolveNode(written, documents);
  if (node === undefined) return { required: false, content: unknownContent, place: placeOf(written) };
  return {
    required: memberNode(node, 'required')?.value === true,
    content: readContent(node, documents),
    place: placeOf(node),
  };
}

/** The answers of the operation in the order of the spec. */
export function readResponses({ operation, root, documents }: BodyOwner): readonly Response[] {
  const list = resolveMember(operation, 'responses', documents);
  if (list === undefined) return [];
  const swagger = memberOf(root.value, 'swagger') !== undefined;
  return memberNodes(list).flatMap(({ name: status, node: written }) => {
    if (status.startsWith('x-')) return [];
    const node = resolveNode(written, documents);
    if (node === undefined) return [{ status, content: unknownContent, headers: [], place: placeOf(written) }];
    const content = swagger
      ? swaggerContent(node, mediaTypes('produces', operation, root))
      : readContent(node, documents);
    return [{ status, content, headers: readHeaders(node, documents), place: placeOf(node) }];
  });
}

function readHeaders(response: SpecNode, documents: DocumentMap): readonly Parameter[] {
  const list = resolveMember(response, 'headers', documents);
  if (list === undefined) return [];
  return memberNodes(list).flatMap(({ name, node: written }) => {
    const node = name.startsWith('x-') && !isObject(written) ? undefined : resolveNode(written, documents);
    return node === undefined ? [] : [readHeader(name, node)];
  });
}

function isObject({ value }: SpecNode): boolean {
  return typeof value === 'object' && value !== null;
}

function readContent(owner: SpecNode, documents: DocumentMap): readonly Content[] {
  const list = resolveMember(owner, 'content', documents);
  if (list === undefined) return [];
  return memberNodes(list).flatMap(({ name: mediaType, node: written }) => {
    // A media type may itself be a `$ref` since OpenAPI 3.2.
    const node = resolveNode(written, documents);
    const schema = node && (memberNode(node, 'schema') ?? memberNode(node, 'itemSchema'));
    return [{ mediaType, ...(schema !== undefined && { schema: placeOf(schema) }) }];
  });
}

function readSwaggerBody({ operation, owners, root, documents }: BodyOwner): Body | undefined {
  const nodes = owners.flatMap((owner) => swaggerParameters(owner, documents));
  const consumes = mediaTypes('consumes', operation, root);
  const body = nodes.findLast(({ value }) => stringAt(value, 'in') === 'body');
  if (body !== undefined) {
    return {
      required: memberOf(body.value, 'required') === true,
      content: swaggerContent(body, consumes),
      place: placeOf(body),
    };
  }
  const fields = new Map<string, SpecNode>();
  for (const node of nodes) {
    const name = stringAt(node.value, 'in') === 'formData' ? stringAt(node.value, 'name') : undefined;
    if (name !== undefined) fields.set(name, node);
  }
  return fields.size === 0 ? undefined : formBody([...fields.values()], consumes);
}

function swaggerParameters(owner: SpecNode, documents: DocumentMap): readonly SpecNode[] {
  const list = memberNode(owner, 'parameters');
  if (list === undefined || !Array.isArray(list.value)) return [];
  return list.value.flatMap((_, i) => resolveNode(childNode(list, i), documents) ?? []);
}

function formBody(nodes: readonly SpecNode[], consumes: readonly string[]): Body | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  const fields = nodes.flatMap((node) => readParameter(node, 'formData') ?? []);
  const files = nodes.some(({ value }) => stringAt(value, 'type') === 'file');
  const stated = consumes.filter((type) => type !== '');
  const types = stated.length > 0 ? stated : [files ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  return {
    required: fields.some((field) => field.required),
    content: types.map((mediaType) => ({ mediaType, fields })),
    place: placeOf(first),
  };
}

function swaggerContent(owner: SpecNode, types: readonly string[]): readonly Content[] {
  const schema = memberNode(owner, 'schema');
  return schema === undefined ? [] : types.map((mediaType) => ({ mediaType, schema: placeOf(schema) }));
}

/** An empty list of an operation replaces that of the document (Swagger 2.0, "Operation Object"). */
function mediaTypes(key: 'consumes' | 'produces', operation: SpecNode, root: SpecNode): readonly string[] {
  const list = memberNode(operation, key)?.value ?? memberOf(root.value, key);
  const types = Array.isArray(list) ? list.filter((type) => typeof type === 'string') : [];
  return types.length > 0 ? types : [''];
}
