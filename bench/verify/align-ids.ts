import type { ExpectedId } from './expected-pages.ts';

/** What is left of two lists of ids when all that they have in common is taken away. */
export interface Alignment {
  readonly onlyExpected: readonly string[];
  readonly onlyRendered: readonly string[];
  /** Rendered ids that stand where specwins knows none. */
  readonly dynamic: readonly string[];
}

type Step =
  | { readonly kind: 'both'; readonly expected: ExpectedId; readonly id: string }
  | { readonly kind: 'expected'; readonly expected: ExpectedId }
  | { readonly kind: 'rendered'; readonly id: string };

/**
 * One id that is missing does not shift all that come after it: the common subsequence that weighs most is what both have.
 * The id of a heading weighs more than that of an element, and that more than a place where any id fits.
 */
export function alignIds(expected: readonly ExpectedId[], rendered: readonly string[]): Alignment {
  const steps = walk(expected, rendered);
  return {
    onlyExpected: steps.flatMap((step) =>
      step.kind === 'expected' && step.expected.kind === 'heading' ? [step.expected.id] : [],
    ),
    onlyRendered: steps.flatMap((step) => (step.kind === 'rendered' ? [step.id] : [])),
    dynamic: steps.flatMap((step) => (step.kind === 'both' && step.expected.kind === 'dynamic' ? [step.id] : [])),
  };
}

function walk(expected: readonly ExpectedId[], rendered: readonly string[]): readonly Step[] {
  const common = commonWeights(expected, rendered);
  const steps: Step[] = [];
  for (let row = 0, column = 0; ; ) {
    const [one, id] = [expected[row], rendered[column]];
    if (one && common(row + 1, column) === common(row, column)) {
      steps.push({ kind: 'expected', expected: one });
      row++;
    } else if (id !== undefined && common(row, column + 1) === common(row, column)) {
      steps.push({ kind: 'rendered', id });
      column++;
    } else if (one && id !== undefined) {
      steps.push({ kind: 'both', expected: one, id });
      row++;
      column++;
    } else return steps;
  }
}

/** How much the common subsequence of what begins at a row and a column weighs. */
function commonWeights(expected: readonly ExpectedId[], rendered: readonly string[]) {
  const weights = expected.map(() => rendered.map(() => 0));
  const at = (row: number, column: number) => weights[row]?.[column] ?? 0;
  for (const [row, one] of [...expected.entries()].reverse())
    for (const [column, id] of [...rendered.entries()].reverse()) {
      const both = at(row + 1, column + 1) + weightOf(one, id);
      weights[row]?.splice(column, 1, Math.max(both, at(row + 1, column), at(row, column + 1)));
    }
  return at;
}

function weightOf(expected: ExpectedId, id: string): number {
  if (expected.kind === 'dynamic') return 1;
  if (expected.id !== id) return 0;
  return expected.kind === 'heading' ? 3 : 2;
}
