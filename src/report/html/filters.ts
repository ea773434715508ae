import { type Markup, markup } from './markup.ts';
import { isSilent, type View } from './view.ts';

const severities = ['error', 'warning', 'info'];
const states = ['open', 'silenced', 'baselined'];
const standings = ['wrong', 'documented', 'unknown', 'undocumented'];

/** What narrows the page down; of no use without its script, which shows it. */
export function renderFilters({ findings, operations, pages }: View): Markup {
  const files = pages.filter((page) => !isSilent(page)).map(({ file }) => file);
  const names = operations.map(({ name }) => name);
  const boxes = {
    severity: boxesOf(
      severities,
      findings.map(({ severity }) => severity),
    ),
    state: boxesOf(
      states,
      findings.map(({ state }) => state),
    ),
    standing: boxesOf(
      standings,
      operations.map(({ standing }) => standing),
    ),
  };
  const rules = countEach(findings.map(({ rule }) => rule));
  const choices = {
    rule: [...rules.keys()].sort().map((value) => ({ value, text: `${value} (${rules.get(value)})` })),
    page: choicesOf([...files, ...findings.map(({ file }) => file)].sort()),
    operation: choicesOf([...names, ...findings.flatMap(({ operation }) => operation ?? [])]),
  };
  return markup`<details class="filters" open hidden><summary>Filters</summary><form role="search" id="filters">
<p><label for="q">Search</label> <input type="search" id="q" name="q" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></p>
${renderBoxes('severity', 'Severity', boxes.severity)}
${renderBoxes('state', 'State', boxes.state)}
${renderChoices('rule', 'Rule', choices.rule)}
${renderChoices('page', 'Page', choices.page)}
${renderChoices('operation', 'Operation', choices.operation)}
${renderBoxes('standing', 'Operations that are', boxes.standing)}
<p><button type="button" id="all">Show all</button></p>
</form></details>`;
}

interface Box {
  readonly value: string;
  readonly count: number;
}

function boxesOf(values: readonly string[], found: readonly string[]): readonly Box[] {
  const counts = countEach(found);
  return values.flatMap((value) => ({ value, count: counts.get(value) ?? 0 })).filter(({ count }) => count > 0);
}

function countEach(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** One box alone narrows nothing. What is silenced or known is there to be asked for. */
function renderBoxes(name: string, legend: string, boxes: readonly Box[]): Markup | false {
  if (boxes.length < 2) return false;
  const labels = boxes.map(
    ({ value, count }) =>
      markup`<label class="${value}"><input type="checkbox" name="${name}" value="${value}"${value === 'open' && markup` checked`}> ${value} <span class="count">${count}</span></label>`,
  );
  return markup`<fieldset><legend>${legend}</legend>${labels}</fieldset>`;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

function choicesOf(values: readonly string[]): readonly Choice[] {
  return [...new Set(values)].map((value) => ({ value, text: value }));
}

function renderChoices(name: string, label: string, choices: readonly Choice[]): Markup | false {
  if (choices.length === 0) return false;
  const options = choices.map(({ value, text }) => markup`<option value="${value}">${text}</option>\n`);
  return markup`<p><label for="${name}">${label}</label> <select id="${name}" name="${name}"><option value="">all</option>
${options}</select></p>`;
}
