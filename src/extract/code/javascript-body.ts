import type { SyntaxNode } from '@lezer/common';
import type { Claim, Sample, SampleMember } from '../../model.ts';
import { mapped, type SourceText, slice } from '../../text/source-text.ts';
import type { SentBody } from './call-facts.ts';
import { argumentsOf, childrenOf, contentRange, textOf } from './call-scope.ts';
import { innerExpression, javascriptSample } from './javascript-sample.ts';
import { jsonLiteral } from './json-literal.ts';
import type { Change } from './names.ts';
import {
  isName,
  knownValue,
  MOST_HOPS,
  memberName,
  mergeMembers,
  spanOfNode,
  unknownSample,
  type ValueScope,
} from './value-scope.ts';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** What an expression sends as a body: an object, a string of JSON, a form. */
export function javascriptBody(scope: ValueScope, node: SyntaxNode, hops = 0): SentBody | undefined {
  if (hops > MOST_HOPS) return undefined;
  const form = formSample(scope, node);
  if (form) return form;
  switch (node.name) {
    case 'String':
    case 'TemplateString':
      return bodyOf(scope, node, jsonText(scope, node));
    case 'ObjectExpression':
    case 'ArrayExpression':
      return bodyOf(scope, node, javascriptSample(scope, node));
    case 'VariableName':
    case 'PropertyDefinition': {
      const known = knownValue(scope, node);
      if (!known) return undefined;
      const sample = javascriptSample(scope, node);
      return sample?.kind === 'object'
        ? bodyOf(scope, known.node, sample)
        : javascriptBody(scope, known.node, hops + 1);
    }
    case 'CallExpression': {
      const inner = innerExpression(scope, node);
      const shown = javascriptSample(scope, inner ?? node);
      if (shown && shown.kind !== 'unknown') return bodyOf(scope, inner ?? node, shown);
      const text = stringified(scope, node);
      return text && javascriptBody(scope, text, hops + 1);
    }
    default: {
      const inner = innerExpression(scope, node);
      return inner && javascriptBody(scope, inner, hops + 1);
    }
  }
}

function bodyOf(scope: ValueScope, node: SyntaxNode, value: Sample | undefined): SentBody | undefined {
  return value && { value, text: textOf(scope, node).slice(0, 80) };
}

/** `params.toString()` sends what `params` holds. */
function stringified(scope: ValueScope, call: SyntaxNode): SyntaxNode | undefined {
  const callee = call.firstChild;
  const method = callee?.getChild('PropertyName');
  return callee?.name === 'MemberExpression' && method && textOf(scope, method) === 'toString'
    ? (callee.firstChild ?? undefined)
    : undefined;
}

/** `'{"ripe": true}'` and `` `{"ripe": ${ripe}}` ``. */
function jsonText(scope: ValueScope, node: SyntaxNode): Sample | undefined {
  const { start, end } = contentRange(scope, node);
  const holes = node.getChildren('Interpolation').map(({ from, to }) => ({ start: from - start, end: to - start }));
  const source = slice(scope.code, start, end);
  return jsonLiteral(source.text.includes('\\') && holes.length === 0 ? withoutEscapes(source) : source, holes);
}

function withoutEscapes(source: SourceText): SourceText {
  const letters: string[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < source.text.length; i++) {
    const letter = source.text.charAt(i);
    const next = source.text.charAt(i + 1);
    offsets.push(source.at(i));
    if (letter === '\\' && next !== '') i++;
    letters.push(letter !== '\\' ? letter : /[nrt\n]/.test(next) ? ' ' : next);
  }
  return mapped(letters.join(''), [...offsets, source.at(source.text.length)]);
}

// --------------------------------------------------------------------------------------------------- forms

