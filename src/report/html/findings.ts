import { placeOfSpec, replacementsOf } from '../finding-details.ts';
import { groupByFile } from '../group-by-file.ts';
import { counted, type Markup, markup, proseMarkup } from './markup.ts';
import { passageOfExcerpt, renderPassage } from './passage.ts';
import { pagesOf, type View, type ViewedFinding } from './view.ts';

/** A baseline may hold thousands, and a page of 20 MB helps nobody: behind these only the open ones show their lines. */
const mostQuoted = 2000;
/** Other places of a finding. */
const mostPlaces = 60;
const longestText = 400;

/** All findings, by file; those that are silenced or known are marked. */
export function renderFindings(view: View): Markup {
  const { findings } = view;
  const quoted = new Set(
    findings
      .toSorted((one, other) => Number(one.state !== 'open') - Number(other.state !== 'open'))
      .slice(0, mostQuoted),
  );
  const left = findings.length - quoted.size;
  const groups = [...groupByFile(findings)].map(([file, onPage]) => renderGroup(file, onPage, { view, quoted }));
  return markup`<section aria-labelledby="findings">
<h2 id="findings" tabindex="-1">Findings</h2>
<p id="shown" role="status">${counted(findings.length, 'finding')}.</p>
${left > 0 && markup`<p>The lines of the last ${left} of them were left out.</p>`}
${groups}
</section>`;
}

interface Group {
  readonly view: View;
  /** Findings that show their lines. */
  readonly quoted: ReadonlySet<ViewedFinding>;
}

function renderGroup(file: string, findings: readonly ViewedFinding[], group: Group): Markup {
  const row = group.view.rowOf(file);
  return markup`<section class="group" data-group>
<h3>${row === undefined ? file : markup`<a href="#${row}">${file}</a>`}</h3>
${findings.map((finding) => renderFinding(finding, group))}
</section>
`;
}

function renderFinding(finding: ViewedFinding, { view, quoted }: Group): Markup {
  const { fingerprint, severity, rule, state, operation, message } = finding;
  return markup`<article class="finding ${severity} ${state}" id="f-${fingerprint}" tabindex="-1" aria-labelledby="t-${fingerprint}" data-item data-severity="${severity}" data-rule="${rule}" data-state="${state}" data-operation="${operation ?? ''}" data-page="${pagesOf(finding).join('\n')}">
<h4 id="t-${fingerprint}">${proseMarkup(message)}</h4>
<p class="tags"><span class="severity">${severity}</span> ${renderState(finding)}${renderRule(rule, view)} ${renderOperation(finding, view)}<a class="place" href="#f-${fingerprint}" title="Link to this finding">line ${finding.start.line}</a></p>
${quoted.has(finding) && renderPassages(finding, view)}
${renderReplacement(finding)}
${renderRelated(finding)}
</article>
`;
}

function renderRule(rule: string, { rules }: View): Markup {
  return rules.some(({ id }) => id === rule) ? markup`<a href="#r-${rule}">${rule}</a>` : markup`<span>${rule}</span>`;
}

function renderState({ state, suppression }: ViewedFinding): Markup | false {
  if (state === 'open') return false;
  const reason = state === 'baselined' || suppression?.reason === undefined ? '' : `: ${suppression.reason}`;
  return markup`<span class="state">${state}${reason}</span> `;
}

function renderOperation({ operation }: ViewedFinding, { rowOf }: View): Markup | false {
  if (operation === undefined) return false;
  const row = rowOf(operation);
  const name = markup`<code>${operation}</code>`;
  return row === undefined ? markup`${name} ` : markup`<a href="#${row}">${name}</a> `;
}

function renderPassages(finding: ViewedFinding, { passagesOf }: View): Markup {
  const { guide = passageOfExcerpt(finding), spec } = passagesOf(finding);
  const { file, start } = finding;
  const place = placeOfSpec(finding);
  const truth = spec
    ? renderPassage(
        markup`The spec, <code>${place}</code><br><code class="pointer">${finding.spec?.pointer}</code>`,
        spec,
      )
    : place !== undefined && markup`<p class="nowhere">The spec: <code>${place}</code></p>`;
  return markup`<div class="passages">
${guide && renderPassage(markup`The guide, <code>${file}:${start.line}:${start.column}</code>`, guide)}
${truth}
</div>`;
}

function renderReplacement(finding: ViewedFinding): Markup | false {
  const replacements = replacementsOf(finding);
  if (replacements.length === 0) return false;
  const says = !finding.redacted && markup`<del>${cut(finding.text)}</del> → `;
  const written = replacements.map((text, index) => markup`${index > 0 && ' or '}<ins>${cut(text)}</ins>`);
  const isSafe = finding.state === 'open' && finding.edits.length > 0;
  return markup`<p class="write">Write: ${says}${written}${isSafe && markup` <span class="fix">(<code>--fix</code> does)</span>`}</p>`;
}

function renderRelated({ related }: ViewedFinding): Markup | false {
  if (related.length === 0) return false;
  const places = related.slice(0, mostPlaces).map(({ file, start }) => markup`<li>${file}:${start.line}</li>`);
  const rest = related.length - places.length;
  return markup`<details class="related"><summary>The same in ${counted(related.length, 'other place')}</summary>
<ul>${places}${rest > 0 && markup`<li>and ${rest} more</li>`}</ul></details>`;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
