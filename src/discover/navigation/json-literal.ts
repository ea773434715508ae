import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Span } from '../../model.ts';
import type { Literal, LiteralMember } from './literal.ts';

/** Deeper than any navigation; the parser calls itself for each level. */
const DEEPEST = 200;

/** The value a JSON file holds; nothing where it is broken. Comments and trailing commas are let pass. */
export function readJsonLiteral(text: string): Literal | undefined {
  if (isDeep(text)) return undefined;
  const errors: ParseError[] = [];
  // A byte order mark is an error to the parser, and a space keeps the offsets.
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return root && errors.length === 0 ? literalOf(root) : undefined;
}

function isDeep(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function literalOf(node: Node): Literal {
  const { children = [] } = node;
  const span = spanOf(node);
  const value: unknown = node.value;
  switch (node.type) {
    case 'object':
      return { kind: 'object', span, members: children.flatMap(memberOf), open: false };
    case 'array':
      return { kind: 'array', span, items: children.map(literalOf), open: false };
    case 'string':
      return typeof value === 'string'
        ? { kind: 'string', span: withoutQuotes(span), value }
        : { kind: 'unknown', span };
    case 'number':
    case 'boolean':
    case 'null':
      return typeof value === 'number' || typeof value === 'boolean' || value === null
        ? { kind: 'scalar', span, value }
        : { kind: 'unknown', span };
    case 'property':
      return { kind: 'unknown', span };
  }
}

function memberOf({ children: [key, value] = [] }: Node): readonly LiteralMember[] {
  const name: unknown = key?.value;
  if (!key || !value || typeof name !== 'string') return [];
  return [{ key: name, keySpan: withoutQuotes(spanOf(key)), value: literalOf(value) }];
}

function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

function withoutQuotes({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}
