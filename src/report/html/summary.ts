import type { MentionCounts, Report } from '../report.ts';
import { describeCoverage } from '../summary-sentences.ts';
import { type Markup, markup, proseMarkup } from './markup.ts';

/** What the run covered, so that silence is not taken for more than it is. */
export function renderSummary({ summary, notes }: Report): Markup {
  const { subjects, mentions } = summary;
  const rows = [...Object.entries(subjects), ['all', mentions] as const].map(([name, counts]) =>
    renderRow(name, counts),
  );
  return markup`<section aria-labelledby="checked">
<h2 id="checked" tabindex="-1">What was checked</h2>
${describeCoverage(summary)
  .split('\n')
  .map((sentence) => markup`<p>${sentence}</p>\n`)}
<table class="subjects"><thead><tr><th scope="col">Mentions of</th><th scope="col">Checked</th><th scope="col">Wrong</th><th scope="col">Unknown</th><th scope="col">Of other servers</th><th scope="col">Together</th></tr></thead><tbody>
${rows}
</tbody></table>
${notes.length > 0 && markup`<h3>Notes</h3><ul>${notes.map((note) => markup`<li>${proseMarkup(note)}</li>`)}</ul>`}
</section>`;
}

function renderRow(name: string, { checked, drift, unknown, foreign, total }: MentionCounts): Markup {
  return markup`<tr><th scope="row">${name}</th><td>${checked}</td><td>${drift}</td><td>${unknown}</td><td>${foreign}</td><td>${total}</td></tr>
`;
}
