import type { CaseResult } from './cases.ts';
import type { InjectedResult } from './injected.ts';
import type { CorpusResult } from './reviewed.ts';
import type { DriftResult } from './spec-drift/run.ts';

export interface Measured {
  readonly cases: readonly CaseResult[];
  readonly reviewed: readonly CorpusResult[];
  readonly injected: readonly { readonly name: string; readonly results: readonly InjectedResult[] }[];
  /** Changes of the specs; none where they were not asked for. */
  readonly drift: readonly DriftResult[];
}

/** Of 100 findings on real sites so many must be right. */
const PRECISION = 0.95;
/** Historical drift that was found, and must stay found. */
const CASES = [
  'a047',
  'a048',
  'a049',
  'a050',
  'a051',
  'a053',
  'a094',
  'a095',
  'a096',
  'a097',
  'l001',
  'l002',
  'l003',
  'l012',
  'l019',
];
/** Share of injected slips that was found, rounded down, and must stay found. */
const INJECTED = 0.9;

/** Share of the changes of specs that was found, rounded down, and must stay found. */
const DRIFT = 0.9;

/** What is worse than it was; empty where the gate holds. */
export function shortfalls({ cases, reviewed, injected, drift }: Measured): string[] {
  const lost = CASES.filter((id) => !cases.some((each) => each.id === id && each.found.length > 0));
  const findings = sum(reviewed.map((corpus) => corpus.findings));
  const right = sum(reviewed.map((corpus) => corpus.right));
  const slips = injected.flatMap(({ results }) => results);
  const found = sum(slips.map((result) => result.found)) / sum(slips.map((result) => result.injected));
  const refound = drift.filter((each) => each.found).length / drift.length;
  return [
    ...lost.map((id) => `the case ${id} is not found any more`),
    ...reviewed.flatMap(({ name, unreviewed }) => unreviewed.map((each) => `${name}: not reviewed yet: ${each}`)),
    ...reviewed.flatMap(({ name, lost: gone }) =>
      gone.map((each) => `${name}: right, and not found any more: ${each}`),
    ),
    ...(right / findings < PRECISION ? [`${right} of ${findings} findings are right`] : []),
    ...(found < INJECTED ? [`${Math.floor(found * 100)} % of the injected slips are found`] : []),
    ...(drift.length > 0 && refound < DRIFT
      ? [`${Math.floor(refound * 100)} % of the changes of specs are found`]
      : []),
  ];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
