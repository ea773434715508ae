import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { Span } from '../../model.ts';
import type { Literal, LiteralMember, LiteralString } from './literal.ts';
import { memberOf } from './literal.ts';
import { argumentsOf, childrenOf, isIdentityFunction, readScriptNames, type ScriptNames } from './script-names.ts';
import { unescapeScript } from './unescape-script.ts';

/** Deeper than any configuration, and wider: names may stand for values that hold names. */
const DEEPEST = 100;
const MOST_NODES = 100_000;

const script = parser.configure({ dialect: 'jsx ts' });

/**
 * The value that a JavaScript or TypeScript file exports (`export default`, `module.exports =`), as far as it is written out there:
 * constants of the same file, spreads, `as` and `satisfies`, and calls of `defineConfig` and its like are followed. Nothing is run;
 * what only running would tell is `unknown`. Nothing at all where the file exports no value.
 */
export function readLiteral(text: string): Literal | undefined {
  const names = readScriptNames(text, script.parse(text));
  if (!names.exported) return undefined;
  const place: ScriptPlace = { text, names, depth: 0, budget: { left: MOST_NODES } };
  const literal = literalOf(names.exported, place);
  return names.changed.has('module') || names.changed.has('exports') ? opened(literal) : literal;
}

interface ScriptPlace {
  readonly text: string;
  readonly names: ScriptNames;
  readonly depth: number;
  readonly budget: { left: number };
}

function literalOf(node: SyntaxNode, place: ScriptPlace): Literal {
  const span = spanOf(node);
  place.budget.left--;
  if (place.depth > DEEPEST || place.budget.left < 0) return { kind: 'unknown', span };
  const inner = { ...place, depth: place.depth + 1 };
  switch (node.name) {
    case 'String':
    case 'TemplateString':
      return stringOf(node, place) ?? { kind: 'unknown', span };
    case 'Number':
      return { kind: 'scalar', span, value: Number(textOf(node, place).replaceAll('_', '')) };
    case 'BooleanLiteral':
      return { kind: 'scalar', span, value: textOf(node, place) === 'true' };
    case 'null':
      return { kind: 'scalar', span, value: null };
    case 'ArrayExpression':
      return arrayOf(node, inner);
    case 'ObjectExpression':
      return objectOf(node, inner);
    case 'VariableName':
      return declaredAs(node, inner);
    case 'MemberExpression':
      return memberIn(node, inner);
    default: {
      const wrapped = wrappedIn(node, place);
      return wrapped ? literalOf(wrapped, inner) : { kind: 'unknown', span };
    }
  }
}

/** The expression inside brackets, `as const`, `satisfies T`, `x!`, `defineConfig(x)` and `require.resolve(x)`. */
function wrappedIn(node: SyntaxNode, { text }: ScriptPlace): SyntaxNode | undefined {
  const [first, second] = childrenOf(node);
  switch (node.name) {
    case 'ParenthesizedExpression':
      return second;
    case 'BinaryExpression':
      return node.getChild('as') || node.getChild('satisfies') ? first : undefined;
    case 'PostfixExpression':
      return node.getChild('LogicOp') ? first : undefined;
    case 'CallExpression': {
      const [argument, ...others] = argumentsOf(node);
      if (!first || others.length > 0) return undefined;
      const isPath = text.slice(first.from, first.to) === 'require.resolve';
      return isPath || isIdentityFunction(text, first) ? argument : undefined;
    }
    default:
      return undefined;
  }
}

function arrayOf(node: SyntaxNode, place: ScriptPlace): Literal {
  const items: Literal[] = [];
  let open = node.lastChild?.name !== ']';
  const children = childrenOf(node);
  for (const [index, child] of children.entries()) {
    if (/^[[\],]$|^Spread$/.test(child.name)) continue;
    const literal = literalOf(child, place);
    if (child.name === '⚠') open = true;
    else if (children[index - 1]?.name !== 'Spread') items.push(literal);
    else {
      if (literal.kind === 'array') items.push(...literal.items);
      open ||= literal.kind !== 'array' || literal.open;
    }
  }
  return { kind: 'array', span: spanOf(node), items, open };
}

