import type { SyntaxNode, Tree } from '@lezer/common';
import { type CodeScope, childrenOf, contentRange, textOf } from './call-scope.ts';
import { createNames, define, definitionOf, type Meaning, type Names, noteChange, type ScopeSyntax } from './names.ts';

const FUNCTIONS = new Set(['ArrowFunction', 'FunctionDeclaration', 'FunctionExpression', 'MethodDeclaration']);
const LOOPS = new Set(['ForStatement', 'WhileStatement', 'DoStatement']);
const BRANCHES = new Set(['IfStatement', 'SwitchBody', 'CatchClause', 'Property', ...FUNCTIONS, ...LOOPS]);

const SYNTAX: ScopeSyntax = {
  functions: FUNCTIONS,
  loops: LOOPS,
  scopes: new Set(['Script', 'Block', 'ForStatement', 'CatchClause', 'SwitchBody', 'Property', ...FUNCTIONS]),
  // The block of a `try` runs, or what follows seldom does; a condition is always looked at.
  conditional: (node, parent) =>
    node.name === 'CatchClause' || (BRANCHES.has(parent.name) && !/^Parenthesized|^For\w*Spec$|List$/.test(node.name)),
};

const DEFINING = new Set(['VariableDeclaration', 'ForOfSpec', 'ParamList', 'VariableDefinition']);
const CHANGING = new Set(['AssignmentExpression', 'CallExpression', 'PostfixExpression']);

/** What the names of a script stand for, and what it does to their values. */
export function javascriptNames(scope: CodeScope, tree: Tree): Names {
  const names = createNames(SYNTAX);
  const later: SyntaxNode[] = [];
  tree.iterate({
    enter(place) {
      if (DEFINING.has(place.name)) collect(scope, names, place.node);
      if (CHANGING.has(place.name)) later.push(place.node);
    },
  });
  for (const node of later) reassign(scope, names, node);
  for (const node of later) change(scope, names, node);
  return names;
}

function collect(scope: CodeScope, names: Names, node: SyntaxNode): void {
  switch (node.name) {
    case 'VariableDeclaration':
      return declared(scope, names, node);
    case 'ForOfSpec': {
      const list = childrenOf(node).findLast((child) => child.name !== ')');
      const meaning: Meaning | undefined = list && { kind: 'item', node: list, steps: [] };
      const pattern = childrenOf(node).find(isPattern);
      return pattern && definePattern({ scope, names, place: node, from: node.to }, pattern, meaning);
    }
    case 'ParamList':
      return parameters(scope, names, node);
    case 'VariableDefinition': {
      const owner = node.parent;
      if (owner && /^(?:Function|Class)Declaration$/.test(owner.name)) {
        const meaning: Meaning = { kind: 'function', node: owner };
        define(names, owner, { name: textOf(scope, node), from: owner.from, meaning });
      } else if (owner && /^Import|^CatchClause$|^ForInSpec$/.test(owner.name)) {
        define(names, node, { name: textOf(scope, node), from: node.from, meaning: { kind: 'other' } });
      }
    }
  }
}

function declared(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const children = childrenOf(node);
  for (const [index, pattern] of children.entries()) {
    if (!isPattern(pattern)) continue;
    const equals = children[index + 1]?.name === 'TypeAnnotation' ? index + 2 : index + 1;
    const value = children[equals]?.name === 'Equals' ? children[equals + 1] : undefined;
    const meaning: Meaning | undefined = value && { kind: 'value', node: value, steps: [] };
    definePattern({ scope, names, place: node, from: value?.to ?? pattern.to }, pattern, meaning);
  }
}

function parameters(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const owner = node.parent;
  if (!owner) return;
  let index = 0;
  let spread = false;
  for (const child of childrenOf(node)) {
    if (child.name === ',') index++;
    if (child.name === 'Spread') spread = true;
    if (!isPattern(child)) continue;
    const meaning: Meaning | undefined = spread ? undefined : { kind: 'parameter', owner, index, steps: [] };
    definePattern({ scope, names, place: node, from: child.to }, child, meaning);
  }
}

interface PatternPlace {
  readonly scope: CodeScope;
  readonly names: Names;
  readonly place: SyntaxNode;
  readonly from: number;
}

/** Defines the names of a pattern, however deep they stand in it. */
function definePattern(at: PatternPlace, pattern: SyntaxNode, meaning: Meaning | undefined, depth = 0): void {
  if (depth > 20) return;
  if (pattern.name === 'VariableDefinition') {
    const name = textOf(at.scope, pattern);
    define(at.names, at.place, { name, from: at.from, meaning: meaning ?? { kind: 'other' } });
    return;
  }
  for (const child of childrenOf(pattern)) {
    if (pattern.name === 'ArrayPattern' && isPattern(child)) {
      definePattern(at, child, stepped(meaning, '[]'), depth + 1);
    }
    if (child.name !== 'PatternProperty') continue;
    const [key] = childrenOf(child);
    const target = childrenOf(child).find(isPattern);
    const step = key && patternKey(at.scope, key);
    if (target) definePattern(at, target, step === undefined ? undefined : stepped(meaning, step), depth + 1);
  }
}

/** The property that an entry of a pattern takes. */
export function patternKey(scope: CodeScope, key: SyntaxNode): string | undefined {
  if (key.name === 'PropertyName' || key.name === 'VariableDefinition') return textOf(scope, key);
  if (key.name !== 'String') return undefined;
  const { start, end } = contentRange(scope, key);
  return scope.code.text.slice(start, end);
}

function stepped(meaning: Meaning | undefined, step: string): Meaning | undefined {
  return meaning && 'steps' in meaning ? { ...meaning, steps: [...meaning.steps, step] } : undefined;
}

function isPattern({ name }: SyntaxNode): boolean {
  return name === 'VariableDefinition' || name === 'ObjectPattern' || name === 'ArrayPattern';
}

/** `data = await response.json()` gives the name a new value; `count += 1` one that nobody follows. */
function reassign(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const [target, operator, value] = childrenOf(node);
  if (node.name === 'CallExpression' || target?.name !== 'VariableName') return;
  if (node.name === 'PostfixExpression' && operator?.name !== 'ArithOp') return;
  const meaning: Meaning =
    operator?.name === 'Equals' && value ? { kind: 'value', node: value, steps: [] } : { kind: 'other' };
  define(names, node, { name: textOf(scope, target), from: node.to, meaning, assigned: true });
}

/** `body.name = value`, `form.append(…)`, `url.searchParams.set(…)`. */
function change(scope: CodeScope, names: Names, node: SyntaxNode): void {
  const target = node.firstChild;
  const object = target?.name === 'MemberExpression' ? target.firstChild : undefined;
  if (!target || !object || node.name === 'PostfixExpression') return;
  const via = object.name === 'MemberExpression' ? object : undefined;
  const root = via?.firstChild ?? object;
  const definition = root.name === 'VariableName' ? definitionOf(names, root, textOf(scope, root)) : undefined;
  if (!definition) return;
  const called = node.name === 'CallExpression';
  const method = scope.code.text
    .slice(root.to, target.to)
    .replace(/[\s?!.]+/g, '.')
    .replace(/^\./, '');
  if (called && method.length < 60) noteChange(names, definition, { from: node.from, kind: 'call', node, method });
  if (!called) noteChange(names, definition, { from: node.from, kind: via ? 'unclear' : 'member', node });
}
