import type { SyntaxNode } from '@lezer/common';
import type { MethodMention } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { CallAddress } from './call-sample.ts';
import { argumentsOf, type CallScope, contentRange, plainString, textOf } from './call-scope.ts';
import { type ClientFamily, clientFamily } from './javascript-clients.ts';
import { type Clients, propertyValue, resolveObject } from './javascript-names.ts';

export interface CallPlace {
  readonly scope: CallScope;
  /** Names of clients that were created with a base URL, `const api = axios.create({ baseURL })`. */
  readonly clients: Clients;
  readonly node: SyntaxNode;
}

export interface Call extends CallAddress {
  readonly family: ClientFamily;
  /** The method that is called on a client, as `post`; absent for `fetch(…)`. */
  readonly verb?: string;
}

const FETCH =
  /^(?:(?:window|globalThis|self|undici|axios|http)\.)?(?:fetch|\$fetch|ofetch|nodeFetch|crossFetch|apiFetch|axios|axios\.request|ky|got|request|superagent|https?\.request|needle|(?:\$|jQuery)\.ajax)$/;
const CLIENT =
  /^(?:this\.)?(?:axios|ky|got|superagent|request|http|https|\$http|\$axios|needle|unirest|httpClient|\$|jQuery)$/;
const VERB = /^(?:get|post|put|patch|delete|del|head|options)$/;
/** The last word of whatever is called, before its arguments are looked at. */
const MAY_SEND =
  /(?:^|[.$])(?:fetch|ofetch|nodeFetch|crossFetch|apiFetch|axios|ky|got|request|superagent|needle|ajax|open|get|post|put|patch|delete|del|head|options|Request|EventSource)$/;

/** The request that a call or a constructor makes; nothing for all other calls. */
export function callOf(place: CallPlace): Call | undefined {
  const { scope, clients, node } = place;
  const callee = node.name === 'NewExpression' ? node.getChild('VariableName') : calleeOf(node);
  if (!callee) return undefined;
  // `axios⏎  .get(…)` is a habit of chains.
  const name = textOf(scope, callee).slice(0, 100).replace(/\s+/g, '');
  if (name.length > 80 || !MAY_SEND.test(name)) return undefined;
  const [first, second] = argumentsOf(node);
  if (!first) return undefined;
  if (node.name === 'NewExpression') return constructed(scope, { callee, name, first, second });
  if (FETCH.test(name)) return { ...fetched(scope, callee, first, second), family: clientFamily(name) };
  const dot = name.lastIndexOf('.');
  const [object, verb] = [name.slice(0, Math.max(dot, 0)).replace(/[?!]$/, ''), name.slice(dot + 1)];
  const client = clients.has(object) ? object : undefined;
  if (verb === 'open' && second) return opened(scope, first, second);
  const family = clients.get(object) ?? clientFamily(object);
  if (verb === 'request' && client !== undefined) return { ...fetched(scope, callee, first, second), client, family };
  if (!VERB.test(verb) || (client === undefined && !CLIENT.test(object)) || isHandler(scope, object, second)) {
    return undefined;
  }
  const span = spanOf(scope.code, callee.to - verb.length, callee.to);
  const options = resolveObject(scope, first);
  return {
    address: (options && urlOf(scope, options)) ?? first,
    client,
    family,
    verb,
    method: { value: verb === 'del' ? 'DELETE' : verb.toUpperCase(), span, implied: false },
  };
}

/** `axios.get<Tree[]>(…)` wraps the callee. */
function calleeOf(node: SyntaxNode): SyntaxNode | undefined {
  const first = node.firstChild;
  return (first?.name === 'InstantiationExpression' ? first.firstChild : first) ?? undefined;
}

interface Constructed {
  readonly callee: SyntaxNode;
  readonly name: string;
  readonly first: SyntaxNode;
  readonly second: SyntaxNode | undefined;
}

function constructed(scope: CallScope, { callee, name, first, second }: Constructed): Call | undefined {
  if (name === 'Request') return { ...fetched(scope, callee, first, second), family: 'fetch' };
  // WHATWG HTML, "Server-sent events": always a GET.
  if (name !== 'EventSource') return undefined;
  const method: MethodMention = { value: 'GET', span: spanOf(scope.code, callee.from, callee.to), implied: true };
  return { address: first, method, family: 'other' };
}

/** `fetch(url, options)`, or one object with `url` among the options. */
function fetched(scope: CallScope, callee: SyntaxNode, first: SyntaxNode, second: SyntaxNode | undefined): CallAddress {
  const object = resolveObject(scope, first);
  const method = methodOf(scope, callee, object ?? second);
  if (!object) return { address: first, method };
  const [path, host] = [propertyValue(scope, object, 'path'), propertyValue(scope, object, 'hostname')];
  const url = urlOf(scope, object);
  if (url || !path) return { address: url ?? first, method };
  // Node's own `https.request({ hostname, path })`.
  const server = host && plainString(scope, host);
  if (server !== undefined) scope.literals.set('hostname', `https://${server}`);
  return { address: path, method, client: 'hostname' };
}

/** `request` calls it `uri`. */
function urlOf(scope: CallScope, options: SyntaxNode): SyntaxNode | undefined {
  return propertyValue(scope, options, 'url') ?? propertyValue(scope, options, 'uri');
}

/** `xhr.open('GET', url)`; `window.open(url)` has no method first. */
function opened(scope: CallScope, first: SyntaxNode, second: SyntaxNode): Call | undefined {
  const method = statedMethod(scope, first);
  return method && { address: second, method, family: 'xhr' };
}

/** `http.get('/trees', ({ request }) => …)` answers requests in tests (MSW); node's own callback gets a response. */
function isHandler(scope: CallScope, object: string, second: SyntaxNode | undefined): boolean {
  if (!/^https?$/.test(object) || !second || !/^(?:ArrowFunction|FunctionExpression)$/.test(second.name)) return false;
  return !/^(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(?:res|response|r|message)\b/.test(
    textOf(scope, second).slice(0, 80),
  );
}

// --------------------------------------------------------------------------------------- methods and options

function methodOf(scope: CallScope, callee: SyntaxNode, options: SyntaxNode | undefined): MethodMention | undefined {
  const implied: MethodMention = { value: 'GET', span: spanOf(scope.code, callee.from, callee.to), implied: true };
  if (options === undefined) return implied;
  const object = resolveObject(scope, options);
  if (!object) return undefined;
  const value = propertyValue(scope, object, 'method') ?? propertyValue(scope, object, 'type');
  if (value) return statedMethod(scope, value);
  // Something spread in, or shorthand `method`, may say more than we see.
  const open = object.getChildren('Property').some((property) => {
    const text = textOf(scope, property).trim();
    return text.startsWith('...') || text === 'method';
  });
  return open ? undefined : implied;
}

function statedMethod(scope: CallScope, node: SyntaxNode): MethodMention | undefined {
  const text = plainString(scope, node);
  if (text === undefined || !/^[A-Za-z]{2,20}$/.test(text)) return undefined;
  const { start, end } = contentRange(scope, node);
  return { value: text.toUpperCase(), span: spanOf(scope.code, start, end), implied: false };
}
