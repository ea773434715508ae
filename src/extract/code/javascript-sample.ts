import type { SyntaxNode } from '@lezer/common';
import type { Sample, SampleMember } from '../../model.ts';
import { argumentsOf, childrenOf, textOf } from './call-scope.ts';
import {
  type Changed,
  DEEPEST_VALUE,
  isElision,
  memberName,
  mergeMembers,
  namedSample,
  spanOfNode,
  stringSample,
  unknownSample,
  type ValueScope,
} from './value-scope.ts';

/** What a JavaScript expression shows; nothing for `undefined` and for functions, which JSON leaves out. */
export function javascriptSample(scope: ValueScope, node: SyntaxNode, depth = 0): Sample | undefined {
  if (depth > DEEPEST_VALUE || scope.budget.left-- <= 0) return unknownSample(scope, node);
  switch (node.name) {
    case 'ObjectExpression':
      return objectSample(scope, node, depth);
    case 'ArrayExpression':
      return arraySample(scope, node, depth);
    case 'String':
      return stringSample(scope, node);
    case 'TemplateString':
      return node.getChild('Interpolation') ? unknownSample(scope, node) : stringSample(scope, node);
    case 'Number':
      return { kind: 'number', span: spanOfNode(scope, node), text: textOf(scope, node).replace(/_|n$/g, '') };
    case 'UnaryExpression':
      return negative(scope, node);
    case 'BooleanLiteral':
      return { kind: 'boolean', span: spanOfNode(scope, node), text: textOf(scope, node) };
    case 'null':
      return { kind: 'null', span: spanOfNode(scope, node), text: 'null' };
    case 'ArrowFunction':
    case 'FunctionExpression':
      return undefined;
    case 'VariableName':
    case 'PropertyDefinition':
      return textOf(scope, node) === 'undefined'
        ? undefined
        : namedSample(scope, node, { depth, read: javascriptSample, withChanges });
    default: {
      const inner = innerExpression(scope, node);
      if (inner) return javascriptSample(scope, inner, depth + 1);
      return mappedSample(scope, node, depth) ?? unknownSample(scope, node);
    }
  }
}

/** The expression inside brackets, `await`, `as const`, `satisfies T`, `x!`, `JSON.stringify(x)`, `Object.freeze(x)`. */
export function innerExpression(scope: ValueScope, node: SyntaxNode): SyntaxNode | undefined {
  switch (node.name) {
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return childrenOf(node).find((child) => !/^[()]$|^await$|Comment$|⚠/.test(child.name));
    case 'BinaryExpression':
      return node.getChild('as') || node.getChild('satisfies') ? (node.firstChild ?? undefined) : undefined;
    case 'PostfixExpression':
      return node.getChild('LogicOp') ? (node.firstChild ?? undefined) : undefined;
    case 'CallExpression': {
      const callee = node.firstChild;
      const wraps = callee && /^(?:JSON\.stringify|Object\.freeze)$/.test(textOf(scope, callee).slice(0, 40));
      return wraps ? argumentsOf(node)[0] : undefined;
    }
    default:
      return undefined;
  }
}

/** `trees.map((tree) => ({ name: tree.name }))`: a list of what the callback makes. */
function mappedSample(scope: ValueScope, node: SyntaxNode, depth: number): Sample | undefined {
  const callee = node.name === 'CallExpression' ? node.firstChild : undefined;
  const method = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : undefined;
  const [callback] = method && textOf(scope, method) === 'map' ? argumentsOf(node) : [];
  const made = callback?.name === 'ArrowFunction' ? callback.lastChild : undefined;
  const item = made?.name === 'ParenthesizedExpression' ? javascriptSample(scope, made, depth + 1) : undefined;
  return item?.kind === 'object'
    ? { kind: 'array', span: spanOfNode(scope, node), items: [item], open: true }
    : undefined;
}

