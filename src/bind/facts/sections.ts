import type { Heading } from '../../model.ts';

/** Which section of a page stands in which; sections are indices into `Page.headings`, -1 above the first. */
export interface Sections {
  /** The section itself, then those around it, innermost first; -1 is not among them. */
  around(section: number): readonly number[];
  /** Whether `inner` is `outer` or stands in it. */
  within(inner: number, outer: number): boolean;
}

export function mapSections(headings: readonly Heading[]): Sections {
  const parents: number[] = [];
  const open: number[] = [];
  for (const [index, { level }] of headings.entries()) {
    while ((headings[open.at(-1) ?? -1]?.level ?? 0) >= level) open.pop();
    parents.push(open.at(-1) ?? -1);
    open.push(index);
  }
  const around = (section: number): readonly number[] => {
    const found: number[] = [];
    for (let each = section; each >= 0; each = parents[each] ?? -1) found.push(each);
    return found;
  };
  return { around, within: (inner, outer) => around(inner).includes(outer) };
}
