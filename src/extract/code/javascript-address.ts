import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, type CallScope, childrenOf, stringContent, templatePieces, textOf } from './call-scope.ts';
import { type Piece, variablePiece } from './lifted-text.ts';

/** The pieces of an address in JavaScript: strings, templates, concatenations and `new URL(path, base)`. */
export function readJavascriptAddress(scope: CallScope, node: SyntaxNode, depth = 0): readonly Piece[] | undefined {
  if (depth > 30) return undefined;
  switch (node.name) {
    case 'String':
      return stringContent(scope, node);
    case 'TemplateString':
      return templatePieces(scope, node, 'Interpolation');
    case 'BinaryExpression':
      return concatenation(scope, node, depth);
    case 'NewExpression':
      return newUrl(scope, node, depth);
    case 'ParenthesizedExpression':
    case 'AwaitExpression': {
      const inner = childrenOf(node).find((child) => !/^[()]$|^await$/.test(child.name));
      return inner && readJavascriptAddress(scope, inner, depth + 1);
    }
    case 'CallExpression':
      return stringMethod(scope, node, depth);
    case 'VariableName':
    case 'MemberExpression':
      return depth > 0 ? [variablePiece(textOf(scope, node), node.from, node.to)] : undefined;
    default:
      return depth > 0 && node.to > node.from ? [variablePiece(textOf(scope, node), node.from, node.to)] : undefined;
  }
}

function concatenation(scope: CallScope, node: SyntaxNode, depth: number): readonly Piece[] | undefined {
  const operator = node.getChild('ArithOp');
  const [left, right] = [node.firstChild, node.lastChild];
  if (!operator || textOf(scope, operator) !== '+' || !left || !right || right.from < operator.to) return undefined;
  const before = readJavascriptAddress(scope, left, depth + 1);
  const after = readJavascriptAddress(scope, right, depth + 1);
  return before && after ? [...before, ...after] : undefined;
}

/** `new URL('/trees', base)`: the base stands for the origin; `searchParams` may be added later. */
function newUrl(scope: CallScope, node: SyntaxNode, depth: number): readonly Piece[] | undefined {
  const callee = node.getChild('VariableName');
  const [path, base] = argumentsOf(node);
  if (!callee || textOf(scope, callee) !== 'URL' || !path) return undefined;
  const pieces = readJavascriptAddress(scope, path, depth + 1);
  const [first] = pieces ?? [];
  if (!pieces || !first || !base || /^https?:|^\$/.test(first.text)) return pieces;
  // The base comes after the path in the file; it takes no room in front of it, so that spans stay in order.
  const name = variablePiece(
    /^["'`]/.test(textOf(scope, base)) ? 'base' : textOf(scope, base),
    first.start,
    first.start,
  );
  const slash = first.text.startsWith('/') ? [] : [{ text: '/', start: first.start, end: first.start }];
  return [name, ...slash, ...pieces];
}

/** `url.toString()`, `String(url)`, `url.replace(…)`: what the method is called on, or was given. */
function stringMethod(scope: CallScope, node: SyntaxNode, depth: number): readonly Piece[] | undefined {
  const callee = node.firstChild;
  const property = callee?.name === 'MemberExpression' ? callee.getChild('PropertyName') : undefined;
  const object = callee?.firstChild;
  if (property && object && /^(?:toString|replace|trim|concat)$/.test(textOf(scope, property))) {
    return readJavascriptAddress(scope, object, depth + 1);
  }
  return depth > 0 ? [variablePiece(textOf(scope, node), node.from, node.to)] : undefined;
}
