import type { Page, Span } from '../model.ts';

/** Where what stood at an offset of a file stands after an edit, in UTF-16 code units; nothing where no fact tells. */
export type MovedOffset = (offset: number) => number | undefined;

/**
 * How the facts of a page have moved where an edit has left all of them what they were, each in its place among the others; nothing where
 * it has changed one. Binding and rules compare places by their order alone, so that they say the same of both pages.
 */
export function alignPages(before: Page, after: Page): MovedOffset | undefined {
  const places: Pair[] = [[0, 0]];
  return align(before, after, '', places) ? moveBetween(places) : undefined;
}

/** An offset before and after. */
type Pair = readonly [before: number, after: number];

/** What a paragraph or a page holds besides its facts may grow; the words of a fact may not. */
const growing = new Set(['around', 'scope']);

/** `name` is that of the member, or of the list, in which the values stand. */
function align(before: unknown, after: unknown, name: string, places: Pair[]): boolean {
  // What a writer put there is no place, whatever it is called.
  if (name === 'frontmatter') return JSON.stringify(before) === JSON.stringify(after);
  if (name === 'block' && typeof before === 'number' && typeof after === 'number')
    return places.push([before, after]) > 0;
  if (isSpan(before) && isSpan(after)) return alignSpans(before, after, growing.has(name), places);
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((each, i) => align(each, after[i], name, places));
  }
  if (!isMapping(before) || !isMapping(after)) return before === after;
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => Object.hasOwn(after, key) && align(before[key], after[key], key, places))
  );
}

function alignSpans(before: Span, after: Span, mayGrow: boolean, places: Pair[]): boolean {
  places.push([before.start, after.start], [before.end, after.end]);
  return mayGrow || before.end - before.start === after.end - after.start;
}

/** Nothing where two places have changed their order, or have come together or apart. */
function moveBetween(pairs: readonly Pair[]): MovedOffset | undefined {
  const places = pairs.toSorted(([one], [other]) => one - other);
  for (const [index, [before, after]] of places.entries()) {
    const previous = places[index - 1];
    if (previous && Math.sign(before - previous[0]) !== Math.sign(after - previous[1])) return undefined;
  }
  return (offset) => {
    const next = places.findIndex(([before]) => before >= offset);
    const [above, below] = [places[next], places[places[next]?.[0] === offset ? next : next - 1]];
    if (above === undefined || below === undefined) return undefined;
    // Between two facts that have moved alike, nothing was edited.
    const moved = above[1] - above[0];
    return moved === below[1] - below[0] ? offset + moved : undefined;
  };
}

function isSpan(value: unknown): value is Span {
  return (
    isMapping(value) &&
    Object.keys(value).length === 2 &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
