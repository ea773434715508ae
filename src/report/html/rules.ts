import { type Markup, markup, proseMarkup } from './markup.ts';
import type { View } from './view.ts';

/** What the rules of the findings ask for. */
export function renderRules({ rules }: View): Markup {
  if (rules.length === 0) return markup``;
  const rows = rules.map(
    ({ id, summary }) => markup`<dt id="r-${id}"><code>${id}</code></dt><dd>${proseMarkup(summary)}</dd>\n`,
  );
  return markup`<section aria-labelledby="rules">
<h2 id="rules">Rules of these findings</h2>
<p>Each has a page: <code>specwins rules &lt;id&gt;</code>.</p>
<dl class="rules">
${rows}</dl>
</section>`;
}
