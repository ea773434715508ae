import type { InlineToken } from './vitepress-tokens.ts';

/** A heading behind markdown-it-attrs 4. */
export interface Attributed {
  readonly tokens: readonly InlineToken[];
  /** Stated for the heading. It may be empty: `{id}` is an attribute without a value, and its heading has no id then. */
  readonly id?: string;
  /** Whether an inline element took an id for itself, as in `*Ripe*{#ripe}`. */
  readonly idInside: boolean;
}

/**
 * Takes braces for attributes as `patterns.js` of markdown-it-attrs does: behind an inline element they are its own, at
 * the end of the heading they are the heading's. So the end of `GET /trees/{id}` is gone.
 */
export function readAttributes(all: readonly InlineToken[]): Attributed {
  const { tokens, idInside } = takeInner(all);
  const last = tokens.at(-1);
  if (last?.kind !== 'text') return { tokens, idInside };
  const { content } = last;
  if (tokens.at(-2)?.kind === 'softbreak' && isLongEnough(content) && content.startsWith('{') && content.endsWith('}'))
    return { tokens: tokens.slice(0, -2), idInside, ...idIn(content, 0) };
  const start = content.lastIndexOf('{');
  if (start < 0 || content.indexOf('}', start + 2) !== content.length - 1 || !isLongEnough(content.slice(start)))
    return { tokens, idInside };
  const kept = { ...last, content: content.slice(0, start).replace(/ $/, '') };
  return { tokens: [...tokens.slice(0, -1), kept], idInside, ...idIn(content, start) };
}

/** The patterns "inline nesting 0" and "inline attributes", both as often as they match. */
function takeInner(all: readonly InlineToken[]): Pick<Attributed, 'tokens' | 'idInside'> {
  let idInside = false;
  const tokens = all.flatMap((token, index) => {
    const before = all[index - 1]?.kind;
    if (token.kind !== 'text' || (before !== 'close' && before !== 'code' && before !== 'image')) return token;
    let { content } = token;
    for (let end = endOfLeading(content); end > 0; end = endOfLeading(content)) {
      idInside ||= (idIn(content, 0).id ?? '') !== '';
      content = content.slice(end);
    }
    if (content === token.content) return token;
    return content === '' && before !== 'close' ? [] : { ...token, content };
  });
  return { tokens, idInside };
}

/** Where braces at the start of a text end; 0 where there are none. `{{` and `}}` belong to Vue. */
function endOfLeading(content: string): number {
  const end = content.startsWith('{') ? content.indexOf('}', 2) + 1 : 0;
  if (end === 0 || content[end] === '}' || !isLongEnough(content.slice(0, end))) return 0;
  return content.indexOf('}') + 1;
}

/** `{x}`, but `{#x}` and `{.x}`. */
function isLongEnough(braces: string): boolean {
  return braces.length >= (/^\{[.#]/.test(braces) ? 4 : 3);
}

/** The first id among the attributes, read character by character as `getAttrs()` of `utils.js` reads them. */
function idIn(content: string, start: number): { readonly id?: string } {
  let key = '';
  let value = '';
  let inKey = true;
  let quoted = false;
  for (const character of content.slice(start + 1)) {
    const isEnd = character === '}';
    if (isEnd || (character === ' ' && !quoted)) {
      if (key === 'id') return { id: value };
      if (isEnd) return {};
      if (key !== '') [key, value, inKey] = ['', '', true];
    } else if (character === '=' && inKey) inKey = false;
    else if ((character === '.' || character === '#') && key === '') {
      key = character === '#' ? 'id' : 'class';
      inKey = false;
    } else if (character === '"' && (quoted || value === '')) quoted = !quoted;
    else if (!inKey) value += character;
    else if (!/[\t\n\f />"'=]/.test(character)) key += character;
  }
  return {};
}
