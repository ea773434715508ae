import type { OperationUse, Review, ReviewedOperation } from '../../src/report/review.ts';

/** An operation of `GET /name`, and what files say of it. */
export function reviewedOperation(name: string, more: Partial<ReviewedOperation> = {}): ReviewedOperation {
  return { name, spec: 'orchard', file: 'openapi.yaml', group: 'trees', deprecated: false, uses: [], ...more };
}

export function use(file: string, more: Partial<OperationUse> = {}): OperationUse {
  return { file, checked: 1, unknown: 0, lines: [3], ...more };
}

/** A site in which every page names each `step`th operation. */
export function largeReview(operations: number, pages: number, step: number): Review {
  const files = Array.from({ length: pages }, (_, index) => `guides/guide-${index}.mdx`);
  return {
    passages: {},
    operations: Array.from({ length: operations }, (_, index) =>
      reviewedOperation(`GET /trees/kind-${index}`, {
        group: `group ${index % 20}`,
        uses: files
          .filter((_, page) => (index + page) % step === 0)
          .map((file) => use(file, { checked: index % 2, unknown: 1 })),
      }),
    ),
    pages: files.map((file) => ({ file, checked: operations / 2, unknown: operations, foreign: 0 })),
  };
}
