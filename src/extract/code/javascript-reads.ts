import type { SyntaxNode, Tree } from '@lezer/common';
import type { Setting, Stance } from '../../model.ts';
import type { FactDraft } from '../extractor.ts';
import { settingOf } from './call-facts.ts';
import { childrenOf, textOf } from './call-scope.ts';
import { collectReads, type Origin } from './collect-reads.ts';
import type { ClientFamily } from './javascript-clients.ts';
import { patternKey } from './javascript-definitions.ts';
import { type AnswerScope, memberStep, originOf, originOfParameter, taken } from './javascript-origin.ts';
import { keyOf } from './names.ts';
import type { ValueScope } from './value-scope.ts';

interface Asked {
  readonly node: SyntaxNode;
  readonly family: ClientFamily;
  readonly sample: { readonly stance: Stance };
}

/** The fields and statuses that a script reads out of answers, by the index of the request. */
export function javascriptReads(
  values: ValueScope,
  tree: Tree,
  requests: readonly Asked[],
): ReadonlyMap<number, readonly FactDraft[]> {
  // An interceptor may hand out anything in place of the answer.
  const intercepted = values.code.text.includes('.interceptors.response');
  const families = requests.map(({ family }) => (intercepted && family === 'axios' ? 'other' : family));
  const calls = requests.map(
    ({ node }, index) => [keyOf(node), { index, family: families[index] ?? 'other' }] as const,
  );
  const scope: AnswerScope = { ...values, requests: new Map(calls), families };
  const written = writtenMembers(values, tree);
  const collector = collectReads(scope, requests);
  const addRead: AddRead = (origin, name) => {
    const last = origin.path?.at(-1) ?? '';
    if (last !== 'length' && !written.has(last)) collector.addField(origin, name, settingAround(scope, name));
  };
  tree.iterate({
    enter(place) {
      const { name } = place;
      if (name === 'MemberExpression') readMember(scope, place.node, addRead);
      if (name === 'PatternProperty') readPattern(scope, place.node, addRead);
      const status = name === 'BinaryExpression' ? readStatus(scope, place.node) : undefined;
      if (status) collector.addStatus(status.request, status.code);
    },
  });
  return collector.facts;
}

type AddRead = (origin: Origin, name: SyntaxNode) => void;

function readMember(scope: AnswerScope, member: SyntaxNode, add: AddRead): void {
  const { parent, firstChild: object } = member;
  const name = memberStep(scope, member)?.name;
  if (!object || !name || !parent || isCalled(member)) return;
  const origin = originOf(scope, member);
  if (origin) add(origin, name);
}

/** A body holds no functions: what is called on it is a method of JavaScript's own. */
function isCalled(member: SyntaxNode): boolean {
  const outer = member.parent?.name === 'InstantiationExpression' ? member.parent : member;
  return (
    /^(?:CallExpression|TaggedTemplateExpression)$/.test(outer.parent?.name ?? '') &&
    outer.parent?.from === member.from &&
    outer.parent.firstChild?.to === outer.to
  );
}

function readPattern(scope: AnswerScope, property: SyntaxNode, add: AddRead): void {
  const [name] = childrenOf(property);
  if (!name || !property.parent || patternKey(scope, name) === undefined) return;
  const origin = originOfPattern(scope, property.parent, 0);
  const field = origin && taken(scope, origin, patternKey(scope, name));
  if (field) add(field, name);
}

/** What a pattern takes apart. */
function originOfPattern(scope: AnswerScope, pattern: SyntaxNode, depth: number): Origin | undefined {
  const outer = pattern.parent;
  if (!outer || depth > 20) return undefined;
  switch (outer.name) {
    case 'VariableDeclaration': {
      const [equals, value] = childrenOf(outer).filter(
        (child) => child.from >= pattern.to && child.name !== 'TypeAnnotation',
      );
      return equals?.name === 'Equals' && value ? originOf(scope, value) : undefined;
    }
    case 'ForOfSpec': {
      const list = childrenOf(outer).findLast((child) => child.name !== ')');
      const origin = list && originOf(scope, list);
      return origin && taken(scope, origin, '[]');
    }
    case 'ParamList': {
      const before = childrenOf(outer).filter((child) => child.name === ',' && child.from < pattern.from);
      return outer.parent ? originOfParameter(scope, outer.parent, before.length, 0) : undefined;
    }
    case 'ArrayPattern': {
      const origin = originOfPattern(scope, outer, depth + 1);
      return origin && taken(scope, origin, '[]');
    }
    case 'PatternProperty': {
      const key = outer.firstChild;
      const origin = outer.parent && originOfPattern(scope, outer.parent, depth + 1);
      return origin && key ? taken(scope, origin, patternKey(scope, key)) : undefined;
    }
    default:
      return undefined;
  }
}

/** `response.status === 204`; any other comparison names no status for sure. */
function readStatus(
  scope: AnswerScope,
  comparison: SyntaxNode,
): { readonly request: number; readonly code: SyntaxNode } | undefined {
  const [left, operator, right] = childrenOf(comparison);
  if (!left || !right || operator?.name !== 'CompareOp' || !/^={2,3}$/.test(textOf(scope, operator))) return undefined;
  const [member, code] = left.name === 'Number' ? [right, left] : [left, right];
  if (code.name !== 'Number' || !/^[1-5]\d\d$/.test(textOf(scope, code)) || !member.firstChild) return undefined;
  const property = member.name === 'MemberExpression' ? member.getChild('PropertyName') : undefined;
  if (!property || !/^status(?:Code)?$/.test(textOf(scope, property))) return undefined;
  const origin = originOf(scope, member.firstChild);
  return origin && !origin.path ? { request: origin.request, code } : undefined;
}

/** Which answer is read, as far as the conditions around the place say. */
function settingAround(scope: AnswerScope, place: SyntaxNode): Setting | undefined {
  let node = place;
  for (let depth = 0; node.parent && depth < 60; depth++) {
    const { parent } = node;
    const condition = parent.name === 'IfStatement' ? parent.getChild('ParenthesizedExpression') : undefined;
    if (condition && node.from > condition.from) {
      const otherwise = parent.getChild('else');
      const setting = settingOf(textOf(scope, condition), !otherwise || node.from < otherwise.from);
      if (setting) return setting;
    }
    node = parent;
  }
  return undefined;
}

/** Members that the script itself sets: what is read under these names may be its own. */
function writtenMembers(scope: ValueScope, tree: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  tree.iterate({
    enter(place) {
      const target = place.name === 'AssignmentExpression' ? place.node.firstChild : undefined;
      const member = target?.name === 'MemberExpression' ? target.getChild('PropertyName') : undefined;
      if (member) names.add(textOf(scope, member));
    },
  });
  return names;
}
