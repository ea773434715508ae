import type { Span } from '../../model.ts';

/** A text with a dot in place of each character of some places; lines stay lines, so that other places stay what they are. */
export function coverSpans(text: string, places: readonly { readonly span: Span }[]): string {
  return places.reduce(
    (rest, { span: { start, end } }) => rest.slice(0, start) + dots(rest.slice(start, end)) + rest.slice(end),
    text,
  );
}

function dots(text: string): string {
  return text.replace(/[^\r\n]/g, '•');
}
