import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { argumentsOf, textOf } from '../code/call-scope.ts';
import { javascriptNames } from '../code/javascript-definitions.ts';
import { propertyValue } from '../code/javascript-names.ts';
import { javascriptSample } from '../code/javascript-sample.ts';
import type { Fence } from '../code/request.ts';
import { spanOfNode, type ValueScope, valueScope } from '../code/value-scope.ts';
import { type CalledTool, calledTool } from './called-tool.ts';
import { type ToolInSample, toolsInSample } from './tools-in-sample.ts';

/** The tools that JavaScript or TypeScript calls by a client, asks for by JSON-RPC, or registers. */
export function javascriptTools(fence: Fence): readonly ToolInSample[] {
  const tree = parser.configure({ dialect: 'jsx ts' }).parse(fence.code.text);
  const scope = valueScope(fence, javascriptNames(fence, tree));
  return nodesIn(tree).flatMap((node) => {
    if (node.name === 'ObjectExpression') return messageIn(scope, node);
    return calledTool(callOf(scope, node)) ?? [];
  });
}

function nodesIn(tree: Tree): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter({ name, node }) {
      if (name === 'CallExpression' || name === 'ObjectExpression') nodes.push(node);
    },
  });
  return nodes;
}

/** `{ method: 'tools/call', params: { name, arguments } }` */
function messageIn(scope: ValueScope, node: SyntaxNode): readonly ToolInSample[] {
  const method = propertyValue(scope, node, 'method');
  if (!method || !/^["'`]tools\/call["'`]$/.test(textOf(scope, method))) return [];
  const message = javascriptSample(scope, node);
  return message ? toolsInSample(message) : [];
}

/** `client.callTool({ name, arguments })`, `mcp.callTool('list_trees', {…})`, `server.registerTool('list_trees', …)`. */
function callOf(scope: ValueScope, node: SyntaxNode): CalledTool | undefined {
  const [callee] = [node.firstChild];
  const name = callee ? textOf(scope, callee).slice(-60) : '';
  const verb = /(?:^|[.?!])(\w+)$/.exec(name)?.[1];
  const [first, second] = argumentsOf(node);
  if (verb === undefined || !first) return undefined;
  const whole = { span: spanOfNode(scope, node) };
  const one = javascriptSample(scope, first);
  if (one?.kind === 'object') return { verb, ...whole, ...membersOf(one) };
  return { verb, ...whole, name: one, given: second ? javascriptSample(scope, second) : undefined };
}

function membersOf({ members, open }: Extract<ReturnType<typeof javascriptSample>, { kind: 'object' }>) {
  const member = (name: string) => members.find((each) => each.name === name)?.value;
  return { name: member('name'), given: member('arguments'), open };
}
