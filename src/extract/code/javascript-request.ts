import type { SyntaxNode } from '@lezer/common';
import type { Claim, Sample } from '../../model.ts';
import type { SentBody, SentParts } from './call-facts.ts';
import { argumentsOf, textOf } from './call-scope.ts';
import { addressQuery, appended, formSample, javascriptBody } from './javascript-body.ts';
import type { ClientFamily } from './javascript-clients.ts';
import { propertyValue } from './javascript-names.ts';
import { javascriptSample } from './javascript-sample.ts';
import { type Change, keyOf } from './names.ts';
import { isName, knownValue, mergeMembers, spanOfNode, type ValueScope } from './value-scope.ts';

export interface JavascriptCall {
  /** The whole call, and the expression that gives its address. */
  readonly node: SyntaxNode;
  readonly address: SyntaxNode;
  readonly family: ClientFamily;
  /** The method which is called on a client, as `post`; absent for `fetch(…)`. */
  readonly verb?: string | undefined;
}

/** The headers, parameters and body which a call sends. */
export function javascriptParts(scope: ValueScope, call: JavascriptCall): SentParts {
  const parts = partsOf(scope, call);
  const query = united([addressQuery(scope, call.address), parts.query]);
  return { ...parts, query, headers: united([clientHeaders(scope, call.node), parts.headers]) };
}

/** `axios.create({ headers })` sends them with every request of the client. */
function clientHeaders(scope: ValueScope, call: SyntaxNode): Sample | undefined {
  const receiver = call.firstChild?.name === 'MemberExpression' ? call.firstChild.firstChild : undefined;
  const made = receiver?.name === 'VariableName' ? knownValue(scope, receiver)?.node : undefined;
  const maker = made?.name === 'CallExpression' ? made.firstChild : undefined;
  if (!made || !maker || !/\.(?:create|extend)$/.test(textOf(scope, maker).slice(0, 80))) return undefined;
  const [given] = argumentsOf(made);
  return given && optionParts(scope, given, { body: [] }).headers;
}

function partsOf(scope: ValueScope, call: JavascriptCall): SentParts {
  const [first, second, third] = argumentsOf(call.node);
  const options = first && objectOf(scope, first) ? first : second;
  switch (call.family) {
    case 'fetch':
      return options ? optionParts(scope, options, { body: ['body'] }) : {};
    case 'ofetch':
      return options ? optionParts(scope, options, { body: ['body'], query: ['query', 'params'] }) : {};
    case 'ky':
      return options ? optionParts(scope, options, { body: ['json', 'form', 'body'], query: ['searchParams'] }) : {};
    case 'request':
      return options ? optionParts(scope, options, { body: ['json', 'form', 'formData', 'body'], query: ['qs'] }) : {};
    case 'axios': {
      const given: OptionKeys = { body: ['data'], query: ['params'] };
      if (!/^(?:post|put|patch)$/.test(call.verb ?? '')) return options ? optionParts(scope, options, given) : {};
      const parts = third ? optionParts(scope, third, given) : {};
      return { ...parts, body: second && javascriptBody(scope, second) };
    }
    case 'superagent':
      return chainParts(scope, call.node);
    case 'xhr':
      return xhrParts(scope, call.node);
    case 'node':
      return { ...(options ? optionParts(scope, options, { body: [] }) : {}), body: writtenBody(scope, call.node) };
    case 'other':
      return {};
  }
}

interface OptionKeys {
  readonly body: readonly string[];
  readonly query?: readonly string[];
}

/** `{ headers, body, params }`, each under the names that the client has for it. */
function optionParts(scope: ValueScope, node: SyntaxNode, keys: OptionKeys): SentParts {
  const options = objectOf(scope, node);
  if (!options) return {};
  const value = (names: readonly string[]) => {
    for (const name of names) {
      const found = propertyOf(scope, options, name);
      if (found) return { name, found };
    }
    return undefined;
  };
  const headers = value(['headers'])?.found;
  const query = value(keys.query ?? [])?.found;
  const body = value(keys.body);
  const auth = options
    .getChildren('Property')
    .find((property) => /^auth\s*:/.test(textOf(scope, property).slice(0, 20)));
  return {
    headers: headers && headersOf(scope, headers),
    query: query && (formSample(scope, query)?.value ?? javascriptSample(scope, query)),
    body: body && namedBody(scope, body.name, body.found),
    credentials: auth?.firstChild ? { value: 'auth', span: spanOfNode(scope, auth.firstChild) } : undefined,
  };
}

function namedBody(scope: ValueScope, name: string, node: SyntaxNode): SentBody | undefined {
  const body = javascriptBody(scope, node);
  const type: Claim<string> | undefined =
    name === 'form'
      ? { value: 'application/x-www-form-urlencoded', span: spanOfNode(scope, node) }
      : name === 'formData'
        ? { value: 'multipart/form-data', span: spanOfNode(scope, node) }
        : undefined;
  return body && type ? { ...body, mediaType: type } : body;
}

