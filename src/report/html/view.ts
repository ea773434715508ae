import { filesOf } from '../remember-findings.ts';
import type { Report, ReportedFinding, ReportedRule, ReporterOptions } from '../report.ts';
import type { FindingPassages, OperationUse, Review, ReviewedOperation, ReviewedPage } from '../review.ts';

/** `silenced` by a directive in the page; `baselined` by the file of what is known. */
export type State = 'open' | 'silenced' | 'baselined';

export interface ViewedFinding extends ReportedFinding {
  readonly state: State;
}

/** What is known of an operation: some page states something wrong of it, some page is checked, pages may speak of it, or none does. */
export type Standing = 'wrong' | 'documented' | 'unknown' | 'undocumented';

export interface ViewedOperation extends ReviewedOperation {
  /** The id of its row. */
  readonly id: string;
  readonly standing: Standing;
  /** Those about it that no directive silences; a baseline knows what is wrong. */
  readonly findings: readonly ViewedFinding[];
  readonly pages: readonly PageUse[];
}

/** How one page stands to one operation. */
export interface PageUse extends OperationUse {
  readonly standing: Exclude<Standing, 'undocumented'>;
}

export interface ViewedPage extends ReviewedPage {
  readonly id: string;
  readonly findings: readonly ViewedFinding[];
  /** How many operations it names for sure. */
  readonly operations: number;
}

/** What the parts of the page are made of. */
export interface View {
  /** By file and place. */
  readonly findings: readonly ViewedFinding[];
  readonly operations: readonly ViewedOperation[];
  readonly pages: readonly ViewedPage[];
  readonly rules: readonly ReportedRule[];
  /** Pages of the map on which nothing was reported, as other ones were asked for. */
  readonly unjudged: number;
  readonly passagesOf: (finding: ReportedFinding) => FindingPassages;
  /** The id of the row of an operation or a page. */
  readonly rowOf: (name: string) => string | undefined;
}

const nothing: Review = { passages: {}, operations: [], pages: [] };

/** Joins the findings with the map. */
export function viewOf(report: Report, { review = nothing, rules = [] }: ReporterOptions): View {
  const findings = [
    ...report.findings.map((finding) => ({ ...finding, state: 'open' as const })),
    ...(report.suppressed ?? []).map((finding) => ({ ...finding, state: stateOf(finding) })),
  ].toSorted(byPlace);
  const wrong = findings.filter(({ state }) => state !== 'silenced');
  const byOperation = collect(wrong, ({ operation }) => (operation === undefined ? [] : [operation]));
  const operations = review.operations.map((operation, index) =>
    viewOperation(operation, `o-${index}`, byOperation.get(operation.name) ?? []),
  );
  const byPage = collect(wrong, pagesOf);
  const named = collect(operations, ({ uses }) => uses.filter(({ checked }) => checked > 0).map(({ file }) => file));
  const pages = review.pages.map((page, index) => ({
    ...page,
    id: `p-${index}`,
    findings: byPage.get(page.file) ?? [],
    operations: named.get(page.file)?.length ?? 0,
  }));
  const rows = new Map([...operations.map(({ name, id }) => [name, id] as const), ...pages.map(rowOfPage)]);
  const judged = new Set(report.pages ?? pages.map(({ file }) => file));
  const used = new Set(findings.map(({ rule }) => rule));
  return {
    ...{ findings, operations, pages },
    unjudged: pages.filter(({ file }) => !judged.has(file)).length,
    rules: rules.filter(({ id }) => used.has(id)),
    passagesOf: ({ fingerprint }) => review.passages[fingerprint] ?? {},
    rowOf: (name) => rows.get(name),
  };
}

/** The items under each of their names. */
function collect<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const collected = new Map<string, Item[]>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const known = collected.get(name);
      if (known) known.push(item);
      else collected.set(name, [item]);
    }
  }
  return collected;
}

function viewOperation(operation: ReviewedOperation, id: string, findings: readonly ViewedFinding[]): ViewedOperation {
  const wrong = new Set(findings.flatMap(pagesOf));
  const silent = [...wrong].filter((file) => !operation.uses.some((use) => use.file === file));
  const pages = [...operation.uses, ...silent.map((file) => ({ file, checked: 0, unknown: 0, lines: [] }))].map(
    (use): PageUse => ({
      ...use,
      standing: wrong.has(use.file) ? 'wrong' : use.checked > 0 ? 'documented' : 'unknown',
    }),
  );
  return { ...operation, id, findings, pages, standing: standingOf(pages) };
}

function standingOf(pages: readonly PageUse[]): Standing {
  const order = ['wrong', 'documented', 'unknown'] as const;
  return order.find((standing) => pages.some((page) => page.standing === standing)) ?? 'undocumented';
}

function stateOf({ suppression }: ReportedFinding): State {
  return suppression?.kind === 'external' ? 'baselined' : 'silenced';
}

/** The files in which a finding and its equals stand, each once. */
export function pagesOf(finding: ReportedFinding): readonly string[] {
  return [...new Set(filesOf(finding))];
}

/** Nothing of an API is mentioned there. */
export function isSilent({ checked, unknown, foreign, findings }: ViewedPage): boolean {
  return checked + unknown + foreign + findings.length === 0;
}

function byPlace(one: ReportedFinding, other: ReportedFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.start.offset - other.start.offset;
}

function rowOfPage({ file, id }: ViewedPage): readonly [string, string] {
  return [file, id];
}
