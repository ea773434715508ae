import type { FactBinding, OperationBinding, Page, SpecIndex } from '../model.ts';

import type { Schemas } from '../truth/schema/schema.ts';

export interface FactInput {
  readonly page: Page;
  /** The page and the snippets that it renders. */
  readonly shown: readonly Page[];
  /** The operations that the page and its snippets name, bound. */
  readonly operations: readonly OperationBinding[];
  readonly truth: SpecIndex;
  readonly schemas: Schemas;
}

/** Ties each fact of a page to the operations it speaks of. */
export function bindFacts({ page, shown }: FactInput): FactBinding[] {
  return shown.flatMap(({ file, mentions }) =>
    mentions.flatMap((mention) =>
      mention.kind === 'operation'
        ? []
        : [{ page: page.file, file, mention, target: { status: 'unplaced' as const, evidence: [] } }],
    ),
  );
}
