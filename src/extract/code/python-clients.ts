import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, type CallScope, childrenOf, literalOf, plainString, remember, textOf } from './call-scope.ts';
import { readPythonAddress } from './python-address.ts';
import { argumentsByName } from './python-arguments.ts';

/** Sessions and clients by name, and whether they carry a base URL. */
export type Clients = Map<string, { readonly based: boolean }>;

/** Remembers what a statement assigns, and in `clients` the names of sessions. */
export function assign(scope: CallScope, node: SyntaxNode, clients: Clients): void {
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
export function enterWith(scope: CallScope, node: SyntaxNode, clients: Clients): void {
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
