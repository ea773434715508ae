import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, childrenOf, plainString, textOf } from './call-scope.ts';
import type { Origin } from './collect-reads.ts';
import { definitionOf, keyOf } from './names.ts';
import type { ValueScope } from './value-scope.ts';

export interface AnswerScope extends ValueScope {
  /** The index of each request of the fence by the key of its call. */
  readonly requests: ReadonlyMap<string, number>;
}

/** No guide takes more steps from a call to a field. */
const DEEPEST = 40;

/** The answer, or the part of one, that an expression holds; nothing where that is not plain. */
export function originOf(scope: AnswerScope, node: SyntaxNode, depth = 0): Origin | undefined {
  if (depth > DEEPEST) return undefined;
  switch (node.name) {
    case 'VariableName':
      return originOfName(scope, node, depth);
    case 'CallExpression':
      return originOfCall(scope, node, depth);
    case 'MemberExpression': {
      const step = memberStep(scope, node);
      const origin = step && node.firstChild ? originOf(scope, node.firstChild, depth + 1) : undefined;
      return origin && step ? taken(origin, step.step) : undefined;
    }
    case 'AwaitExpression':
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node).find(({ name }) => !/^[()]$|^await$|Comment$|⚠/.test(name));
      return inner && originOf(scope, inner, depth + 1);
    }
    case 'BinaryExpression':
      return originOfFallback(scope, node, depth);
    default:
      return undefined;
  }
}

/** What a key, `[]`, or nothing at all as by a slice, takes out of a body. */
export function taken(origin: Origin, step: string): Origin | undefined {
  if (!origin.path) return undefined;
  return step === '' ? origin : { ...origin, path: [...origin.path, step] };
}

/** The step that `['name']`, `[0]` or `[:3]` takes, and the node which names it. */
export function memberStep(
  scope: AnswerScope,
  member: SyntaxNode,
): { readonly step: string; readonly name?: SyntaxNode } | undefined {
  const inside = childrenOf(member)
    .slice(1)
    .filter(({ name }) => name !== '[' && name !== ']');
  const [first] = inside;
  if (!first || member.lastChild?.name !== ']') return undefined;
  if (inside.some(({ name }) => name === ':')) return { step: '' };
  if (first.name === 'Number' || (first.name === 'UnaryExpression' && /^-\d+$/.test(textOf(scope, first)))) {
    return { step: '[]' };
  }
  const text = plainString(scope, first);
  return text === undefined ? undefined : { step: text, name: first };
}

function originOfName(scope: AnswerScope, node: SyntaxNode, depth: number): Origin | undefined {
  const meaning = definitionOf(scope.names, node, textOf(scope, node))?.meaning;
  if (meaning?.kind === 'value') return originOf(scope, meaning.node, depth + 1);
  const list = meaning?.kind === 'item' ? originOf(scope, meaning.node, depth + 1) : undefined;
  return list && taken(list, '[]');
}

/** `data["trees"] or []`: what stands in for a missing answer is no other answer. */
function originOfFallback(scope: AnswerScope, node: SyntaxNode, depth: number): Origin | undefined {
  const right = node.getChild('or') ? node.lastChild : undefined;
  const plain = right && /^(?:ArrayExpression|DictionaryExpression|String|Number|Boolean|None)$/.test(right.name);
  return plain && node.firstChild ? originOf(scope, node.firstChild, depth + 1) : undefined;
}

function originOfCall(scope: AnswerScope, call: SyntaxNode, depth: number): Origin | undefined {
  const request = scope.requests.get(keyOf(call));
  if (request !== undefined) return { request };
  const callee = call.firstChild;
  if (!callee) return undefined;
  const name = textOf(scope, callee).slice(-40);
  const [given] = argumentsOf(call);
  if (/^(?:json|orjson)\.loads?$|^(?:urllib\.request\.)?urlopen$|^(?:list|sorted|reversed)$/.test(name)) {
    return given && originOfWrapped(name, originOf(scope, given, depth + 1));
  }
  if (callee.name === 'VariableName') return originOfHelper(scope, callee, depth);
  const [object, method] = [callee.firstChild, callee.getChild('PropertyName')];
  const origin = object && method ? originOf(scope, object, depth + 1) : undefined;
  return origin && method ? originOfMethod(scope, origin, { method: textOf(scope, method), given }) : undefined;
}

/** `json.loads(response.read())`, `json.load(response)`, `urlopen(request)`, `sorted(data["trees"])`. */
function originOfWrapped(name: string, origin: Origin | undefined): Origin | undefined {
  if (!origin) return undefined;
  if (/urlopen$/.test(name)) return origin.path ? undefined : origin;
  if (/load/.test(name)) {
    const parsed = /loads$/.test(name) ? origin.text : !origin.path;
    return parsed ? { request: origin.request, path: [] } : undefined;
  }
  return origin.path ? origin : undefined;
}

interface MethodCall {
  readonly method: string;
  readonly given: SyntaxNode | undefined;
}

function originOfMethod(scope: AnswerScope, origin: Origin, { method, given }: MethodCall): Origin | undefined {
  if (origin.path) {
    const key = method === 'get' ? plainString(scope, given) : undefined;
    if (key !== undefined) return taken(origin, key);
    return method === 'pop' && !given ? taken(origin, '[]') : undefined;
  }
  if (method === 'json' && !origin.text) return { ...origin, path: [] };
  return /^(?:read|decode)$/.test(method) ? { ...origin, text: true } : undefined;
}

/** `trees = get_trees()`, where the sample itself says what `get_trees` does. */
function originOfHelper(scope: AnswerScope, name: SyntaxNode, depth: number): Origin | undefined {
  const meaning = definitionOf(scope.names, name, textOf(scope, name))?.meaning;
  const body = meaning?.kind === 'function' ? meaning.node.getChild('Body') : undefined;
  if (!body || meaning?.kind !== 'function' || meaning.node.name !== 'FunctionDefinition') return undefined;
  const values: SyntaxNode[] = [];
  body.cursor().iterate(({ name: kind, node }) => {
    if (/^(?:FunctionDefinition|LambdaExpression|ClassDefinition)$/.test(kind)) return false;
    const value = kind === 'ReturnStatement' ? childrenOf(node)[1] : undefined;
    const nothing = value && /^(?:None|Boolean|ArrayExpression|DictionaryExpression|String|Number)$/.test(value.name);
    if (value && !nothing && values.length < 5) values.push(value);
    return undefined;
  });
  const [only, ...others] = values;
  return only && others.length === 0 ? originOf(scope, only, depth + 1) : undefined;
}
