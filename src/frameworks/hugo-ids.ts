import type { Heading } from 'mdast';
import type { IdContext, PageIds } from './framework.ts';
import { headingId } from './heading-text.ts';
import { splitAttributes } from './hugo-attributes.ts';

/**
 * Ids after `markup/goldmark/autoid.go` of Hugo. They are made of the SOURCE of the heading's last line, so marks, link
 * targets and tags count. The variant is `markup.goldmark.parser.autoHeadingIDType`, which newer versions call `autoIDType`.
 */
export function hugoIds({ project: { options = {} } }: IdContext): PageIds {
  const sanitize = sanitizerOf(options.autoHeadingIDType ?? options.autoIDType);
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    heading(heading, { source }) {
      const line = lastLine(heading, source);
      if (line === undefined) return { kind: 'dynamic' };
      const { text, id } = splitAttributes(line.text);
      if (id !== undefined) {
        // `Close()` of goldmark's `setext_headings.go` forgets to reserve it.
        if (line.atx) taken.add(id);
        return id === '' ? { kind: 'none' } : { kind: 'explicit', id };
      }
      if (options.autoHeadingID === false) return { kind: 'none' };
      if (isReplaced(text, options.enableEmoji === true)) return { kind: 'dynamic' };
      const slug = sanitize((line.atx ? withoutClosing(text) : text).trim()) || 'heading';
      return headingId(takeFirstFree(slug, taken, counts));
    },
  };
}

/** Of a setext heading with several lines goldmark keeps the last one alone. */
function lastLine({ position }: Heading, source: string): { readonly text: string; readonly atx: boolean } | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || end === undefined) return undefined;
  const raw = source.slice(start, end).trim();
  const marks = /^#{1,6}(?=[ \t]|$)/.exec(raw)?.[0];
  if (marks !== undefined) return { text: raw.slice(marks.length).trim(), atx: true };
  const lines = raw.split(/\r?\n/);
  if (/^[ \t>]*(?:=+|-+)[ \t]*$/.test(lines.at(-1) ?? '')) lines.pop();
  return { text: (lines.at(-1) ?? '').replace(/^[ \t>]+/, '').trimEnd(), atx: false };
}

/** Marks at the end close the heading where a space parts them from the text. */
function withoutClosing(text: string): string {
  const content = text.slice(0, text.length - (/(?<!#)#+$/.exec(text)?.[0].length ?? 0));
  return content === '' || /[ \t]$/.test(content) ? content : text;
}

/** Hugo puts shortcodes, and emoji where they are enabled, into the source before goldmark reads it. */
function isReplaced(text: string, emoji: boolean): boolean {
  return /\{\{[<%]/.test(text) || (emoji && /:[\w+-]+:/.test(text));
}

function sanitizerOf(type: unknown): (text: string) => string {
  switch (type) {
    case 'github-ascii':
      return (text) => keepWords(withoutAccents(text).replace(/[^ -~]/g, ''));
    case 'blackfriday':
      return (text) => lower((text.match(/[\p{L}\p{N}]+/gu) ?? []).join('-'));
    default:
      return keepWords;
  }
}

/** `github`: blanks are dashes, other signs go, and so do combining marks, unlike on GitHub. */
function keepWords(text: string): string {
  return lower(text.replace(/[^\p{L}\p{Nd}_ -]/gu, '').replaceAll(' ', '-'));
}

/** `RemoveAccents()` of `common/text`. */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');
}

/** Go lowers each character for itself: `İ` is `i`, and a last `Σ` is `σ`. */
function lower(text: string): string {
  return Array.from(text, (character) => String.fromCodePoint(character.toLowerCase().codePointAt(0) ?? 0)).join('');
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
