import type { Text } from 'mdast';

/** What can make hyphens in a text: an escape, a character reference, or the hyphens themselves. */
const hyphenSources = /\\[!-/:-@[-`{-~]|&#(?:0{0,6}45|[xX]0{0,5}2[dD]);|-+/g;

/** Literal addresses and text directives (`:name`): nodes of their own by then, whose hyphens are not punctuation. */
const nodes = /(?:(?<![A-Za-z])https?:\/\/|(?<![^\s*_~(])www\.)[^\s<]*|(?<!:):[A-Za-z](?:[\w-]*[A-Za-z0-9])?/;
const hyphenSourcesBesideNodes = new RegExp(`${nodes.source}|${hyphenSources.source}`, 'g');

/**
 * A text without the runs of hyphens that pulldown-cmark's smart punctuation makes dashes of: two or more which the author
 * wrote unescaped (Sätteri and mdBook parse with it). No slug keeps a dash, so which dashes they become does not matter.
 * Nothing where the source does not show the hyphens of the text.
 */
export function withoutTypedDashes(
  node: Text,
  source: string,
  { besideNodes }: { readonly besideNodes: boolean },
): string | undefined {
  if (!node.value.includes('--')) return node.value;
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const pieces = source.slice(start, end).match(besideNodes ? hyphenSourcesBesideNodes : hyphenSources) ?? [];
  const isDash = pieces.flatMap(dashesOf);
  if (isDash.length !== node.value.split('-').length - 1) return undefined;
  let index = 0;
  return node.value.replaceAll('-', (hyphen) => (isDash[index++] ? '' : hyphen));
}

/** For each hyphen that a piece of source makes, whether it becomes part of a dash. */
function dashesOf(piece: string): readonly boolean[] {
  if (piece.startsWith('&')) return [false];
  if (piece.startsWith('\\')) return piece === '\\-' ? [false] : [];
  return Array.from(piece.replace(/[^-]/g, ''), () => piece.startsWith('--'));
}
