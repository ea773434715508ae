import { counted, type Markup, markup } from './markup.ts';
import { isSilent, type View, type ViewedPage } from './view.ts';

/** Every page with what was checked on it; those that mention nothing are only named. */
export function renderPages({ pages }: View): Markup {
  if (pages.length === 0) return markup``;
  const silent = pages.filter(isSilent);
  return markup`<section aria-labelledby="pages" data-group>
<h2 id="pages" tabindex="-1">Pages</h2>
<table class="pages"><thead><tr><th scope="col">Page</th><th scope="col">Findings</th><th scope="col">Operations</th><th scope="col">Mentions checked</th><th scope="col">Unknown</th><th scope="col">Of other servers</th></tr></thead><tbody>
${pages.filter((page) => !isSilent(page)).map(renderPage)}
</tbody></table>
${silent.length > 0 && renderSilent(silent)}
</section>`;
}

function renderPage({ id, file, title, findings, operations, checked, unknown, foreign }: ViewedPage): Markup {
  const [first] = findings;
  const found = first
    ? markup`<a href="#f-${first.fingerprint}" data-filter="page=${encodeURIComponent(file)}">${findings.length}</a>`
    : markup`0`;
  return markup`<tr id="${id}" tabindex="-1" data-item data-page="${file}"><th scope="row">${file}${title !== undefined && markup`<br><span class="about">${title}</span>`}</th><td data-name="findings">${found}</td><td data-name="operations">${operations}</td><td data-name="checked">${checked}</td><td data-name="unknown">${unknown}</td><td data-name="of others">${foreign}</td></tr>
`;
}

function renderSilent(pages: readonly ViewedPage[]): Markup {
  const rows = pages.map(({ id, file }) => markup`<li id="${id}" data-item data-page="${file}">${file}</li>\n`);
  return markup`<details data-group><summary>${counted(pages.length, 'page')} that ${pages.length === 1 ? 'mentions' : 'mention'} nothing of an API</summary>
<ul>${rows}</ul></details>`;
}