/** An object literal, or the name of one. */
function objectOf(scope: ValueScope, node: SyntaxNode): SyntaxNode | undefined {
  const value = isName(node) ? knownValue(scope, node)?.node : node;
  return value?.name === 'ObjectExpression' ? value : undefined;
}

/** A property's value; of the shorthand `{ body }` the name itself. */
function propertyOf(scope: ValueScope, object: SyntaxNode, name: string): SyntaxNode | undefined {
  const value = propertyValue(scope, object, name);
  if (value) return value;
  const short = object.getChildren('Property').find((property) => textOf(scope, property) === name);
  return short?.firstChild ?? undefined;
}

/** An object, or `new Headers(…)`. */
function headersOf(scope: ValueScope, node: SyntaxNode): Sample | undefined {
  const known = isName(node) ? knownValue(scope, node) : undefined;
  const made = known?.node ?? node;
  if (made.name !== 'NewExpression') return javascriptSample(scope, node);
  const [given] = argumentsOf(made);
  const sample = given && javascriptSample(scope, given);
  const added = appended(scope, known?.changes ?? [], node);
  const members = [...(sample?.kind === 'object' ? sample.members : []), ...added.members];
  return { kind: 'object', span: spanOfNode(scope, made), members: mergeMembers(members), open: true };
}

function united(samples: readonly (Sample | undefined)[]): Sample | undefined {
  const objects = samples.filter((sample) => sample?.kind === 'object');
  const [first] = objects;
  const open = objects.some((object) => object.open);
  return first && { ...first, members: mergeMembers(objects.flatMap(({ members }) => members)), open };
}

// ------------------------------------------------------------------------------------------- calls on a call

interface Link {
  readonly method: string;
  readonly node: SyntaxNode;
}

/** `.set('Accept', type).send({ … }).query({ … })` behind a call. */
function chainParts(scope: ValueScope, call: SyntaxNode): SentParts {
  const links = linksBehind(scope, call);
  const pairs = (methods: RegExp) => {
    const samples = links.filter(({ method }) => methods.test(method)).map(({ node }) => pairSample(scope, node));
    return united(samples);
  };
  const fields = pairs(/^(?:field|attach)$/);
  const sent = links.find(({ method }) => method === 'send');
  const [given] = sent ? argumentsOf(sent.node) : [];
  const multipart: Claim<string> = { value: 'multipart/form-data', span: fields?.span ?? spanOfNode(scope, call) };
  return {
    headers: pairs(/^(?:set|headers|header)$/),
    query: pairs(/^query$/),
    body: fields ? { value: fields, text: 'field', mediaType: multipart } : given && javascriptBody(scope, given),
  };
}

/** `('name', value)` or `({ name: value })`. */
function pairSample(scope: ValueScope, call: SyntaxNode): Sample | undefined {
  const [first, second] = argumentsOf(call);
  if (!first || !second) return first && javascriptSample(scope, first);
  const change: Change = { from: call.from, kind: 'call', node: call, method: 'set' };
  const { members } = appended(scope, [change], second);
  return { kind: 'object', span: spanOfNode(scope, call), members, open: true };
}

function linksBehind(scope: ValueScope, call: SyntaxNode): readonly Link[] {
  const links: Link[] = [];
  let node = call;
  while (links.length < 30) {
    const member = node.parent?.name === 'MemberExpression' ? node.parent : undefined;
    const outer = member?.parent?.name === 'CallExpression' ? member.parent : undefined;
    const name = member?.getChild('PropertyName');
    if (!outer || !name || member?.from !== node.from) break;
    links.push({ method: textOf(scope, name), node: outer });
    node = outer;
  }
  return links;
}

/** `xhr.setRequestHeader(…)` and `xhr.send(…)` after `xhr.open(…)`. */
function xhrParts(scope: ValueScope, opened: SyntaxNode): SentParts {
  const receiver = opened.firstChild?.firstChild;
  const changes = receiver?.name === 'VariableName' ? (knownValue(scope, receiver)?.changes ?? []) : [];
  const headers = changes
    .filter(({ method }) => method === 'setRequestHeader')
    .map(({ node }) => pairSample(scope, node));
  const sent = changes.find(({ method, from }) => method === 'send' && from > opened.from);
  const [given] = sent ? argumentsOf(sent.node) : [];
  return { headers: united(headers), body: given && javascriptBody(scope, given) };
}

/** `request.write(JSON.stringify(…))` of Node's own client. */
function writtenBody(scope: ValueScope, call: SyntaxNode): SentBody | undefined {
  for (const [definition, changes] of scope.names.changes) {
    const { meaning } = definition;
    if (meaning.kind !== 'value' || keyOf(meaning.node) !== keyOf(call)) continue;
    const written = changes.find(({ method }) => method === 'write' || method === 'end');
    const [given] = written ? argumentsOf(written.node) : [];
    if (given) return javascriptBody(scope, given);
  }
  return undefined;
}
