/** Which of the names are at most `limit` letters apart from a word, and how far: left out, put in or exchanged. */
export type NearNames = (word: string, limit: number) => ReadonlyMap<string, number>;

/**
 * Compares a word with all names at once. Sorted, names share their beginnings, which are compared once for all of them,
 * and where a beginning is too far off, none of its names is looked at.
 */
export function nearNamesOf(names: Iterable<string>): NearNames {
  const sorted = [...new Set(names)].sort();
  const shared = sorted.map((name, index) => sharedLength(sorted[index - 1] ?? '', name));
  const known = new Set(sorted);
  return (word, limit) => {
    if (limit === 0) return new Map(known.has(word) ? [[word, 0]] : []);
    const found = new Map<string, number>();
    const rows = createRows(word, limit);
    // How much of the last compared name the present one begins with.
    let common = 0;
    for (const [index, name] of sorted.entries()) {
      common = Math.min(common, shared[index] ?? 0);
      if (Math.abs(name.length - word.length) > limit || rows.isLost(common)) continue;
      const apart = rows.compare(name, common);
      if (apart <= limit) found.set(name, apart);
      common = Number.POSITIVE_INFINITY;
    }
    return found;
  };
}

function sharedLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

/** The rows of Levenshtein's table for one word and the beginning of a name, only as far from the diagonal as `limit`. */
function createRows(word: string, limit: number) {
  const first = Array.from({ length: word.length + 1 }, (_, column) => column);
  const rows: number[][] = [first];
  let lostAt = Number.POSITIVE_INFINITY;
  return {
    /** Whether all names that begin with as much of the last name are too far off. */
    isLost: (common: number): boolean => common >= lostAt,
    compare(name: string, common: number): number {
      lostAt = Number.POSITIVE_INFINITY;
      for (let line = common + 1; line <= name.length; line++) {
        const row = rows[line] ?? first.map(() => limit + 1);
        rows[line] = row;
        const least = fillRow(
          { row, above: rows[line - 1] ?? first, line, letter: name.charCodeAt(line - 1) },
          word,
          limit,
        );
        if (least <= limit) continue;
        lostAt = line;
        return limit + 1;
      }
      return rows[name.length]?.[word.length] ?? limit + 1;
    },
  };
}

interface Line {
  readonly row: number[];
  readonly above: readonly number[];
  readonly line: number;
  readonly letter: number;
}

/** Fills the row of one more letter; gives its least number, below which no later row falls. */
function fillRow({ row, above, line, letter }: Line, word: string, limit: number): number {
  const far = limit + 1;
  const from = Math.max(1, line - limit);
  const to = Math.min(word.length, line + limit);
  row[from - 1] = from === 1 ? line : far;
  let least = row[from - 1] ?? far;
  for (let column = from; column <= to; column++) {
    const exchanged = (above[column - 1] ?? far) + (word.charCodeAt(column - 1) === letter ? 0 : 1);
    const put = 1 + Math.min(row[column - 1] ?? far, column < line + limit ? (above[column] ?? far) : far);
    const cost = Math.min(exchanged, put, far);
    row[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}
