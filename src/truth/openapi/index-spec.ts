import { UserError } from '../../errors.ts';
import type { Operation, Server, SpecPath } from '../../model.ts';
import { entriesAt, isMapping, labelAt, listAt, memberOf, stringAt } from '../schema/json.ts';
import { resolveAliases } from './alias.ts';
import { readBody, readResponses } from './bodies.ts';
import { readEvents } from './events.ts';
import type { IndexedSpec } from './known-specs.ts';
import type { LoadedSpec } from './loaded-spec.ts';
import { readParameters } from './parameters.ts';
import { parsePathTemplate } from './path-template.ts';
import { childNode, followRefs, placeOf, resolveNode, rootNode, type SpecNode } from './resolve.ts';
import { readCredentials, readRequirements } from './security.ts';
import { readServers, readSwaggerServers } from './servers.ts';

/** Lists the paths, operations and events of a spec. Webhooks and callbacks are requests to the reader, no operations of the API. */
export function indexSpec(loaded: LoadedSpec): IndexedSpec {
  const root = rootNode(loaded.root);
  const servers = serverTable();
  const own = servers.add(documentServers(root.value));
  const paths: SpecPath[] = [];
  const operations: Operation[] = [];
  const nodes: SpecNode[] = [];
  for (const { template, node } of pathNodes(root, loaded)) {
    const item = openFields(node, loaded);
    const found = operationsOf(item).map((operation) => {
      const node = resolveNode(operation.node, loaded.documents) ?? operation.node;
      nodes.push(node);
      const { method } = operation;
      return readOperation({ method, node, template, item, loaded, servers: { table: servers, inherited: own } });
    });
    operations.push(...found);
    paths.push({
      template,
      segments: parsePathTemplate(template),
      operations: Object.fromEntries(found.map((operation) => [operation.method, operation.key])),
      place: placeOf(item.end),
      ...(!item.complete && { incomplete: true }),
    });
  }
  const title = labelAt(memberOf(root.value, 'info'), 'title');
  const version = labelAt(memberOf(root.value, 'info'), 'version');
  const spec = {
    name: loaded.name,
    file: loaded.root.file,
    ...(title !== undefined && { title }),
    ...(version !== undefined && { version }),
    servers: servers.list,
    paths,
    credentials: readCredentials(root, loaded.documents),
    events: readEvents({ root, operations: nodes, documents: loaded.documents }),
  };
  return { spec, operations: resolveAliases(operations) };
}

/** Large specs keep `paths` in a file of its own; the specification knows no `$ref` there, all tools follow it. */
function pathNodes(root: SpecNode, loaded: LoadedSpec): readonly { template: string; node: SpecNode }[] {
  const paths = openFields(childNode(root, 'paths'), loaded);
  if (!paths.complete) {
    const ref = stringAt(paths.end.value, '$ref') ?? '';
    const message = `The paths of \`${loaded.root.file}\` are \`${ref}\`, which leads to nothing that was read.`;
    throw new UserError('spec-unreadable', message, { hint: 'Correct the `$ref`, or bundle the spec into one file.' });
  }
  const found = new Map<string, SpecNode>();
  for (const owner of paths.nodes) {
    if (!isMapping(owner.value)) continue;
    for (const template of Object.keys(owner.value)) {
      const field = template === '$ref' || template === '<<' || template.startsWith('x-');
      if (!field && !found.has(template)) found.set(template, childNode(owner, template));
    }
  }
  return [...found].map(([template, node]) => ({ template, node }));
}

/** A mapping may be a `$ref` with fields beside it: the nearest node that has a field gives it. */
interface Fields {
  readonly nodes: readonly SpecNode[];
  /** Where its `$ref`s end. */
  readonly end: SpecNode;
  /** A `$ref` of it leads out of the spec, so it may have more fields. */
  readonly complete: boolean;
}

function openFields(node: SpecNode, { documents, unread, root }: LoadedSpec): Fields {
  // `/trees: null` and the like: nothing in it.
  if (!isMapping(node.value)) return { nodes: [node], end: node, complete: true };
  const { nodes, resolved, unread: file } = followRefs(node, documents);
  const absent = file === undefined ? undefined : unread.get(file);
  if (absent !== undefined) {
    // Going on would report every mention of its operations as drift.
    const message = `The spec \`${root.file}\` refers to \`${absent.file}\`, which ${absent.why}.`;
    throw new UserError('spec-unreadable', message, { hint: 'Add the file, or correct the `$ref`.' });
  }
  return { nodes: nodes.flatMap(withMerged), end: nodes.at(-1) ?? node, complete: resolved };
}

