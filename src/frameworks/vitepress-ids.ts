import type { Heading } from 'mdast';
import type { IdContext, PageIds } from './framework.ts';
import { headingId } from './heading-text.ts';
import { readAttributes } from './vitepress-attributes.ts';
import { takeEmoji } from './vitepress-emoji.ts';
import { type InlineToken, inlineTokens } from './vitepress-tokens.ts';

/**
 * Ids after markdown-it-anchor 9 with `slugify` of @mdit-vue/shared 2, as `createMarkdownRenderer()` of vitepress sets
 * them up. An id that a heading states counts as taken; where it is taken already, VitePress does not build the page.
 */
export function vitepressIds({ project: { options } }: IdContext): PageIds {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const readsAttributes = !areAttributesOff(options);
  return {
    heading(heading, { source }) {
      const all = inlineTokens(heading, source);
      const { tokens, id, idInside } = readsAttributes ? readAttributes(all) : { tokens: all, idInside: false };
      if (id !== undefined) {
        if (taken.has(id)) throw repeatedId(id, heading);
        taken.add(id);
        return id === '' ? { kind: 'none' } : { kind: 'explicit', id };
      }
      const { tokens: shown, uncertain } = takeEmoji(tokens);
      const unique = takeFirstFree(slugify(textOf(shown)), taken, counts);
      return uncertain || idInside ? { kind: 'dynamic' } : headingId(unique);
    },
  };
}

/** `markdown: { attrs: { disable: true } }` of the configuration. */
function areAttributesOff(options: Readonly<Record<string, unknown>> | undefined): boolean {
  return field(field(options?.markdown, 'attrs'), 'disable') === true;
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

/** What `extractPage` takes for the word of the parser: markdown-it-anchor throws it. */
function repeatedId(id: string, heading: Heading): Error {
  const name = id === '' ? 'an empty `id`' : `the \`id\` \`${id}\``;
  const reason = `Two headings of the page have ${name}, so VitePress does not build it`;
  return Object.assign(new Error(reason), { reason, place: heading.position });
}

/**
 * `getTokensText` of markdown-it-anchor: texts and code alone. VitePress joins texts side by side (`restoreEntities`), and
 * where there are several, character references come back as they were written: `Q &amp; A`.
 */
function textOf(tokens: readonly InlineToken[]): string {
  return tokens
    .map((token, index) => {
      if (token.kind !== 'text') return token.kind === 'code' ? token.content : '';
      const isJoined = tokens[index - 1]?.kind === 'text' || tokens[index + 1]?.kind === 'text';
      return isJoined ? (token.restored ?? token.content) : token.content;
    })
    .join('');
}

const separators = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/;

/** `slugify` of @mdit-vue/shared: accents go, dashes and signs beyond ASCII stay, a digit in front gets a `_`. */
function slugify(text: string): string {
  const bare = Array.from(text.normalize('NFKD'))
    .filter((character) => character >= ' ' && !/[\u0300-\u036f]/.test(character))
    .join('');
  const slug = bare.split(separators).filter(Boolean).join('-').toLowerCase();
  return /^\d/.test(slug) ? `_${slug}` : slug;
}

/** `slug`, `slug-1`, `slug-2` …, whichever is free. Nothing becomes free again, so each slug goes on from its last count. */
function takeFirstFree(slug: string, taken: Set<string>, counts: Map<string, number>): string {
  let count = counts.get(slug) ?? 0;
  const unique = () => (count === 0 ? slug : `${slug}-${count}`);
  while (taken.has(unique())) count++;
  counts.set(slug, count);
  taken.add(unique());
  return unique();
}
