import type { ExpectedId } from './expected-pages.ts';

/** What is left of two lists of ids when all that they have in common is taken away. */
export interface Alignment {
  readonly onlyExpected: readonly string[];
  readonly onlyRendered: readonly string[];
  /** How many rendered ids stand where specwins knows none. */
  readonly dynamic: number;
}

type Step =
  | { readonly kind: 'both'; readonly expected: ExpectedId }
  | { readonly kind: 'expected'; readonly expected: ExpectedId }
  | { readonly kind: 'rendered'; readonly id: string };

/** One id that is missing does not shift all that come after it: the longest common subsequence counts as common. */
export function alignIds(expected: readonly ExpectedId[], rendered: readonly string[]): Alignment {
  const steps = walk(expected, rendered);
  return {
    onlyExpected: steps.flatMap((step) =>
      step.kind === 'expected' && step.expected.kind === 'heading' ? [step.expected.id] : [],
    ),
    onlyRendered: steps.flatMap((step) => (step.kind === 'rendered' ? [step.id] : [])),
    dynamic: steps.filter((step) => step.kind === 'both' && step.expected.kind === 'dynamic').length,
  };
}

function walk(expected: readonly ExpectedId[], rendered: readonly string[]): readonly Step[] {
  const common = commonLengths(expected, rendered);
  const steps: Step[] = [];
  for (let row = 0, column = 0; ; ) {
    const [one, id] = [expected[row], rendered[column]];
    const skipsRow = common(row + 1, column) >= common(row, column + 1);
    if (one && id !== undefined && fits(one, id)) {
      steps.push({ kind: 'both', expected: one });
      row++;
      column++;
    } else if (one && (skipsRow || id === undefined)) {
      steps.push({ kind: 'expected', expected: one });
      row++;
    } else if (id !== undefined) {
      steps.push({ kind: 'rendered', id });
      column++;
    } else return steps;
  }
}

/** How long the common subsequence of what begins at a row and a column is. */
function commonLengths(expected: readonly ExpectedId[], rendered: readonly string[]) {
  const lengths = expected.map(() => rendered.map(() => 0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (const [row, one] of [...expected.entries()].reverse())
    for (const [column, id] of [...rendered.entries()].reverse()) {
      const length = fits(one, id) ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.splice(column, 1, length);
    }
  return at;
}

function fits(expected: ExpectedId, id: string): boolean {
  return expected.kind === 'dynamic' || expected.id === id;
}
