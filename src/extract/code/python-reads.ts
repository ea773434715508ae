import type { SyntaxNode, Tree } from '@lezer/common';
import type { Setting, Stance } from '../../model.ts';
import type { FactDraft } from '../extractor.ts';
import { settingOf } from './call-facts.ts';
import { argumentsOf, childrenOf, plainString, textOf } from './call-scope.ts';
import { collectReads } from './collect-reads.ts';
import { keyOf } from './names.ts';
import { type AnswerScope, memberStep, originOf, taken } from './python-origin.ts';
import type { ValueScope } from './value-scope.ts';

interface Asked {
  readonly node: SyntaxNode;
  readonly sample: { readonly stance: Stance };
}

const READING = new Set(['MemberExpression', 'CallExpression', 'BinaryExpression']);

/** The fields and statuses that a Python sample reads out of answers, by the index of the request. */
export function pythonReads(
  values: ValueScope,
  tree: Tree,
  requests: readonly Asked[],
): ReadonlyMap<number, readonly FactDraft[]> {
  const scope: AnswerScope = { ...values, requests: new Map(requests.map(({ node }, index) => [keyOf(node), index])) };
  const collector = collectReads(scope, requests);
  const written = writtenKeys(values, tree);
  const add = (object: SyntaxNode | null, name: SyntaxNode | undefined): void => {
    const key = plainString(scope, name);
    if (!object || !name || key === undefined || written.has(key)) return;
    const origin = originOf(scope, object);
    const field = origin && taken(origin, key);
    if (field) collector.addField(field, name, settingAround(scope, name));
  };
  tree.iterate({
    enter(place) {
      const { name } = place;
      if (!READING.has(name)) return;
      const { node } = place;
      if (name === 'MemberExpression') add(node.firstChild, memberStep(scope, node)?.name);
      const callee = name === 'CallExpression' ? node.firstChild : undefined;
      const method = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : undefined;
      if (callee && method && textOf(scope, method) === 'get') add(callee.firstChild, argumentsOf(node)[0]);
      const status = name === 'BinaryExpression' ? readStatus(scope, node) : undefined;
      if (status) collector.addStatus(status.request, status.code);
    },
  });
  return collector.facts;
}

/** `response.status_code == 201`; any other comparison names no status for sure. */
function readStatus(
  scope: AnswerScope,
  comparison: SyntaxNode,
): { readonly request: number; readonly code: SyntaxNode } | undefined {
  const [member, operator, code] = childrenOf(comparison);
  if (!member || operator?.name !== 'CompareOp' || textOf(scope, operator) !== '==') return undefined;
  if (code?.name !== 'Number' || !/^[1-5]\d\d$/.test(textOf(scope, code)) || !member.firstChild) return undefined;
  const property = member.name === 'MemberExpression' ? member.getChild('PropertyName') : undefined;
  if (!property || !/^status(?:_code)?$/.test(textOf(scope, property))) return undefined;
  const origin = originOf(scope, member.firstChild);
  return origin && !origin.path ? { request: origin.request, code } : undefined;
}

/** Which answer is read, as far as the conditions around the place say. */
function settingAround(scope: AnswerScope, place: SyntaxNode): Setting | undefined {
  let node = place;
  for (let depth = 0; node.parent && depth < 60; depth++) {
    const { parent } = node;
    if (parent.name === 'IfStatement' && node.name === 'Body') {
      const condition = node.prevSibling;
      const met = condition?.name !== 'else';
      // An `else` answers to the first condition.
      const asked = met ? condition : parent.firstChild?.nextSibling;
      const setting = asked ? settingOf(textOf(scope, asked), met) : undefined;
      if (setting) return setting;
    }
    node = parent;
  }
  return undefined;
}

/** Keys that the sample itself sets: what is read under these names may be its own. */
function writtenKeys(scope: ValueScope, tree: Tree): ReadonlySet<string> {
  const keys = new Set<string>();
  tree.iterate({
    enter(place) {
      const target = place.name === 'AssignStatement' ? place.node.firstChild : undefined;
      const key =
        target?.name === 'MemberExpression' ? plainString(scope, target.getChild('String') ?? undefined) : undefined;
      if (key !== undefined) keys.add(key);
    },
  });
  return keys;
}
