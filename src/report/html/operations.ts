import { counted, type Markup, markup } from './markup.ts';
import type { PageUse, Standing, View, ViewedOperation } from './view.ts';

/** Some operations stand on every page of a site. */
const mostPages = 12;
/** Behind these, pages are only counted. */
const allPages = 100;

const standings: readonly Standing[] = ['wrong', 'documented', 'unknown', 'undocumented'];

/** Which operation is spoken of where, by group: one row an operation with its pages, however many pages there are. */
export function renderOperations({ operations, unjudged, rowOf }: View): Markup {
  if (operations.length === 0) return markup``;
  const groups = groupOperations(operations);
  return markup`<section aria-labelledby="operations">
<h2 id="operations" tabindex="-1">Operations and their pages</h2>
<p>${describeStandings(operations)}. <em>Documented</em>: a page names it for sure, and what it says was held against the spec. <em>Unknown</em>: pages may speak of it, or of another one.</p>
${unjudged > 0 && markup`<p>Other pages were asked for than ${counted(unjudged, 'page')} of these: what is wrong on them is not shown.</p>`}
${groups.map((group) => renderGroup(group, rowOf))}
</section>`;
}

interface Group {
  readonly title: string;
  readonly operations: readonly ViewedOperation[];
}

function groupOperations(operations: readonly ViewedOperation[]): readonly Group[] {
  const specs = new Set(operations.map(({ spec }) => spec));
  const groups = new Map<string, ViewedOperation[]>();
  for (const operation of operations) {
    const title = specs.size > 1 ? `${operation.spec}: ${operation.group}` : operation.group;
    const known = groups.get(title);
    if (known) known.push(operation);
    else groups.set(title, [operation]);
  }
  return [...groups].map(([title, members]) => ({ title, operations: members }));
}

function renderGroup({ title, operations }: Group, rowOf: View['rowOf']): Markup {
  const isWrong = operations.some(({ standing }) => standing === 'wrong');
  const strip = operations.map(({ standing }) => markup`<i class="${standing}"></i>`);
  return markup`<details class="group" data-group${isWrong && ' open'}><summary><h3>${title}</h3> <span class="strip" aria-hidden="true">${strip}</span> <span class="counts">${describeStandings(operations)}</span></summary>
<table class="operations"><thead><tr><th scope="col">Operation</th><th scope="col">State</th><th scope="col">Pages</th></tr></thead><tbody>
${operations.map((operation) => renderOperation(operation, rowOf))}
</tbody></table></details>
`;
}

function renderOperation(operation: ViewedOperation, rowOf: View['rowOf']): Markup {
  const { id, name, summary, deprecated, standing, pages, findings } = operation;
  const [first] = findings;
  const link =
    first &&
    markup` <a href="#f-${first.fingerprint}" data-filter="operation=${encodeURIComponent(name)}">${counted(findings.length, 'finding')}</a>`;
  const about = [deprecated ? 'deprecated' : '', summary ?? ''].filter((text) => text !== '').join('; ');
  return markup`<tr id="${id}" tabindex="-1" data-item data-operation="${name}" data-standing="${standing}" data-page="${pages.map(({ file }) => file).join('\n')}"><th scope="row"><code>${name}</code>${about !== '' && markup`<br><span class="about">${about}</span>`}</th><td><span class="standing ${standing}">${standing}</span>${link}</td><td>${renderUses(pages, rowOf)}</td></tr>
`;
}

function renderUses(pages: readonly PageUse[], rowOf: View['rowOf']): Markup | false {
  if (pages.length === 0) return false;
  const sorted = pages.toSorted((one, other) => standings.indexOf(one.standing) - standings.indexOf(other.standing));
  const first = sorted.slice(0, mostPages);
  const rest = sorted.slice(mostPages);
  const left = rest.length - allPages;
  const more =
    rest.length > 0 &&
    markup`<details><summary>${counted(rest.length, 'more page')}</summary><ul class="uses">${rest.slice(0, allPages).map((use) => renderUse(use, rowOf))}</ul>${left > 0 && markup`<p>and ${left} more</p>`}</details>`;
  return markup`<ul class="uses">${first.map((use) => renderUse(use, rowOf))}</ul>${more}`;
}

function renderUse({ file, standing, lines }: PageUse, rowOf: View['rowOf']): Markup {
  const row = rowOf(file);
  const name = row === undefined ? markup`${file}` : markup`<a href="#${row}">${file}</a>`;
  const where = lines.length > 0 && markup`<span class="lines">:${lines.join(', ')}</span>`;
  return markup`<li class="${standing}">${name}${where} <span class="word">${standing}</span></li>`;
}

function describeStandings(operations: readonly ViewedOperation[]): string {
  const counts = standings.map((standing) => ({
    standing,
    count: operations.filter((each) => each.standing === standing).length,
  }));
  const parts = counts.filter(({ count }) => count > 0).map(({ standing, count }) => `${count} ${standing}`);
  return `${counted(operations.length, 'operation')}: ${parts.join(', ')}`;
}
