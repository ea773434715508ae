import type { CaseResult, Family } from './cases.ts';
import { type Measured, sum } from './gate.ts';
import type { InjectedResult } from './injected.ts';

const FAMILIES: readonly Family[] = ['operations', 'fields', 'links'];

/** One line for each historical case: what was found on its line, or why nothing was. */
export function describeCases(cases: readonly CaseResult[]): string {
  return cases
    .map(({ id, family, kind, found, why }) => {
      const [first] = found;
      const outcome = first ? `found  ${first.rule}: ${first.message}` : `not    ${why}`;
      return `${id}  ${family.padEnd(10)}  ${kind.padEnd(30)}  ${outcome}`;
    })
    .join('\n');
}

/** The figures as Markdown tables. */
export function describeAccuracy(measured: Omit<Measured, 'drift'>): string {
  return [caseTable(measured.cases), corpusTable(measured.reviewed), injectedTable(measured.injected)].join('\n\n');
}

function caseTable(cases: readonly CaseResult[]): string {
  const rows = FAMILIES.map((family) => {
    const own = cases.filter((each) => each.family === family);
    const open = own.filter((each) => each.found.length === 0).map(({ why }) => why ?? '');
    const reasons = [...new Set(open)].map((why) => `${open.filter((each) => each === why).length}: ${why}`);
    return [family, own.length, own.length - open.length, reasons.join('; ')];
  });
  return table(['historical drift', 'cases', 'found on their line', 'the others'], rows);
}

function corpusTable(reviewed: Measured['reviewed']): string {
  const rows = reviewed.map((each) => [each.name, each.pages, each.mentions, each.checked, each.findings, each.right]);
  const total = (pick: (each: Measured['reviewed'][number]) => number) => sum(reviewed.map(pick));
  const last = ['all', total((each) => each.pages), total((each) => each.mentions), total((each) => each.checked)];
  return table(
    ['real site', 'pages', 'mentions', 'checked', 'findings', 'judged right'],
    [...rows, [...last, total((each) => each.findings), total((each) => each.right)]],
  );
}

function injectedTable(injected: Measured['injected']): string {
  const kinds = injected[0]?.results.map(({ kind }) => kind) ?? [];
  const rows = kinds.map((kind) => {
    const own = injected.flatMap(({ results }) => results.filter((result) => result.kind === kind));
    return [kind, sum(own.map((each) => each.injected)), sum(own.map((each) => each.found)), share(own)];
  });
  const all = injected.flatMap(({ results }) => results);
  const last = ['all', sum(all.map((each) => each.injected)), sum(all.map((each) => each.found)), share(all)];
  return table(['injected slip', 'injected', 'found on its line', 'share'], [...rows, last]);
}

function share(results: readonly InjectedResult[]): string {
  const injected = sum(results.map((each) => each.injected));
  return injected === 0 ? '' : `${Math.floor((sum(results.map((each) => each.found)) / injected) * 100)} %`;
}

/** The slips that were not found, by site and kind. */
export function describeMisses(injected: Measured['injected']): string {
  return injected
    .flatMap(({ name, results }) =>
      results.flatMap(({ kind, missed }) => missed.map((each) => `${name}  ${kind}  ${each}`)),
    )
    .join('\n');
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