/** The parser leaves YAML's merge key `<<` as written; what it merges gives the fields that are not there. */
function withMerged(node: SpecNode): readonly SpecNode[] {
  const merged = childNode(node, '<<');
  const sources = Array.isArray(merged.value) ? merged.value.map((_, i) => childNode(merged, i)) : [merged];
  return [node, ...sources.filter(({ value }) => isMapping(value)).flatMap(withMerged)];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

interface OperationNode {
  readonly method: string;
  readonly node: SpecNode;
}

function operationsOf(item: Fields): readonly OperationNode[] {
  const found = new Map<string, SpecNode>();
  const add = (method: string, node: SpecNode) => {
    if (isMapping(node.value) && !found.has(method)) found.set(method, node);
  };
  for (const node of item.nodes) {
    if (!isMapping(node.value)) continue;
    for (const key of Object.keys(node.value)) if (methods.includes(key)) add(key.toUpperCase(), childNode(node, key));
    const additional = childNode(node, 'additionalOperations');
    for (const [key] of entriesAt(node.value, 'additionalOperations')) {
      add(key.toUpperCase(), childNode(additional, key));
    }
  }
  return [...found].map(([method, node]) => ({ method, node }));
}

function readOperation(input: {
  readonly node: SpecNode;
  readonly method: string;
  readonly template: string;
  readonly item: Fields;
  readonly loaded: LoadedSpec;
  readonly servers: { readonly table: ServerTable; readonly inherited: readonly number[] };
}): Operation {
  const { node, method, template, item, loaded } = input;
  const owners = [...item.nodes.toReversed(), node];
  const bodyOwner = { operation: node, owners, root: rootNode(loaded.root), documents: loaded.documents };
  const body = readBody(bodyOwner);
  const spec = loaded.name;
  const operationId = stringAt(node.value, 'operationId');
  const summary = stringAt(node.value, 'summary');
  const security = readRequirements([node.value, rootNode(loaded.root).value]);
  const aliasOf = firstOf([node, ...item.nodes], (owner) => stringAt(owner.value, 'x-alias-of'));
  return {
    key: `${spec} ${method} ${template}`,
    spec,
    method,
    path: template,
    ...(operationId !== undefined && { operationId }),
    ...(summary !== undefined && { summary }),
    tags: listAt(node.value, 'tags').filter((tag) => typeof tag === 'string'),
    deprecated: memberOf(node.value, 'deprecated') === true,
    ...(aliasOf !== undefined && { aliasOf }),
    parameters: readParameters(owners, loaded.documents),
    ...(body !== undefined && { body }),
    responses: readResponses(bodyOwner),
    servers: serversFor([node, ...item.nodes], input.servers),
    ...(security !== undefined && { security }),
    place: placeOf(node),
  };
}

/** The nearest `servers` that is not empty replaces those above it. */
function serversFor(
  owners: readonly SpecNode[],
  { table, inherited }: { readonly table: ServerTable; readonly inherited: readonly number[] },
): readonly number[] {
  const own = firstOf(owners, (owner) => {
    const servers = readServers(listAt(owner.value, 'servers'));
    return servers.length > 0 ? servers : undefined;
  });
  return own === undefined ? inherited : table.add(own);
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Without servers the default is `/` (OpenAPI 3.1, section 4.8.1.1). */
function documentServers(root: unknown): readonly Server[] {
  if (memberOf(root, 'openapi') === undefined) return readSwaggerServers(root);
  const servers = readServers(listAt(root, 'servers'));
  return servers.length > 0 ? servers : readServers([{ url: '/' }]);
}

interface ServerTable {
  readonly list: readonly Server[];
  /** The indices of the servers in the list; each is listed once. */
  add(servers: readonly Server[]): readonly number[];
}

function serverTable(): ServerTable {
  const list: Server[] = [];
  const indices = new Map<string, number>();
  const add = (server: Server): number => {
    const key = JSON.stringify(server);
    const index = indices.get(key) ?? list.push(server) - 1;
    indices.set(key, index);
    return index;
  };
  return { list, add: (servers) => servers.map(add) };
}