/** A form: `new URLSearchParams(…)`, `new FormData()`, `qs.stringify(…)`, or a name that holds one. */
export function formSample(scope: ValueScope, node: SyntaxNode): SentBody | undefined {
  const known = isName(node) ? knownValue(scope, node) : undefined;
  const made = known?.node ?? node;
  const callee = made.getChild('VariableName') ?? made.firstChild;
  const name = callee && /^(?:New|Call)Expression$/.test(made.name) ? textOf(scope, callee).slice(0, 40) : '';
  const params = /^URLSearchParams$|^(?:qs|querystring)\.stringify$/.test(name);
  if (!callee || !(params || name === 'FormData')) return undefined;
  const mediaType: Claim<string> = { value: params ? FORM : MULTIPART, span: spanOfNode(scope, callee) };
  const [given] = argumentsOf(made);
  const start = params && given ? entries(scope, given) : { members: [], open: given !== undefined };
  const added = appended(scope, known?.changes ?? [], node);
  const members = mergeMembers([...start.members, ...added.members]);
  const value: Sample = { kind: 'object', span: spanOfNode(scope, made), members, open: start.open || added.open };
  return { value, text: textOf(scope, made).slice(0, 80), mediaType };
}

interface Entries {
  readonly members: readonly SampleMember[];
  readonly open: boolean;
}

/** `{ name: value }` or `[['name', value]]`. */
function entries(scope: ValueScope, given: SyntaxNode): Entries {
  const sample = javascriptSample(scope, given);
  if (sample?.kind === 'object') return sample;
  if (given.name !== 'ArrayExpression') return { members: [], open: true };
  const pairs = given.getChildren('ArrayExpression').map((pair) => pair.getChildren('Expression'));
  const members = pairs.flatMap(([key, value]) => (key && value ? entry(scope, key, value) : []));
  return { members, open: members.length < pairs.length };
}

function entry(scope: ValueScope, key: SyntaxNode, value: SyntaxNode): readonly SampleMember[] {
  if (key.name !== 'String') return [];
  return [{ ...memberName(scope, key), value: javascriptSample(scope, value) ?? unknownSample(scope, value) }];
}

/** The entries that calls of `append` and `set` add before `use`; `via` is where, as `searchParams.`. */
export function appended(scope: ValueScope, changes: readonly Change[], use: SyntaxNode, via = ''): Entries {
  const members: SampleMember[] = [];
  let open = false;
  for (const { node, method, from } of changes) {
    if (scope.budget.left <= 0) return { members, open: true };
    if (!method?.startsWith(via) || !/^(?:append|set)$/.test(method.slice(via.length))) continue;
    const [key, value] = argumentsOf(node);
    const read = from < use.from && key && value ? entry(scope, key, value) : [];
    members.push(...read);
    if (read.length === 0) open = true;
  }
  return { members, open };
}

/** What is sent in the query of an address: the `URLSearchParams` which it holds, and `url.searchParams`. */
export function addressQuery(scope: ValueScope, address: SyntaxNode): Sample | undefined {
  const members: SampleMember[] = [];
  let open = false;
  for (const name of namesIn(scope, address)) {
    const known = knownValue(scope, name);
    const form = formSample(scope, name)?.value;
    if (form?.kind === 'object' && /URLSearchParams/.test(textOf(scope, known?.node ?? name).slice(0, 40))) {
      members.push(...form.members);
      open ||= form.open;
    }
    members.push(...appended(scope, known?.changes ?? [], address, 'searchParams.').members);
  }
  const span = spanOfNode(scope, address);
  return members.length > 0 ? { kind: 'object', span, members: mergeMembers(members), open } : undefined;
}

/** The names that an address is put together from, also through a name that holds it. */
function namesIn(scope: ValueScope, address: SyntaxNode): readonly SyntaxNode[] {
  const names: SyntaxNode[] = [];
  const open = [address];
  for (let taken = open.pop(); taken && names.length < 20; taken = open.pop()) {
    if (taken.name === 'NewExpression') names.push(taken);
    else if (taken.name === 'VariableName') {
      names.push(taken);
      const made = knownValue(scope, taken)?.node;
      if (made && /^(?:TemplateString|BinaryExpression)$/.test(made.name)) open.push(made);
    } else if (/^(?:TemplateString|Interpolation|BinaryExpression|CallExpression|MemberExpression)$/.test(taken.name)) {
      open.push(...childrenOf(taken).slice(0, 50));
    }
  }
  return names;
}
