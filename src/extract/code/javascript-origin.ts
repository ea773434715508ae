import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, childrenOf, plainString, textOf } from './call-scope.ts';
import type { Origin } from './collect-reads.ts';
import { ANSWERS, type ClientFamily } from './javascript-clients.ts';
import { innerExpression } from './javascript-sample.ts';
import { definitionOf, keyOf, type Meaning } from './names.ts';
import { isName, type ValueScope } from './value-scope.ts';

export interface AnswerScope extends ValueScope {
  /** The requests of the fence by the key of their calls. */
  readonly requests: ReadonlyMap<string, { readonly index: number; readonly family: ClientFamily }>;
  readonly families: readonly ClientFamily[];
}

/** No guide takes more steps from a call to a field. */
const DEEPEST = 40;

/** The answer, or the part of one, that an expression holds; nothing where that is not plain. */
export function originOf(scope: AnswerScope, node: SyntaxNode, depth = 0): Origin | undefined {
  if (depth > DEEPEST) return undefined;
  if (isName(node)) {
    const meaning = definitionOf(scope.names, node, textOf(scope, node))?.meaning;
    return meaning && originOfMeaning(scope, meaning, depth + 1);
  }
  if (node.name === 'CallExpression') return originOfCall(scope, node, depth);
  if (node.name === 'MemberExpression') {
    const object = node.firstChild;
    const origin = object ? originOf(scope, object, depth + 1) : undefined;
    return origin && taken(scope, origin, memberStep(scope, node)?.step);
  }
  const inner = innerExpression(scope, node) ?? withFallback(node);
  return inner && originOf(scope, inner, depth + 1);
}

/** What a property, or `[]`, takes out of an answer. */
export function taken(scope: AnswerScope, origin: Origin, step: string | undefined): Origin | undefined {
  if (step === undefined) return undefined;
  if (origin.path) return { ...origin, path: [...origin.path, step] };
  const family = scope.families[origin.request] ?? 'other';
  return ANSWERS[family].property === step ? { ...origin, path: [] } : undefined;
}

/** The step that `.name`, `['name']` or `[0]` takes, and the node which names it. */
export function memberStep(
  scope: AnswerScope,
  member: SyntaxNode,
): { readonly step: string; readonly name?: SyntaxNode } | undefined {
  const name = member.getChild('PropertyName');
  if (name) return { step: textOf(scope, name), name };
  const [inside] = childrenOf(member)
    .slice(1)
    .filter((child) => !/^(?:\[|\]|\?\.)$/.test(child.name));
  if (inside?.name === 'Number') return { step: '[]' };
  const text = plainString(scope, inside);
  return inside && text !== undefined ? { step: text, name: inside } : undefined;
}

function originOfMeaning(scope: AnswerScope, meaning: Meaning, depth: number): Origin | undefined {
  switch (meaning.kind) {
    case 'value':
      return steppedInto(scope, originOf(scope, meaning.node, depth), meaning.steps);
    case 'item':
      return steppedInto(scope, originOf(scope, meaning.node, depth), ['[]', ...meaning.steps]);
    case 'parameter':
      return steppedInto(scope, originOfParameter(scope, meaning.owner, meaning.index, depth), meaning.steps);
    case 'function':
    case 'other':
      return undefined;
  }
}

export function steppedInto(
  scope: AnswerScope,
  from: Origin | undefined,
  steps: readonly string[],
): Origin | undefined {
  return steps.reduce<Origin | undefined>((origin, step) => origin && taken(scope, origin, step), from);
}

/** `data ?? []`: what stands in for a missing answer is no other answer. */
function withFallback(node: SyntaxNode): SyntaxNode | undefined {
  const right = node.name === 'BinaryExpression' && node.getChild('LogicOp') ? node.lastChild : undefined;
  return right && /^(?:ArrayExpression|ObjectExpression|String|Number|BooleanLiteral|null)$/.test(right.name)
    ? (node.firstChild ?? undefined)
    : undefined;
}

// ----------------------------------------------------------------------------------------------------- calls

const SAME_LIST = /^(?:filter|slice|sort|reverse|toSorted|toReversed|concat)$/;
const ONE_ITEM = /^(?:find|findLast|at|pop|shift)$/;
const PER_ITEM = /^(?:map|forEach|filter|find|findLast|findIndex|some|every|flatMap)$/;

