import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** As much of a node as says where it stands in the document. */
interface Placed {
  readonly position?:
    | { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } }
    | undefined;
}

/** The offsets of a node in its document; an empty range where its place is not known. */
export function rangeOf({ position }: Placed): { readonly start: number; readonly end: number } {
  const start = position?.start.offset ?? 0;
  return { start, end: position?.end.offset ?? start };
}

/** Where the inline content of a heading stands, without its marks: `##`, closing `##`, and the underline of a title. */
export function contentOf(heading: Placed & { readonly children: readonly Placed[] }): ReturnType<typeof rangeOf> {
  const first = heading.children[0];
  const last = heading.children.at(-1);
  const { start } = rangeOf(heading);
  return first && last ? { start: rangeOf(first).start, end: rangeOf(last).end } : { start, end: start };
}

/** Decodes `&amp;`, `&#8212;` and `&#x2014;`; a name that HTML does not know stays as it is written. */
export function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z\d]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