function objectOf(node: SyntaxNode, place: ScriptPlace): Literal {
  const members: LiteralMember[] = [];
  let open = node.lastChild?.name !== '}';
  for (const child of childrenOf(node)) {
    if (child.name === '⚠') open = true;
    if (child.name !== 'Property') continue;
    const read = propertyOf(child, place);
    members.push(...read.members);
    open ||= read.open;
  }
  return { kind: 'object', span: spanOf(node), members, open };
}

interface Members {
  readonly members: readonly LiteralMember[];
  readonly open: boolean;
}

function propertyOf(property: SyntaxNode, place: ScriptPlace): Members {
  const children = childrenOf(property);
  const [first, second] = children;
  if (first?.name === 'Spread') {
    const spread = second && literalOf(second, place);
    return spread?.kind === 'object' ? spread : { members: [], open: true };
  }
  const name = children.find((child) => /^(?:PropertyDefinition|String|Number)$/.test(child.name));
  const isComputed = first?.name === '[';
  if (!name || (isComputed && (name !== second || name.nextSibling?.name !== ']'))) return { members: [], open: true };
  const key = stringOf(name, place) ?? { value: textOf(name, place), span: spanOf(name) };
  const colon = children.findIndex((child) => child.name === ':');
  const stated = colon < 0 ? undefined : children[colon + 1];
  const value = stated ? literalOf(stated, place) : valueOfName(property, children, place);
  return { members: [{ key: key.value, keySpan: key.span, value }], open: false };
}

/** `{ docs }` is what the name is declared to be; a method is nothing that we know. */
function valueOfName(property: SyntaxNode, children: readonly SyntaxNode[], place: ScriptPlace): Literal {
  const [only, other] = children;
  return only && !other ? declaredAs(only, place) : { kind: 'unknown', span: spanOf(property) };
}

/** What a constant of the same file is; one that is changed later may hold more, or something else. */
function declaredAs(name: SyntaxNode, place: ScriptPlace): Literal {
  const text = textOf(name, place);
  if (text === 'undefined') return { kind: 'scalar', span: spanOf(name), value: undefined };
  const value = place.names.declared.get(text);
  if (!value) return { kind: 'unknown', span: spanOf(name) };
  const literal = literalOf(value, place);
  return place.names.changed.has(text) ? opened(literal) : literal;
}

/** `parts.guides` and `parts['guides']`. */
function memberIn(node: SyntaxNode, place: ScriptPlace): Literal {
  const [object, , name] = childrenOf(node);
  const unknown: Literal = { kind: 'unknown', span: spanOf(node) };
  if (!object || !name || !/^(?:PropertyName|String)$/.test(name.name)) return unknown;
  const holder = literalOf(object, place);
  const member = memberOf(holder, stringOf(name, place)?.value ?? textOf(name, place));
  if (!member || holder.kind !== 'object') return unknown;
  return holder.open ? opened(member) : member;
}

/** Of what is changed elsewhere only lists and objects are known in part. */
function opened(literal: Literal): Literal {
  if (literal.kind === 'array' || literal.kind === 'object') return { ...literal, open: true };
  return { kind: 'unknown', span: literal.span };
}

/** A string without expressions in it; nothing for other nodes, and for strings that are not closed. */
function stringOf(node: SyntaxNode, place: ScriptPlace): LiteralString | undefined {
  if (!/^(?:Template)?String$/.test(node.name) || node.getChild('Interpolation')) return undefined;
  const text = textOf(node, place);
  if (text.length < 2 || text[0] !== text.at(-1)) return undefined;
  const span = { start: node.from + 1, end: node.to - 1 };
  return { kind: 'string', span, value: unescapeScript(text.slice(1, -1)) };
}

function textOf(node: SyntaxNode, { text }: ScriptPlace): string {
  return text.slice(node.from, node.to);
}

function spanOf({ from, to }: SyntaxNode): Span {
  return { start: from, end: to };
}
