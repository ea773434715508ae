import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, type CodeScope, textOf } from './call-scope.ts';

export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly named: ReadonlyMap<string, SyntaxNode>;
}

/** The arguments of a call, by place and by name. */
export function argumentsByName(scope: CodeScope, node: SyntaxNode): Arguments {
  const positional: SyntaxNode[] = [];
  const named = new Map<string, SyntaxNode>();
  const all = argumentsOf(node);
  for (let i = 0; i < all.length; i++) {
    const [argument, next, value] = [all[i], all[i + 1], all[i + 2]];
    if (argument && next?.name === 'AssignOp' && value) {
      named.set(textOf(scope, argument), value);
      i += 2;
    } else if (argument) positional.push(argument);
  }
  return { positional, named };
}
