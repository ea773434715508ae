import type { SyntaxNode } from '@lezer/common';
import type { Claim, Sample } from '../../model.ts';
import { slice } from '../../text/source-text.ts';
import { asForm, type SentBody, type SentParts } from './call-facts.ts';
import { argumentsOf, contentRange, textOf } from './call-scope.ts';
import { jsonLiteral } from './json-literal.ts';
import { argumentsByName } from './python-arguments.ts';
import { dumped, pythonSample } from './python-sample.ts';
import { knownValue, MOST_HOPS, memberName, mergeMembers, spanOfNode, type ValueScope } from './value-scope.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const JSON_TYPE = 'application/json';

export interface PythonCall {
  readonly node: SyntaxNode;
  /** The method which is called, as `post`, `request` or `Request`. */
  readonly verb: string;
}

/** The headers, parameters and body which a call sends. */
export function pythonParts(scope: ValueScope, { node, verb }: PythonCall): SentParts {
  const { named, positional } = argumentsByName(scope, node);
  // `Request(url, data, headers)` of urllib; `connection.request(method, url, body, headers)` of http.client.
  const plain = /^(?:Request|urlopen)$/.test(verb);
  const byPlace = plain
    ? positional[1]
    : verb === 'request'
      ? positional[2]
      : /^(?:post|put|patch)$/.test(verb)
        ? positional[1]
        : undefined;
  const headers = named.get('headers') ?? (plain ? positional[2] : verb === 'request' ? positional[3] : undefined);
  const at = (name: string): Sample | undefined => {
    const value = named.get(name);
    return value && pairsAsObject(pythonSample(scope, value));
  };
  const own = headers && pythonSample(scope, headers);
  const auth = named.get('auth')?.prevSibling?.prevSibling;
  const body = bodyOf(scope, named, byPlace ?? named.get('body'));
  // Headers that are not shown may state another type than the one which follows from the argument.
  const unsure = own && (own.kind !== 'object' || own.open);
  return {
    headers: united([sessionHeaders(scope, node), own]),
    query: at('params'),
    cookies: at('cookies'),
    body: body && unsure ? { ...body, mediaType: undefined } : body,
    credentials: auth ? { value: textOf(scope, auth), span: spanOfNode(scope, auth) } : undefined,
  };
}

function bodyOf(
  scope: ValueScope,
  named: ReadonlyMap<string, SyntaxNode>,
  plain: SyntaxNode | undefined,
): SentBody | undefined {
  const [json, files] = [named.get('json'), named.get('files')];
  const data = named.get('data') ?? named.get('content') ?? plain;
  if (json) return stated(scope, json, JSON_TYPE);
  const text = data && textBody(scope, data);
  if (text) return text;
  const fields = data && pairsAsObject(pythonSample(scope, data));
  if (files) {
    const sent = united([fields, pairsAsObject(pythonSample(scope, files))]);
    return (
      sent && {
        value: { ...sent, open: sent.open || (data !== undefined && fields?.kind !== 'object') },
        text: 'files',
        mediaType: keyword(scope, files, MULTIPART),
      }
    );
  }
  if (!data || fields?.kind !== 'object') return undefined;
  return { value: fields, text: textOf(scope, data).slice(0, 80), mediaType: keyword(scope, data, FORM), form: true };
}

function stated(scope: ValueScope, node: SyntaxNode, type: string): SentBody {
  return {
    value: pythonSample(scope, node),
    text: textOf(scope, node).slice(0, 80),
    mediaType: keyword(scope, node, type),
  };
}

/** The name of an argument says what becomes of its value: `json=`, `data=`, `files=`. */
function keyword(scope: ValueScope, value: SyntaxNode, type: string): Claim<string> | undefined {
  const name = value.prevSibling?.name === 'AssignOp' ? value.prevSibling.prevSibling : undefined;
  return name ? { value: type, span: spanOfNode(scope, name) } : undefined;
}

