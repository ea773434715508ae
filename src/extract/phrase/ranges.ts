/** A stretch of a phrase's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The first of the ranges that has a character at `start` or behind it. The ranges stand in order and do not overlap;
 * a paragraph may have thousands, so they are not searched one by one.
 */
export function firstFrom<Kind extends Range>(ranges: readonly Kind[], start: number): Kind | undefined {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  return ranges[low];
}

/** Whether one of the ranges shares a character with `start`–`end`. */
export function overlapsAny(ranges: readonly Range[], start: number, end: number): boolean {
  const first = firstFrom(ranges, start);
  return first !== undefined && first.start < end;
}

/** The one of the ranges that holds all of `inner`. */
export function rangeAround<Kind extends Range>(ranges: readonly Kind[], inner: Range): Kind | undefined {
  const first = firstFrom(ranges, inner.start);
  return first && first.start <= inner.start && inner.end <= first.end ? first : undefined;
}
