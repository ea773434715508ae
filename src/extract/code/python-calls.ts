import type { SyntaxNode } from '@lezer/common';
import type { MethodMention } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { CallAddress } from './call-sample.ts';
import { type CallScope, contentRange, plainString, textOf } from './call-scope.ts';
import { type Arguments, argumentsByName } from './python-arguments.ts';
import type { Clients } from './python-clients.ts';

interface CallPlace {
  readonly scope: CallScope;
  readonly clients: Clients;
  readonly node: SyntaxNode;
}

export interface Call extends CallAddress {
  /** The method which is called, as `post` or `request`; `Request` of urllib. */
  readonly verb: string;
}

const LIBRARY = /^(?:requests|httpx|aiohttp|grequests|curl_requests)$/;
const USUAL_NAME = /^(?:self\.)?_?(?:session|sess|s|http|client|async_client|http_client|c|pool)$/;
const VERB = /^(?:get|post|put|patch|delete|head|options)$/;
/** The last word of whatever is called, before its arguments are looked at. */
const MAY_SEND = /(?:^|\.)(?:Request|urlopen|request|stream|get|post|put|patch|delete|head|options)$/;

/** The request that a call makes; nothing for all other calls. */
export function callOf({ scope, clients, node }: CallPlace): Call | undefined {
  const callee = node.firstChild;
  if (!callee || callee.to - callee.from > 80) return undefined;
  const name = textOf(scope, callee);
  if (!MAY_SEND.test(name)) return undefined;
  const given = argumentsByName(scope, node);
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
    return address && { address, verb: 'request', method: method && statedMethod(scope, method), ...common };
  }
  const address = given.named.get('url') ?? first;
  if (!VERB.test(verb) || !address) return undefined;
  const span = spanOf(scope.code, callee.to - verb.length, callee.to);
  return { address, verb, method: { value: verb.toUpperCase(), span, implied: false }, ...common };
}

/** `Request(url, data=…)` is a POST where data is given, a GET otherwise (Python docs, `urllib.request.Request`). */
function urllibCall(scope: CallScope, callee: SyntaxNode, given: Arguments): Call | undefined {
  const address = given.named.get('url') ?? given.positional[0];
  const method = given.named.get('method');
  if (!address) return undefined;
  const data = given.named.has('data') || given.positional.length > 1;
  const span = spanOf(scope.code, callee.from, callee.to);
  const implied: MethodMention = { value: data ? 'POST' : 'GET', span, implied: true };
  return { address, verb: 'Request', method: method ? statedMethod(scope, method) : implied, absolute: true };
}

function statedMethod(scope: CallScope, node: SyntaxNode): MethodMention | undefined {
  const text = plainString(scope, node);
  if (text === undefined || !/^[A-Za-z]{2,20}$/.test(text)) return undefined;
  const { start, end } = contentRange(scope, node);
  return { value: text.toUpperCase(), span: spanOf(scope.code, start, end), implied: false };
}