/** `json.dumps(…)`, `'{"ripe": true}'`, or a name that holds one of them. */
function textBody(scope: ValueScope, node: SyntaxNode, hops = 0): SentBody | undefined {
  if (hops > MOST_HOPS) return undefined;
  const inner = dumped(scope, node);
  if (inner) return { value: pythonSample(scope, inner), text: textOf(scope, inner).slice(0, 80) };
  if (node.name === 'VariableName') {
    const known = knownValue(scope, node);
    return known && textBody(scope, known.node, hops + 1);
  }
  if (node.name === 'CallExpression') {
    const [object, method] = [node.firstChild?.firstChild, node.firstChild?.getChild('PropertyName')];
    const encoded = object && method && textOf(scope, method) === 'encode';
    return encoded ? (urlencoded(scope, object) ?? textBody(scope, object, hops + 1)) : urlencoded(scope, node);
  }
  if (node.name !== 'String') return undefined;
  const { start, end } = contentRange(scope, node);
  const source = slice(scope.code, start, end);
  const value = source.text.includes('\\') ? undefined : jsonLiteral(source);
  return value && { value, text: textOf(scope, node).slice(0, 80) };
}

/** `urllib.parse.urlencode(…)`. */
function urlencoded(scope: ValueScope, node: SyntaxNode): SentBody | undefined {
  const callee = node.name === 'CallExpression' ? node.firstChild : undefined;
  const [given] = callee && /(?:^|\.)urlencode$/.test(textOf(scope, callee).slice(0, 60)) ? argumentsOf(node) : [];
  if (!callee || !given) return undefined;
  const value = asForm(pairsAsObject(pythonSample(scope, given)));
  return { value, text: textOf(scope, node).slice(0, 80), mediaType: { value: FORM, span: spanOfNode(scope, callee) } };
}

/** `[('name', value), …]` says the same as `{'name': value}`. */
function pairsAsObject(sample: Sample): Sample {
  if (sample.kind !== 'array') return sample;
  const members = sample.items.flatMap((item) => {
    const [key, value] = item.kind === 'array' ? item.items : [];
    return key?.kind === 'string' && value ? [{ name: key.text, nameSpan: key.span, value }] : [];
  });
  const open = sample.open || members.length < sample.items.length;
  return { kind: 'object', span: sample.span, members, open };
}

/** `session.headers.update({…})`, `session.headers['Accept'] = …`, `Client(headers={…})`. */
function sessionHeaders(scope: ValueScope, call: SyntaxNode): Sample | undefined {
  const receiver = call.firstChild?.firstChild;
  const known = receiver?.name === 'VariableName' ? knownValue(scope, receiver) : undefined;
  if (known?.node.name !== 'CallExpression') return undefined;
  const given = argumentsByName(scope, known.node).named.get('headers');
  const samples = [given && pythonSample(scope, given)];
  for (const { node, method, from } of known.changes) {
    if (from > call.from) continue;
    const value =
      method === 'headers.update' ? argumentsOf(node)[0] : method === 'headers' ? node.lastChild : undefined;
    if (value) samples.push(pythonSample(scope, value));
    const key = method?.startsWith('headers[') ? node.firstChild?.getChild('String') : undefined;
    if (key && node.lastChild) samples.push(single(scope, key, node.lastChild));
  }
  return united(samples);
}

function single(scope: ValueScope, key: SyntaxNode, value: SyntaxNode): Sample {
  const member = { ...memberName(scope, key), value: pythonSample(scope, value) };
  return { kind: 'object', span: spanOfNode(scope, key), members: [member], open: true };
}

function united(samples: readonly (Sample | undefined)[]): Extract<Sample, { kind: 'object' }> | undefined {
  const objects = samples.filter((sample) => sample?.kind === 'object');
  const [first] = objects;
  if (!first) return undefined;
  const open = objects.some((object) => object.open);
  return { ...first, members: mergeMembers(objects.flatMap(({ members }) => members)), open };
}
