import type { SyntaxNode } from '@lezer/common';
import type { Setting, Stance } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { FactDraft } from '../extractor.ts';
import { readFact, statusFact } from './call-facts.ts';
import { type CodeScope, contentRange, textOf } from './call-scope.ts';

/** Where a value comes from: the answer of a request, or a part of its body. */
export interface Origin {
  /** Index of the request. */
  readonly request: number;
  /** Where it is in the body, `[]` for a step into a list; absent for the answer as a whole. */
  readonly path?: readonly string[];
  /** The body as text, which is still to be parsed. */
  readonly text?: boolean;
}

export interface ReadCollector {
  readonly facts: ReadonlyMap<number, readonly FactDraft[]>;
  /** Adds that the sample takes the field at the end of `origin` out of an answer, and names it by `name`. */
  addField(origin: Origin, name: SyntaxNode, setting: Setting | undefined): void;
  addStatus(request: number, code: SyntaxNode): void;
}

/** Collects what is read of answers, by the request that is answered. */
export function collectReads(
  scope: CodeScope,
  requests: readonly { readonly sample: { readonly stance: Stance } }[],
): ReadCollector {
  const facts = new Map<number, FactDraft[]>();
  const add = (request: number, fact: (stance: Stance) => FactDraft): void => {
    const stance = requests[request]?.sample.stance;
    if (stance === undefined) return;
    const known = facts.get(request) ?? [];
    facts.set(request, known);
    known.push(fact(stance));
  };
  return {
    facts,
    addField({ request, path = [] }, name, setting) {
      if (path.length === 0) return;
      const { start, end } = name.name === 'String' ? contentRange(scope, name) : { start: name.from, end: name.to };
      add(request, (stance) => readFact({ path, span: spanOf(scope.code, start, end), setting, stance }));
    },
    addStatus(request, code) {
      const span = spanOf(scope.code, code.from, code.to);
      add(request, (stance) => statusFact(textOf(scope, code), span, stance));
    },
  };
}
