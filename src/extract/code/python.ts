import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import type { MethodMention } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import { parseTarget } from '../target.ts';
import {
  addressOf,
  argumentsOf,
  type CallScope,
  childrenOf,
  contentRange,
  literalOf,
  plainString,
  remember,
  textOf,
  withBase,
} from './call-scope.ts';
import { readPythonAddress } from './python-address.ts';
import type { CodeReader, Fence, RequestSample } from './request.ts';
import { requestSample } from './request-sample.ts';

/** Reads the requests that Python sends with requests, httpx, aiohttp and urllib. */
export const readPython: CodeReader = (fence) => {
  const scope: CallScope = { code: fence.code, assigned: new Map(), literals: new Map() };
  const clients: Clients = new Map();
  const samples: RequestSample[] = [];
  parser.parse(fence.code.text).iterate({
    enter({ name, node }) {
      if (name === 'AssignStatement') assign(scope, node, clients);
      if (name === 'WithStatement') enterWith(scope, node, clients);
      if (name !== 'CallExpression') return;
      const sample = readCall(fence, { scope, clients, node });
      if (sample) samples.push(sample);
    },
  });
  return samples;
};

/** Sessions and clients by name, and whether they carry a base URL. */
type Clients = Map<string, { readonly based: boolean }>;

interface CallPlace {
  readonly scope: CallScope;
  readonly clients: Clients;
  readonly node: SyntaxNode;
}

function readCall(fence: Fence, place: CallPlace): RequestSample | undefined {
  const { scope, node } = place;
  const call = callOf(place);
  const written = call && addressOf(scope, call.address, readPythonAddress);
  if (!written) return undefined;
  const address = withBase(written, call.client);
  if (call.absolute && !/^https?:\/\/|^\$/.test(address.text)) return undefined;
  const target = parseTarget(address, 0, address.text.length);
  if (!target || (target.host === undefined && !target.text.startsWith('/'))) return undefined;
  return requestSample(fence, {
    source: 'call',
    start: node.from,
    end: call.address.to,
    method: call.method,
    target,
    variables: scope.literals,
  });
}

interface Call {
  readonly address: SyntaxNode;
  readonly method?: MethodMention | undefined;
  readonly client?: string | undefined;
  /** Whoever is called is only known by its usual name: the address must be a full URL. */
  readonly absolute: boolean;
}

const LIBRARY = /^(?:requests|httpx|aiohttp|grequests|curl_requests)$/;
const USUAL_NAME = /^(?:self\.)?_?(?:session|sess|s|http|client|async_client|http_client|c|pool)$/;
const VERB = /^(?:get|post|put|patch|delete|head|options)$/;

function callOf({ scope, clients, node }: CallPlace): Call | undefined {
  const callee = node.firstChild;
  const given = callee ? argumentsByName(scope, node) : undefined;
  if (!callee || !given) return undefined;
  const name = textOf(scope, callee);
  if (name.length > 80) return undefined;
  if (/^(?:urllib\.request\.)?(?:Request|urlopen)$/.test(name)) return urllibCall(scope, callee, given);
  const dot = name.lastIndexOf('.');
  const [object, verb] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
  const known = clients.get(object);
  if (known === undefined && !LIBRARY.test(object) && !USUAL_NAME.test(object)) return undefined;
  const common = { client: known?.based ? object : undefined, absolute: known === undefined && !LIBRARY.test(object) };
  const [first, second] = given.positional;
  if (/^(?:request|stream)$/.test(verb)) {
    const address = given.named.get('url') ?? second;
    const method = given.named.get('method') ?? first;
    return address && { address, method: method && statedMethod(scope, method), ...common };
  }
  const address = given.named.get('url') ?? first;
  if (!VERB.test(verb) || !address) return undefined;
  const span = spanOf(scope.code, callee.to - verb.length, callee.to);
  return { address, method: { value: verb.toUpperCase(), span, implied: false }, ...common };
}

interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
}

function argumentsByName(scope: CallScope, node: SyntaxNode): Arguments {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  const all = argumentsOf(node);
  for (let i = 0; i < all.length; i++) {
    const [argument, next, value] = [all[i], all[i + 1], all[i + 2]];
    if (argument && next?.name === 'AssignOp' && value) {
      named.set(textOf(scope, argument), value);
      i += 2;
    } else if (argument) positional.push(argument);
  }
  return { positional, named };
}

/** `Request(url, data=…)` is a POST where data is given, a GET otherwise (Python docs, `urllib.request.Request`). */
function urllibCall(scope: CallScope, callee: SyntaxNode, given: Arguments): Call | undefined {
  const address = given.named.get('url') ?? given.positional[0];
  const method = given.named.get('method');
  if (!address) return undefined;
  const data = given.named.has('data') || given.positional.length > 1;
  const span = spanOf(scope.code, callee.from, callee.to);
  const implied: MethodMention = { value: data ? 'POST' : 'GET', span, implied: true };
  return { address, method: method ? statedMethod(scope, method) : implied, absolute: true };
}

function statedMethod(scope: CallScope, node: SyntaxNode): MethodMention | undefined {
  const text = plainString(scope, node);
  if (text === undefined || !/^[A-Za-z]{2,20}$/.test(text)) return undefined;
  const { start, end } = contentRange(scope, node);
  return { value: text.toUpperCase(), span: spanOf(scope.code, start, end), implied: false };
}

// -------------------------------------------------------------------------------------- names in the sample

function assign(scope: CallScope, node: SyntaxNode, clients: Clients): void {
  const target = node.firstChild;
  const value = node.lastChild;
  if (!target || !value || value.from <= target.to || node.getChildren('AssignOp').length !== 1) return;
  const name = textOf(scope, target);
  if (!/^[\w.]{1,80}$/.test(name)) return;
  remember(scope, name, fallbackOf(scope, value), readPythonAddress);
  rememberClient(scope, name, value, clients);
}

/** Of `os.getenv("BASE", "https://…")` the value that the guide itself gives. */
function fallbackOf(scope: CallScope, value: SyntaxNode): SyntaxNode {
  const callee = value.name === 'CallExpression' ? value.firstChild : undefined;
  const reads = callee && /^os\.(?:getenv|environ\.get)$/.test(textOf(scope, callee).slice(0, 80));
  return (reads && argumentsOf(value)[1]) || value;
}

/** `with httpx.Client(base_url=…) as client:` */
function enterWith(scope: CallScope, node: SyntaxNode, clients: Clients): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    const [as, name] = [children[index + 1], children[index + 2]];
    if (child.name === 'CallExpression' && as?.name === 'as' && name) {
      rememberClient(scope, textOf(scope, name), child, clients);
    }
  }
}

function rememberClient(scope: CallScope, name: string, value: SyntaxNode, clients: Clients): void {
  const callee = value.name === 'CallExpression' ? value.firstChild : undefined;
  const maker = callee ? textOf(scope, callee).slice(0, 80) : '';
  if (
    !/^(?:(?:requests|httpx|aiohttp|urllib3|http\.client)\.)?(?:HTTPS?Connection|Session|session|Client|AsyncClient|ClientSession|PoolManager)$/.test(
      maker,
    )
  ) {
    return;
  }
  const { named, positional } = argumentsByName(scope, value);
  const server = /HTTPS?Connection$/.test(maker) ? plainString(scope, positional[0]) : undefined;
  const base = named.get('base_url');
  clients.set(name, { based: base !== undefined || server !== undefined });
  const literal = base && (scope.literals.get(textOf(scope, base)) ?? literalOf(scope, base, readPythonAddress));
  if (server !== undefined) scope.literals.set(name, `https://${server}`);
  if (literal !== undefined) scope.literals.set(name, literal);
}
