import type { Parameter } from '../../model.ts';
import { listAt, memberOf, stringAt } from './json.ts';
import { childNode, type DocumentMap, placeOf, resolveNode, type SpecNode } from './resolve.ts';

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
      const parameter = node && readParameter(node);
      if (parameter !== undefined) parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

function readParameter(node: SpecNode): Parameter | undefined {
  const name = stringAt(node.value, 'name');
  const place = stringAt(node.value, 'in');
  if (name === undefined || !isParameterPlace(place)) return undefined;
  return {
    name,
    in: place,
    required: place === 'path' || memberOf(node.value, 'required') === true,
    deprecated: memberOf(node.value, 'deprecated') === true,
    place: placeOf(node),
  };
}

function isParameterPlace(text: string | undefined): text is Parameter['in'] {
  return text === 'path' || text === 'query' || text === 'header' || text === 'cookie';
}
