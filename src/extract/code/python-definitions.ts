import type { SyntaxNode, Tree } from '@lezer/common';
import { type CodeScope, childrenOf, textOf } from './call-scope.ts';
import { createNames, define, definitionOf, type Meaning, type Names, noteChange, type ScopeSyntax } from './names.ts';

const FUNCTIONS = new Set(['FunctionDefinition', 'LambdaExpression']);
const LOOPS = new Set(['ForStatement', 'WhileStatement']);
const COMPREHENSION = /ComprehensionExpression$/;

const SYNTAX: ScopeSyntax = {
  functions: FUNCTIONS,
  loops: LOOPS,
  scopes: new Set([
    'Script',
    'ClassDefinition',
    'ArrayComprehensionExpression',
    'ComprehensionExpression',
    'DictionaryComprehensionExpression',
    'SetComprehensionExpression',
    ...FUNCTIONS,
  ]),
  // The first body of a `try` runs, or what follows seldom does.
  conditional: (node, parent) =>
    node.name === 'Body' &&
    (/^(?:If|For|While|Match)/.test(parent.name) ||
      FUNCTIONS.has(parent.name) ||
      (parent.name === 'TryStatement' && node.prevSibling?.name !== 'try')),
};

const DEFINING = new Set([
  'ForStatement',
  'AssignStatement',
  'NamedExpression',
  'UpdateStatement',
  'WithStatement',
  'ParamList',
  'FunctionDefinition',
  'ClassDefinition',
  'ImportStatement',
]);

/** What the names of a Python sample stand for, and what it does to their values. */
export function pythonNames(scope: CodeScope, tree: Tree): Names {
  const names = createNames(SYNTAX);
  const later: SyntaxNode[] = [];
  tree.iterate({
    enter(place) {
      const { name } = place;
      if (DEFINING.has(name) || COMPREHENSION.test(name)) collect(scope, names, place.node);
      if (name === 'AssignStatement' || name === 'CallExpression') later.push(place.node);
    },
  });
  for (const node of later) change(scope, names, node);
  return names;
}

function collect(scope: CodeScope, names: Names, node: SyntaxNode): void {
  if (COMPREHENSION.test(node.name) || node.name === 'ForStatement') return iterated(scope, names, node);
  switch (node.name) {
    case 'AssignStatement':
    case 'NamedExpression':
      return assigned(scope, names, node);
    case 'UpdateStatement':
      return giveName(scope, names, { place: node, target: node.firstChild, from: node.to });
    case 'WithStatement':
      return withNames(scope, names, node);
    case 'ParamList':
      return parameters(scope, names, node);
    case 'FunctionDefinition':
    case 'ClassDefinition': {
      const target = node.getChild('VariableName');
      return giveName(scope, names, { place: node, target, from: node.from, meaning: { kind: 'function', node } });
    }
    case 'ImportStatement':
      for (const target of node.getChildren('VariableName')) {
        giveName(scope, names, { place: node, target, from: node.to });
      }
  }
}

interface Given {
  readonly place: SyntaxNode;
  readonly target: SyntaxNode | null | undefined;
  readonly from: number;
  readonly meaning?: Meaning;
}

function giveName(scope: CodeScope, names: Names, { place, target, from, meaning = { kind: 'other' } }: Given): void {
  if (target?.name !== 'VariableName') return;
  define(names, place, { name: textOf(scope, target), from, meaning });
}

/** `name = value`, also with a type; of `a = b = value` and `a, b = pair` the names only. */
function assigned(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const children = childrenOf(node).filter(({ name }) => name !== 'TypeDef');
  const [target, operator, value] = children;
  const single = operator?.name === 'AssignOp' && value && children.length === 3;
  const meaning: Meaning | undefined = single ? { kind: 'value', node: value, steps: [] } : undefined;
  if (meaning) return giveName(scope, names, { place: node, target, from: node.to, meaning });
  for (const child of children)
    if (child !== children.at(-1)) giveName(scope, names, { place: node, target: child, from: node.to });
}

/** `for tree in trees`, in a statement or in brackets. */
function iterated(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const children = childrenOf(node);
  for (const [index, word] of children.entries()) {
    if (word.name !== 'for') continue;
    const to = children.findIndex((child, at) => at > index && child.name === 'in');
    const targets = to < 0 ? [] : children.slice(index + 1, to).filter(({ name }) => name !== ',');
    const list = children[to + 1];
    const counted = targets.length === 2 && list ? enumerated(scope, list) : undefined;
    for (const [position, target] of targets.entries()) {
      const source = targets.length === 1 ? list : position === 1 ? counted : undefined;
      const meaning: Meaning | undefined = source && { kind: 'item', node: source, steps: [] };
      // Inside brackets the names are used before they are given.
      const from = node.name === 'ForStatement' ? (list?.to ?? word.to) : node.from;
      giveName(scope, names, { place: word, target, from, ...(meaning && { meaning }) });
    }
  }
}

/** The list in `enumerate(list)`. */
function enumerated(scope: CodeScope, node: SyntaxNode): SyntaxNode | undefined {
  const callee = node.name === 'CallExpression' ? node.firstChild : undefined;
  if (!callee || textOf(scope, callee) !== 'enumerate') return undefined;
  return node.getChild('ArgList')?.firstChild?.nextSibling ?? undefined;
}

/** `with session.get(url) as response:` */
function withNames(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const children = childrenOf(node);
  for (const [index, word] of children.entries()) {
    const [value, target] = [children[index - 1], children[index + 1]];
    if (word.name !== 'as' || !value) continue;
    giveName(scope, names, {
      place: node,
      target,
      from: word.from,
      meaning: { kind: 'value', node: value, steps: [] },
    });
  }
}

function parameters(scope: CodeScope, names: Names, node: SyntaxNode): void {
  for (const target of node.getChildren('VariableName')) {
    // A default value is no parameter, though it may be a name as well.
    if (target.prevSibling?.name !== 'AssignOp') giveName(scope, names, { place: node, target, from: target.to });
  }
}

/** `body['name'] = value`, `body.update(…)`, `session.headers.update(…)`, `session.headers = …`. */
function change(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const target = node.firstChild;
  const object = target?.name === 'MemberExpression' ? target.firstChild : undefined;
  if (!target || !object) return;
  const root = object.name === 'MemberExpression' ? (object.firstChild ?? object) : object;
  const definition = root.name === 'VariableName' ? definitionOf(names, root, textOf(scope, root)) : undefined;
  const method = scope.code.text.slice(root.to, target.to).replace(/\s+/g, '').replace(/^\./, '');
  if (!definition || method.length > 60) return;
  if (node.name === 'CallExpression') noteChange(names, definition, { from: node.from, kind: 'call', node, method });
  else if (object === root) noteChange(names, definition, { from: node.from, kind: 'member', node, method });
  else noteChange(names, definition, { from: node.from, kind: 'unclear', node, method });
}
