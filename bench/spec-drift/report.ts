import { table } from '../accuracy-report.ts';
import type { DriftResult } from './run.ts';

interface SiteDrift {
  readonly name: string;
  readonly results: readonly DriftResult[];
}

/** Two Markdown tables: recall and collateral by kind of change, and by the form in which the guides state the fact. */
export function describeDrift(sites: readonly SiteDrift[]): string {
  const all = sites.flatMap(({ results }) => results);
  if (all.length === 0) return '';
  return [
    driftTable('change of the spec', all, ({ kind }) => kind),
    driftTable('form in the guides', all, ({ form }) => form),
  ].join('\n\n');
}

function driftTable(title: string, all: readonly DriftResult[], keyOf: (result: DriftResult) => string): string {
  const keys = [...new Set(all.map(keyOf))];
  const rows = keys.map((key) =>
    rowOf(
      key,
      all.filter((each) => keyOf(each) === key),
    ),
  );
  return table([title, 'changes', 'found', 'share', 'with findings elsewhere'], [...rows, rowOf('all', all)]);
}

function rowOf(name: string, results: readonly DriftResult[]): (string | number)[] {
  const found = results.filter((each) => each.found).length;
  const strange = results.filter(({ collateral }) => collateral.length > 0).length;
  return [name, results.length, found, `${Math.floor((found / results.length) * 100)} %`, strange];
}

/** What was not found, and what was found elsewhere, a line each. */
export function describeDriftMisses(sites: readonly SiteDrift[]): string {
  return sites
    .flatMap(({ name, results }) =>
      results.flatMap(({ kind, form, label, found, collateral }) => [
        ...(found ? [] : [`${name}  not found  ${kind}  ${form}  ${label}`]),
        ...collateral.slice(0, 3).map((each) => `${name}  elsewhere  ${kind}  ${label}  ${each}`),
      ]),
    )
    .join('\n');
}
