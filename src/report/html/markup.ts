import { printable } from '../crop-line.ts';

/** Text that is markup already. Only `markup` makes it, so that nothing of a page or a spec becomes markup by mistake. */
export interface Markup {
  readonly markup: string;
}

/** What a template may hold: text, which is escaped, or markup. `undefined` and `false` are nothing. */
type Part = string | number | Markup | readonly Markup[] | undefined | false;

/** HTML with everything in `${…}` escaped that is no markup. Values of attributes must stand in double quotes. */
export function markup(fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = fixed.map((text, index) => text + render(parts[index]));
  return { markup: pieces.join('') };
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map((each) => each.markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Lone halves of characters have no bytes, and control codes no place in HTML. Characters that turn the direction of text would deceive. */
function escapeText(text: string): string {
  const lines = text.replace(/\p{Cs}/gu, '\ufffd').split('\n');
  return lines.map((line) => printable(line).replace(/[&<>"']/g, (character) => entities[character] ?? '')).join('\n');
}

/** Text with what stands in backticks as code. */
export function proseMarkup(text: string): Markup {
  const parts = text.split('`');
  // A backtick without its other half stays what it is.
  const paired = parts.length % 2 === 1;
  const spans = paired ? parts : [...parts.slice(0, -2), parts.slice(-2).join('`')];
  return markup`${spans.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : markup`${part}`))}`;
}

/** `1 finding`, `2 findings`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