function negative(scope: ValueScope, node: SyntaxNode): Sample {
  const text = textOf(scope, node);
  if (!/^-\s*[\d.][\w.]*$/.test(text.slice(0, 60))) return unknownSample(scope, node);
  return { kind: 'number', span: spanOfNode(scope, node), text: text.replace(/[\s_]/g, '') };
}

/** `body.ripe = true` adds a member, perhaps only sometimes; other changes may add any. */
function withChanges(
  scope: ValueScope,
  sample: Extract<Sample, { kind: 'object' }>,
  { use, changes, depth }: Changed,
): Sample {
  if (changes.length === 0) return sample;
  const added: SampleMember[] = [];
  for (const { node, kind, from } of changes) {
    const [target, operator, value] = childrenOf(node);
    const key = target?.lastChild?.name === ']' ? target.getChild('String') : target?.getChild('PropertyName');
    if (kind !== 'member' || from > use.from || operator?.name !== 'Equals' || !key || !value) continue;
    const shown = javascriptSample(scope, value, depth + 1);
    if (shown) added.push({ ...memberName(scope, key), value: shown });
  }
  return { ...sample, members: mergeMembers([...sample.members, ...added]), open: true };
}

function arraySample(scope: ValueScope, node: SyntaxNode, depth: number): Sample {
  const items: Sample[] = [];
  let open = false;
  for (const child of childrenOf(node)) {
    if (/^[[\],]$/.test(child.name)) continue;
    if (/Comment$/.test(child.name)) open ||= isElision(scope, child);
    else if (child.name === 'Spread' || child.name === '⚠') open = true;
    else if (child.prevSibling?.name !== 'Spread')
      items.push(javascriptSample(scope, child, depth + 1) ?? unknownSample(scope, child));
  }
  return { kind: 'array', span: spanOfNode(scope, node), items, open };
}

function objectSample(scope: ValueScope, node: SyntaxNode, depth: number): Sample {
  const members: SampleMember[] = [];
  // An object that nothing closes may go on.
  let open = node.lastChild?.name !== '}';
  for (const child of childrenOf(node)) {
    if (/Comment$/.test(child.name)) open ||= isElision(scope, child);
    if (child.name === '⚠') open = true;
    if (child.name !== 'Property') continue;
    const read = propertySample(scope, child, depth);
    members.push(...read.members);
    open ||= read.open;
  }
  return { kind: 'object', span: spanOfNode(scope, node), members: mergeMembers(members), open };
}

interface Members {
  readonly members: readonly SampleMember[];
  readonly open: boolean;
}

const NOTHING: Members = { members: [], open: false };
const ANYTHING: Members = { members: [], open: true };

function propertySample(scope: ValueScope, property: SyntaxNode, depth: number): Members {
  const children = childrenOf(property).filter(({ name }) => !/Comment$/.test(name));
  const [first] = children;
  if (!first || property.getChild('⚠')) return ANYTHING;
  if (first.name === 'Spread') return spreadSample(scope, children[1], depth);
  const key = first.name === '[' ? children[1] : first;
  if (!key || (first.name === '[' && key.name !== 'String')) return ANYTHING;
  const colon = children.findIndex(({ name }) => name === ':');
  const value = colon < 0 ? undefined : children[colon + 1];
  // `get x() {}`, `x() {}`: functions are not sent.
  if (!value && children.length > 1) return NOTHING;
  if (!/^(?:PropertyDefinition|String|Number)$/.test(key.name)) return ANYTHING;
  const shown = javascriptSample(scope, value ?? key, depth + 1);
  return shown ? { members: [{ ...memberName(scope, key), value: shown }], open: false } : NOTHING;
}

/** `...defaults` brings its members along where they are known. */
function spreadSample(scope: ValueScope, value: SyntaxNode | undefined, depth: number): Members {
  const sample = value && value.name !== '⚠' ? javascriptSample(scope, value, depth + 1) : undefined;
  return sample?.kind === 'object' ? { members: sample.members, open: sample.open } : ANYTHING;
}
