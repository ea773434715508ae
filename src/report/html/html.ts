import type { Reporter } from '../report.ts';
import { describeCoverage, describeOutcome } from '../summary-sentences.ts';
import { type Asset, readAssets } from './assets.ts';
import { renderFilters } from './filters.ts';
import { renderFindings } from './findings.ts';
import { renderKeys } from './keys.ts';
import { markup, proseMarkup } from './markup.ts';
import { renderOperations } from './operations.ts';
import { renderPages } from './pages.ts';
import { renderRules } from './rules.ts';
import { renderSummary } from './summary.ts';
import { viewOf } from './view.ts';

const title = 'API guides against the spec';

/** One page for reviewers that holds all it needs: findings beside the guide and the spec, and a map of the operations. */
export const html: Reporter = (report, options) => {
  const { style, scripts } = readAssets();
  const view = viewOf(report, options);
  const body = markup`<a class="skip" href="#findings">Skip to the findings</a>
<header class="top">
<h1>${title}</h1>
<p class="outcome">${describeOutcome(report)}</p>
<nav aria-label="Sections">
<a href="#findings">Findings</a>
${view.operations.length > 0 && markup`<a href="#operations">Operations</a>`}
${view.pages.length > 0 && markup`<a href="#pages">Pages</a>`}
<a href="#checked">What was checked</a>
</nav>
<button type="button" id="theme" hidden>Colours: as the system</button>
<p class="coverage">${describeCoverage(report.summary).split('\n')[0]}</p>
</header>
<div class="columns">
<aside aria-label="Filters">
${renderFilters(view)}
${renderKeys()}
</aside>
<main>
${renderFindings(view)}
${renderOperations(view)}
${renderPages(view)}
${renderSummary(report)}
${renderRules(view)}
</main>
</div>
<footer><p>${proseMarkup(`Made by \`specwins\` ${report.tool.version}. This page asks nothing of any server.`)}</p></footer>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(style, scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style.text}</style>
</head>
<body>
${body.markup}
${scripts.map(({ text }) => `<script type="module">${text}</script>`).join('\n')}
</body>
</html>
`;
};

/** Nothing is loaded, and only what this file wrote runs. */
function policy(style: Asset, scripts: readonly Asset[]): string {
  return [
    "default-src 'none'",
    `style-src ${style.source}`,
    `script-src ${scripts.map(({ source }) => source).join(' ')}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}