function originOfCall(scope: AnswerScope, call: SyntaxNode, depth: number): Origin | undefined {
  const request = scope.requests.get(keyOf(call));
  if (request) {
    return { request: request.index, ...(ANSWERS[request.family].direct && { path: [] }) };
  }
  const inner = innerExpression(scope, call);
  if (inner) return undefined;
  const callee = call.firstChild;
  const plain = callee?.name === 'InstantiationExpression' ? callee.firstChild : callee;
  if (plain && isName(plain)) return originOfHelper(scope, plain, depth);
  const [object, name] = plain?.name === 'MemberExpression' ? [plain.firstChild, plain.getChild('PropertyName')] : [];
  return object && name ? originOfMethod(scope, call, { object, method: textOf(scope, name), depth }) : undefined;
}

interface MethodCall {
  readonly object: SyntaxNode;
  readonly method: string;
  readonly depth: number;
}

function originOfMethod(
  scope: AnswerScope,
  call: SyntaxNode,
  { object, method, depth }: MethodCall,
): Origin | undefined {
  if (method === 'then') {
    const [callback] = argumentsOf(call);
    return callback && originOfResult(scope, callback, depth + 1);
  }
  const origin = originOf(scope, object, depth + 1);
  if (!origin) return undefined;
  if (/^(?:catch|finally|clone)$/.test(method)) return origin;
  if (origin.path) {
    if (SAME_LIST.test(method)) return origin;
    return ONE_ITEM.test(method) ? taken(scope, origin, '[]') : undefined;
  }
  const family = scope.families[origin.request] ?? 'other';
  if (ANSWERS[family].call === method) return { ...origin, path: [] };
  // A chain goes on being the request.
  return family === 'superagent' ? origin : undefined;
}

/** `const trees = await getTrees()`, where the sample itself says what `getTrees` does. */
function originOfHelper(scope: AnswerScope, name: SyntaxNode, depth: number): Origin | undefined {
  const meaning = definitionOf(scope.names, name, textOf(scope, name))?.meaning;
  if (meaning?.kind === 'function') return originOfResult(scope, meaning.node, depth + 1);
  return meaning?.kind === 'value' && meaning.steps.length === 0
    ? originOfResult(scope, meaning.node, depth + 1)
    : undefined;
}

/** What a function returns, where it is one thing, or nothing at all. */
function originOfResult(scope: AnswerScope, made: SyntaxNode, depth: number): Origin | undefined {
  if (!/^(?:ArrowFunction|FunctionExpression|FunctionDeclaration)$/.test(made.name)) return undefined;
  const body = made.lastChild;
  if (!body) return undefined;
  if (body.name !== 'Block') return originOf(scope, body, depth);
  const [only, ...others] = returnedBy(body);
  return only && others.length === 0 ? originOf(scope, only, depth) : undefined;
}

function returnedBy(block: SyntaxNode): readonly SyntaxNode[] {
  const values: SyntaxNode[] = [];
  const cursor = block.cursor();
  cursor.iterate(({ name, node }) => {
    if (/Function|^MethodDeclaration$/.test(name)) return false;
    const value = name === 'ReturnStatement' ? childrenOf(node)[1] : undefined;
    const nothing = value && /^(?:;|null|BooleanLiteral|ArrayExpression|String|Number)$/.test(value.name);
    if (value && !nothing && values.length < 5) values.push(value);
    return undefined;
  });
  return values;
}

/** What a callback is given: the answer by `then`, an item of a list by `map` and its like. */
export function originOfParameter(
  scope: AnswerScope,
  owner: SyntaxNode,
  index: number,
  depth: number,
): Origin | undefined {
  const call = owner.parent?.name === 'ArgList' ? owner.parent.parent : undefined;
  const callee = call?.name === 'CallExpression' ? call.firstChild : undefined;
  const [object, name] =
    callee?.name === 'MemberExpression' ? [callee.firstChild, callee.getChild('PropertyName')] : [];
  if (!call || !object || !name || depth > DEEPEST) return undefined;
  if (argumentsOf(call)[0]?.from !== owner.from) return undefined;
  const method = textOf(scope, name);
  const given = method === 'then' ? 0 : PER_ITEM.test(method) ? 0 : method === 'reduce' ? 1 : undefined;
  if (given !== index) return undefined;
  const origin = originOf(scope, object, depth + 1);
  if (method === 'then' || !origin?.path) return method === 'then' ? origin : undefined;
  return taken(scope, origin, '[]');
}
