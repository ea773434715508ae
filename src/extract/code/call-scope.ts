import type { SyntaxNode } from '@lezer/common';
import { type SourceText, slice } from '../../text/source-text.ts';
import { liftPieces, type Piece, variablePiece, verbatimPiece } from './lifted-text.ts';

/** The text that the offsets of syntax nodes refer to. */
export interface CodeScope {
  readonly code: SourceText;
}

/** What a reader of a programming language knows at one place of a fence. */
export interface CallScope extends CodeScope {
  /** The expression that was last assigned to each name. */
  readonly assigned: Map<string, SyntaxNode>;
  /** Names which hold a literal string, and that string; base URLs of clients stand under the client's name. */
  readonly literals: Map<string, string>;
}

export function textOf(scope: CodeScope, node: SyntaxNode): string {
  return scope.code.text.slice(node.from, node.to);
}

/** Reads an expression as pieces of an address; nothing where it is no text at all. */
export type ExpressionReader = (scope: CallScope, node: SyntaxNode) => readonly Piece[] | undefined;

/**
 * The address that an expression makes. A name alone is followed to what was assigned to it, so that the spans lie
 * where the URL is written; a name among other pieces stays `${name}`.
 */
export function addressOf(scope: CallScope, node: SyntaxNode, read: ExpressionReader): SourceText | undefined {
  let expression = node;
  for (let hops = 0; hops < 4; hops++) {
    const next = isName(expression) ? scope.assigned.get(textOf(scope, expression)) : undefined;
    if (next === undefined) break;
    expression = next;
  }
  const pieces = isName(expression) ? undefined : read(scope, expression);
  return pieces && pieces.length > 0 ? liftPieces(scope.code, pieces) : undefined;
}

/** Puts `${client}` in front of a path that a client with a base URL of its own requests. */
export function withBase(address: SourceText, client: string | undefined): SourceText {
  if (client === undefined || /^(?:https?:)?\/\/|^\$/i.test(address.text)) return address;
  const slash = address.text.startsWith('/') ? '' : '/';
  const lead = `\${${client}}${slash}`;
  return {
    text: lead + address.text,
    // The lead stands nowhere in the file; it takes no room in front of the path.
    at: (index) => address.at(Math.max(index - lead.length, 0)),
  };
}

/** Remembers an assignment, and its value where that is a literal. */
export function remember(scope: CallScope, name: string, value: SyntaxNode, read: ExpressionReader): void {
  scope.assigned.set(name, value);
  scope.literals.delete(name);
  const text = isName(value) ? scope.literals.get(textOf(scope, value)) : literalOf(scope, value, read);
  if (text !== undefined) scope.literals.set(name, text);
}

/** The text of an expression that holds no unknown variable. */
export function literalOf(scope: CallScope, node: SyntaxNode, read: ExpressionReader): string | undefined {
  const pieces = read(scope, node);
  if (pieces === undefined || pieces.length === 0) return undefined;
  const text = pieces.map((piece) => piece.text).join('');
  const filled = text.replace(/\$\{([\w.]+)\}/g, (all, name: string) => scope.literals.get(name) ?? all);
  return filled.length < 500 && !/\$\{|[\s{}]/.test(filled) ? filled : undefined;
}

function isName(node: SyntaxNode): boolean {
  return node.name === 'VariableName';
}

/** The text between the quote marks of a string node, whatever stands in front of the first one. */
export function stringContent(scope: CallScope, node: SyntaxNode): readonly Piece[] {
  const range = contentRange(scope, node);
  return range.end > range.start ? [verbatimPiece(scope.code, range.start, range.end)] : [];
}

export function contentRange(scope: CodeScope, node: SyntaxNode): { start: number; end: number } {
  const text = textOf(scope, node);
  const open = /^[a-zA-Z]{0,3}("""|'''|["'`])/.exec(text);
  const start = node.from + (open?.[0].length ?? 0);
  const closed = open?.[1] !== undefined && text.length >= open[0].length + open[1].length && text.endsWith(open[1]);
  return { start, end: Math.max(start, node.to - (closed ? (open?.[1]?.length ?? 0) : 0)) };
}

/** A string with expressions inside: the text between them as it is, each expression as a variable. */
export function templatePieces(scope: CallScope, node: SyntaxNode, interpolation: string): readonly Piece[] {
  const { start, end } = contentRange(scope, node);
  const pieces: Piece[] = [];
  let from = start;
  for (const part of node.getChildren(interpolation)) {
    if (part.from > from) pieces.push(verbatimPiece(scope.code, from, part.from));
    const inner = textOf(scope, part).replace(/^\$?\{|(?:![rsa])?(?::[^}]*)?\}$/g, '');
    pieces.push(variablePiece(inner, part.from, part.to));
    from = part.to;
  }
  if (end > from) pieces.push(verbatimPiece(scope.code, from, end));
  return pieces;
}

/** The arguments of a call, without brackets and commas. */
export function argumentsOf(call: SyntaxNode): readonly SyntaxNode[] {
  const list = call.getChild('ArgList');
  return list ? childrenOf(list).filter((child) => !/^[(),]$|Comment$|⚠/.test(child.name)) : [];
}

export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** A string literal's whole text; nothing for any other expression. */
export function plainString(scope: CodeScope, node: SyntaxNode | undefined): string | undefined {
  if (node?.name !== 'String') return undefined;
  const { start, end } = contentRange(scope, node);
  return slice(scope.code, start, end).text;
}
