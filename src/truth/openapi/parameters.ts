import type { Parameter } from '../../model.ts';
import { listAt, memberOf, stringAt } from '../schema/json.ts';
import {
  childNode,
  type DocumentMap,
  memberNode,
  memberNodes,
  placeOf,
  resolveNode,
  type SpecNode,
} from './resolve.ts';

/**
 * The parameters of an operation: those of its path item, then its own, which override by name and place
 * (OpenAPI 3.1, section 4.8.9.1). Bodies of Swagger 2.0 and the whole query string of 3.2 are no named parameters.
 */
export function readParameters(owners: readonly SpecNode[], documents: DocumentMap): readonly Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const owner of owners) {
    const list = childNode(owner, 'parameters');
    for (const i of listAt(owner.value, 'parameters').keys()) {
      const node = resolveNode(childNode(list, i), documents);
      const place = node && stringAt(node.value, 'in');
      const parameter = isParameterPlace(place) ? readParameter(node, place) : undefined;
      if (parameter !== undefined) parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

/** A parameter object; the field of a form counts as one of the query, which it is written like. */
export function readParameter(node: SpecNode | undefined, place: Parameter['in'] | 'formData'): Parameter | undefined {
  const name = node && stringAt(node.value, 'name');
  return node === undefined || name === undefined
    ? undefined
    : describe(node, { name, in: place === 'formData' ? 'query' : place });
}

/** A header of an answer: a parameter whose name stands above it. */
export function readHeader(name: string, node: SpecNode): Parameter {
  return describe(node, { name, in: 'header' });
}

function describe(node: SpecNode, naming: Pick<Parameter, 'name' | 'in'>): Parameter {
  const schema = schemaOf(node);
  const style = stringAt(node.value, 'style') ?? stringAt(node.value, 'collectionFormat');
  return {
    ...naming,
    required: naming.in === 'path' || memberOf(node.value, 'required') === true,
    deprecated: memberOf(node.value, 'deprecated') === true,
    ...(schema !== undefined && { schema: placeOf(schema) }),
    ...(style !== undefined && { style }),
    place: placeOf(node),
  };
}

/** `schema`, the only entry of `content`, or in Swagger 2.0 the parameter itself. */
function schemaOf(node: SpecNode): SpecNode | undefined {
  const schema = memberNode(node, 'schema');
  if (schema !== undefined) return schema;
  const content = memberNode(node, 'content');
  const [first] = content === undefined ? [] : memberNodes(content);
  if (first !== undefined) return memberNode(first.node, 'schema');
  return memberNode(node, 'type') === undefined && memberNode(node, 'enum') === undefined ? undefined : node;
}

function isParameterPlace(text: string | undefined): text is Parameter['in'] {
  return text === 'path' || text === 'query' || text === 'header' || text === 'cookie';
}
