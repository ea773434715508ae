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

/** What a Python expression shows. */
export function pythonSample(scope: ValueScope, node: SyntaxNode, depth = 0): Sample {
  if (depth > DEEPEST_VALUE || scope.budget.left-- <= 0) return unknownSample(scope, node);
  const span = spanOfNode(scope, node);
  const text = textOf(scope, node);
  switch (node.name) {
    case 'DictionaryExpression':
      return dictionarySample(scope, node, depth);
    case 'ArrayExpression':
    case 'TupleExpression':
      return listSample(scope, node, depth);
    case 'ArrayComprehensionExpression':
      return comprehensionSample(scope, node, depth);
    case 'String':
      // Bytes and raw strings hold other characters than a plain one.
      return /^["']/.test(text) ? stringSample(scope, node) : unknownSample(scope, node);
    case 'FormatString':
      return node.getChild('FormatReplacement') ? unknownSample(scope, node) : stringSample(scope, node);
    case 'Number':
      return { kind: 'number', span, text: text.replace(/_/g, '') };
    case 'UnaryExpression':
      return /^-\s*[\d.][\w.]*$/.test(text.slice(0, 60))
        ? { kind: 'number', span, text: text.replace(/[\s_]/g, '') }
        : unknownSample(scope, node);
    case 'Boolean':
      return { kind: 'boolean', span, text: text.toLowerCase() };
    case 'None':
      return { kind: 'null', span, text: 'null' };
    case 'CallExpression':
      return calledSample(scope, node, depth);
    case 'VariableName':
      return namedSample(scope, node, { depth, read: pythonSample, withChanges });
    case 'ParenthesizedExpression': {
      const inner = childrenOf(node).find(({ name }) => !/^[()]$|Comment$|⚠/.test(name));
      return inner ? pythonSample(scope, inner, depth + 1) : unknownSample(scope, node);
    }
    default:
      return unknownSample(scope, node);
  }
}

/** `[{"name": tree} for tree in trees]`: a list of what is made of each. */
function comprehensionSample(scope: ValueScope, node: SyntaxNode, depth: number): Sample {
  const item = node.getChild('DictionaryExpression');
  if (!item) return unknownSample(scope, node);
  return { kind: 'array', span: spanOfNode(scope, node), items: [pythonSample(scope, item, depth + 1)], open: true };
}

/** `dict(name=value)`, `json.dumps(value)`, `json.dumps(value).encode()`. */
function calledSample(scope: ValueScope, call: SyntaxNode, depth: number): Sample {
  const inner = dumped(scope, call);
  if (inner) return pythonSample(scope, inner, depth + 1);
  const callee = call.firstChild;
  if (!callee || textOf(scope, callee).slice(0, 40) !== 'dict') return unknownSample(scope, call);
  const given = argumentsOf(call);
  const members: SampleMember[] = [];
  for (const [index, name] of given.entries()) {
    const value = given[index + 1]?.name === 'AssignOp' ? given[index + 2] : undefined;
    if (value) members.push({ ...memberName(scope, name), value: pythonSample(scope, value, depth + 1) });
  }
  const span = spanOfNode(scope, call);
  return { kind: 'object', span, members: mergeMembers(members), open: members.length * 3 !== given.length };
}

/** What `json.dumps` makes a text of, whatever encodes that. */
export function dumped(scope: ValueScope, node: SyntaxNode): SyntaxNode | undefined {
  const callee = node.name === 'CallExpression' ? node.firstChild : undefined;
  if (!callee) return undefined;
  const object = callee.name === 'MemberExpression' ? callee.firstChild : undefined;
  const method = callee.getChild('PropertyName');
  if (object && method && textOf(scope, method) === 'encode') return dumped(scope, object);
  return /^(?:json|orjson|ujson|simplejson)\.dumps$/.test(textOf(scope, callee).slice(0, 40))
    ? argumentsOf(node)[0]
    : undefined;
}

/** `body['ripe'] = True` adds a member, perhaps only sometimes; other changes may add any. */
function withChanges(
  scope: ValueScope,
  sample: Extract<Sample, { kind: 'object' }>,
  { use, changes, depth }: Changed,
): Sample {
  const added: SampleMember[] = [];
  let open = sample.open;
  for (const { node, kind, method, from } of changes) {
    // Reading changes nothing.
    if (kind === 'call' && /^(?:get|items|keys|values|copy)$/.test(method ?? '')) continue;
    open = true;
    if (from > use.from) continue;
    if (method === 'update') {
      const [given] = argumentsOf(node);
      const more = given ? pythonSample(scope, given, depth + 1) : undefined;
      if (more?.kind === 'object') added.push(...more.members);
    }
    const [key, value] = [node.firstChild?.getChild('String'), node.lastChild];
    if (kind === 'member' && key && value)
      added.push({ ...memberName(scope, key), value: pythonSample(scope, value, depth + 1) });
  }
  return { ...sample, members: mergeMembers([...sample.members, ...added]), open };
}

function listSample(scope: ValueScope, node: SyntaxNode, depth: number): Sample {
  const items: Sample[] = [];
  let open = false;
  let spread = false;
  for (const child of childrenOf(node)) {
    if (/Comment$/.test(child.name)) open ||= isElision(scope, child);
    else if (child.name === '*' || child.name === '⚠' || child.name === 'Ellipsis') open = spread = true;
    else if (child.name === ',') spread = false;
    else if (!/^[[\]()]$/.test(child.name) && !spread) items.push(pythonSample(scope, child, depth + 1));
  }
  return { kind: 'array', span: spanOfNode(scope, node), items, open };
}

function dictionarySample(scope: ValueScope, node: SyntaxNode, depth: number): Sample {
  const members: SampleMember[] = [];
  const children = childrenOf(node);
  // A dictionary that nothing closes may go on.
  let open = node.lastChild?.name !== '}';
  for (const [index, child] of children.entries()) {
    if (/Comment$/.test(child.name)) open ||= isElision(scope, child);
    if (child.name === '⚠') open = true;
    if (child.name === 'Ellipsis' && children[index - 1]?.name !== ':') open = true;
    if (child.name === '**') {
      const spread = children[index + 1];
      const sample = spread ? pythonSample(scope, spread, depth + 1) : undefined;
      if (sample?.kind === 'object') members.push(...sample.members);
      if (sample?.kind !== 'object' || sample.open) open = true;
    }
    if (child.name !== ':') continue;
    const [key, value] = [children[index - 1], children[index + 1]];
    const shown = value && !/^[,}]$|⚠/.test(value.name) ? pythonSample(scope, value, depth + 1) : undefined;
    if (key?.name === 'String' && shown) members.push({ ...memberName(scope, key), value: shown });
    else open = true;
  }
  return { kind: 'object', span: spanOfNode(scope, node), members: mergeMembers(members), open };
}
