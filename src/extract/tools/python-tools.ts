import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';
import { childrenOf, textOf } from '../code/call-scope.ts';
import { argumentsByName } from '../code/python-arguments.ts';
import { pythonNames } from '../code/python-definitions.ts';
import { pythonSample } from '../code/python-sample.ts';
import type { Fence } from '../code/request.ts';
import { spanOfNode, type ValueScope, valueScope } from '../code/value-scope.ts';
import { type CalledTool, calledTool } from './called-tool.ts';
import { isToolName } from './tool-name.ts';
import { type ToolInSample, toolsInSample } from './tools-in-sample.ts';

/** The tools that Python calls by a client session, asks for by JSON-RPC, or defines with a decorator. */
export function pythonTools(fence: Fence): readonly ToolInSample[] {
  const tree = parser.parse(fence.code.text);
  const scope = valueScope(fence, pythonNames(fence, tree));
  return nodesIn(tree).flatMap((node) => {
    switch (node.name) {
      case 'DictionaryExpression':
        return messageIn(scope, node);
      case 'DecoratedStatement':
        return decorated(scope, node);
      default:
        return calledTool(callOf(scope, node)) ?? [];
    }
  });
}

function nodesIn(tree: Tree): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  tree.iterate({
    enter({ name, node }) {
      if (/^(?:CallExpression|DictionaryExpression|DecoratedStatement)$/.test(name)) nodes.push(node);
    },
  });
  return nodes;
}

/** `{"method": "tools/call", "params": {…}}` */
function messageIn(scope: ValueScope, node: SyntaxNode): readonly ToolInSample[] {
  const outer = textOf(scope, node).slice(0, 200);
  return /["']method["']\s{0,5}:\s{0,5}["']tools\/call["']/.test(outer) ? toolsInSample(pythonSample(scope, node)) : [];
}

/** `session.call_tool("list_trees", {…})`, also with `name=` and `arguments=`. */
function callOf(scope: ValueScope, node: SyntaxNode): CalledTool | undefined {
  const callee = node.firstChild;
  const verb = callee && /(?:^|\.)(\w+)$/.exec(textOf(scope, callee).slice(-60))?.[1];
  if (!verb) return undefined;
  const { named, positional } = argumentsByName(scope, node);
  const name = named.get('name') ?? positional[0];
  const given = named.get('arguments') ?? (named.has('name') ? positional[0] : positional[1]);
  const sample = (each: SyntaxNode | undefined) => each && pythonSample(scope, each);
  return { verb, span: spanOfNode(scope, node), name: sample(name), given: sample(given) };
}

/** `@mcp.tool()⏎def list_trees(…)` */
function decorated(scope: ValueScope, node: SyntaxNode): readonly ToolInSample[] {
  const decorator = node.getChild('Decorator');
  const name = node.getChild('FunctionDefinition')?.getChild('VariableName');
  if (!decorator || !name || !childrenOf(decorator).some((part) => textOf(scope, part) === 'tool')) return [];
  const text = textOf(scope, name);
  if (!isToolName(text)) return [];
  return [{ source: 'definition', said: 'nothing', span: spanOfNode(scope, name), text, own: true }];
}
