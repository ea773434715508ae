import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, type CallScope, childrenOf, stringContent, templatePieces, textOf } from './call-scope.ts';
import { originInFront, type Piece, variablePiece } from './lifted-text.ts';

/** The pieces of an address in Python: strings, f-strings, concatenation, `format`, `%` and `urljoin`. */
export function readPythonAddress(scope: CallScope, node: SyntaxNode, depth = 0): readonly Piece[] | undefined {
  if (depth > 30) return undefined;
  switch (node.name) {
    case 'String':
      return originInFront(stringContent(scope, node));
    case 'FormatString':
      return bracesKept(scope, templatePieces(scope, node, 'FormatReplacement'));
    case 'ContinuedString':
      return joined(scope, childrenOf(node), depth);
    case 'ParenthesizedExpression':
      return joined(
        scope,
        childrenOf(node).filter((child) => !/^[()]$/.test(child.name)),
        depth,
      );
    case 'BinaryExpression':
      return operation(scope, node, depth);
    case 'CallExpression':
      return called(scope, node, depth);
    default:
      return depth > 0 && node.to > node.from ? [variablePiece(textOf(scope, node), node.from, node.to)] : undefined;
  }
}

function joined(scope: CallScope, nodes: readonly SyntaxNode[], depth: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const node of nodes) {
    const read = readPythonAddress(scope, node, depth + 1);
    if (!read) return undefined;
    pieces.push(...read);
  }
  return pieces;
}

/** `a + b`, and `'/trees/%s' % id`, of which the left side tells all. */
function operation(scope: CallScope, node: SyntaxNode, depth: number): readonly Piece[] | undefined {
  const operator = node.getChild('ArithOp');
  const [left, right] = [node.firstChild, node.lastChild];
  if (!operator || !left || !right || right.from < operator.to) return undefined;
  if (textOf(scope, operator) === '%') return readPythonAddress(scope, left, depth + 1);
  return textOf(scope, operator) === '+' ? joined(scope, [left, right], depth) : undefined;
}

function called(scope: CallScope, node: SyntaxNode, depth: number): readonly Piece[] | undefined {
  const callee = node.firstChild;
  if (!callee) return undefined;
  const name = textOf(scope, callee).slice(-60);
  const object = callee.name === 'MemberExpression' ? callee.firstChild : undefined;
  if (object && /\.(?:format|strip|rstrip|replace)$/.test(name)) return readPythonAddress(scope, object, depth + 1);
  if (/(?:^|\.)urljoin$/.test(name)) return joined(scope, argumentsOf(node), depth);
  return depth > 0 ? [variablePiece(textOf(scope, node), node.from, node.to)] : undefined;
}

/**
 * `{tree_id}` stays as it is written, and a longer expression becomes its last name in braces. In front it is the
 * origin, which no path parameter may be taken for.
 */
function bracesKept(scope: CallScope, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const expression = scope.code.text.charAt(piece.start) === '{' && piece.text.startsWith('${');
    return expression && index > 0 ? { ...piece, text: piece.text.slice(1) } : piece;
  });
}
