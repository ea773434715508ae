import type { SyntaxNode, Tree } from '@lezer/common';

/** What a script's own file says of the names it declares. */
export interface ScriptNames {
  /** By name: what its top level declares it to be. */
  readonly declared: ReadonlyMap<string, SyntaxNode>;
  /** Names whose values are changed later, or may be by a function they are passed to; `module` is one for `module.exports.x = …`. */
  readonly changed: ReadonlySet<string>;
  /** `export default x`, `export = x`, `module.exports = x`; the last holds. */
  readonly exported: SyntaxNode | undefined;
}

/** Methods that change the list they are called on. */
const changing = /^(?:push|unshift|splice|pop|shift|reverse|sort|fill|copyWithin)$/;
/** Functions that give back what they are given: `defineConfig`, `defineSidebar`, `Object.freeze`. */
const identity = /^(?:define[A-Z]\w{0,60}|Object\.freeze)$/;

/** Whether an expression is the name of a function that gives back its argument. */
export function isIdentityFunction(text: string, callee: SyntaxNode | null): boolean {
  return callee !== null && identity.test(text.slice(callee.from, Math.min(callee.to, callee.from + 80)));
}

/** Reads a whole script once; code inside functions may change a name, but declares none for us. */
export function readScriptNames(text: string, tree: Tree): ScriptNames {
  const declared = new Map<string, SyntaxNode>();
  const changed = new Set<string>();
  let exported: SyntaxNode | undefined;
  for (const statement of childrenOf(tree.topNode)) {
    for (const [name, value] of declarationsIn(text, statement)) declared.set(name, value);
    exported = exportedBy(text, statement) ?? exported;
  }
  tree.iterate({
    enter({ node }) {
      for (const name of namesChangedBy(text, node)) changed.add(name);
    },
  });
  return { declared, changed, exported };
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!/Comment$/.test(child.name)) children.push(child);
  }
  return children;
}

/** The arguments of a call, without brackets and commas. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.getChild('ArgList');
  return list ? childrenOf(list).filter((child) => !/^[(),]$/.test(child.name)) : [];
}

function declarationsIn(text: string, statement: SyntaxNode): readonly (readonly [string, SyntaxNode])[] {
  const declaration = statement.name === 'ExportDeclaration' ? statement.getChild('VariableDeclaration') : statement;
  if (declaration?.name !== 'VariableDeclaration') return [];
  return declaration.getChildren('Equals').flatMap((equals) => {
    let name = equals.prevSibling;
    if (name?.name === 'TypeAnnotation') name = name.prevSibling;
    const value = equals.nextSibling;
    return name?.name === 'VariableDefinition' && value ? [[text.slice(name.from, name.to), value] as const] : [];
  });
}

function exportedBy(text: string, statement: SyntaxNode): SyntaxNode | undefined {
  if (statement.name === 'ExportDeclaration') {
    const mark = statement.getChild('default') ?? statement.getChild('Equals');
    return mark?.nextSibling ?? undefined;
  }
  const assignment = statement.getChild('AssignmentExpression');
  const [target, , value] = assignment ? childrenOf(assignment) : [];
  return target && isModuleExports(text, target) ? value : undefined;
}

function isModuleExports(text: string, node: SyntaxNode): boolean {
  return (
    node.name === 'MemberExpression' && text.slice(node.from, Math.min(node.to, node.from + 20)) === 'module.exports'
  );
}

function namesChangedBy(text: string, node: SyntaxNode): readonly string[] {
  switch (node.name) {
    case 'AssignmentExpression':
      return isModuleExports(text, node.firstChild ?? node) ? [] : rootName(text, node.firstChild);
    case 'UnaryExpression':
      return node.getChild('delete') ? rootName(text, node.lastChild) : [];
    case 'CallExpression': {
      const callee = node.firstChild;
      const method = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : undefined;
      const called = method && changing.test(text.slice(method.from, method.to)) ? rootName(text, callee) : [];
      return [...called, ...(isIdentityFunction(text, callee) ? [] : namesPassed(text, node))];
    }
    default:
      return [];
  }
}

function namesPassed(text: string, call: SyntaxNode): readonly string[] {
  return argumentsOf(call)
    .filter(({ name }) => name === 'VariableName')
    .map(({ from, to }) => text.slice(from, to));
}

/** `sidebars` of `sidebars.docs[0].items`, and of `(sidebars as any).docs`. */
function rootName(text: string, node: SyntaxNode | null): readonly string[] {
  let root = node;
  while (root && root.name !== 'VariableName') root = root.name === '(' ? root.nextSibling : root.firstChild;
  return root ? [text.slice(root.from, root.to)] : [];
}
