import { type Markup, markup } from './markup.ts';

const keys = [
  ['j', 'next finding'],
  ['k', 'previous finding'],
  ['/', 'search'],
  ['Esc', 'leave the search'],
] as const;

/** What keys do; who types with their voice can turn single letters off. */
export function renderKeys(): Markup {
  const rows = keys.map(([key, text]) => markup`<dt><kbd>${key}</kbd></dt><dd>${text}</dd>`);
  return markup`<details class="keys" id="keys" hidden><summary>Keys</summary>
<dl>${rows}</dl>
<p><label><input type="checkbox" id="keys-on" checked> Keys are on</label></p>
</details>`;
}
