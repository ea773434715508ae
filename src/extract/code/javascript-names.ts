import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, type CallScope, type CodeScope, childrenOf, literalOf, remember, textOf } from './call-scope.ts';
import { readJavascriptAddress } from './javascript-address.ts';
import { type ClientFamily, clientFamily } from './javascript-clients.ts';

/** Clients with a base URL of their own, and what they were made with. */
export type Clients = Map<string, ClientFamily>;

/**
 * Remembers what a declaration assigns: addresses, constants, option objects, and in `clients` the names of clients
 * with a base URL of their own.
 */
export function declare(scope: CallScope, node: SyntaxNode, clients: Clients): void {
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (child.name !== 'Equals') continue;
    const name = children.slice(0, index).findLast((before) => before.name === 'VariableDefinition');
    const value = children[index + 1];
    if (!name || !value) continue;
    const key = textOf(scope, name);
    remember(scope, key, fallbackOf(value), readJavascriptAddress);
    rememberProperties(scope, key, value);
    rememberClient(scope, key, value, clients);
  }
}

/** Of `process.env.BASE ?? 'https://…'` the value that the guide itself gives. */
function fallbackOf(value: SyntaxNode): SyntaxNode {
  return (value.name === 'BinaryExpression' && value.getChild('LogicOp') && value.lastChild) || value;
}

/** `const config = { base: 'https://…' }` gives `config.base` a value. */
function rememberProperties(scope: CallScope, name: string, value: SyntaxNode): void {
  if (value.name !== 'ObjectExpression') return;
  for (const property of value.getChildren('Property')) {
    const key = property.getChild('PropertyDefinition');
    const text = key ? literalOf(scope, property.lastChild ?? key, readJavascriptAddress) : undefined;
    if (key && text !== undefined) scope.literals.set(`${name}.${textOf(scope, key)}`, text);
  }
}

const CREATES_CLIENT = /^(?:axios|ky|got|\$fetch|ofetch)\.(?:create|extend)$/;

/** `axios.create({ baseURL })`, `ky.extend({ prefixUrl })`, `ofetch.create({ baseURL })`. */
function rememberClient(scope: CallScope, name: string, value: SyntaxNode, clients: Clients): void {
  if (value.name !== 'CallExpression') return;
  const callee = value.firstChild;
  const maker = callee ? textOf(scope, callee).slice(0, 80) : '';
  if (!CREATES_CLIENT.test(maker)) return;
  clients.set(name, clientFamily(maker.slice(0, maker.indexOf('.'))));
  const [options] = argumentsOf(value);
  const object = options && resolveObject(scope, options);
  const base = object && (propertyValue(scope, object, 'baseURL') ?? propertyValue(scope, object, 'prefixUrl'));
  const literal = base && (scope.literals.get(textOf(scope, base)) ?? literalOf(scope, base, readJavascriptAddress));
  if (literal !== undefined) scope.literals.set(name, literal);
}

/** An object literal, or the one that a name was given. */
export function resolveObject(scope: CallScope, node: SyntaxNode): SyntaxNode | undefined {
  const value = node.name === 'VariableName' ? scope.assigned.get(textOf(scope, node)) : node;
  return value?.name === 'ObjectExpression' ? value : undefined;
}

/** The value of an object literal's property, whether its key is quoted or not. */
export function propertyValue(scope: CodeScope, object: SyntaxNode, key: string): SyntaxNode | undefined {
  for (const property of object.getChildren('Property')) {
    const [name] = childrenOf(property);
    if (!name || textOf(scope, name).replace(/^["']|["']$/g, '') !== key) continue;
    const value = property.lastChild;
    if (value && value.from > name.to) return value;
  }
  return undefined;
}
