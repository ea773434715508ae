import { distance } from 'fastest-levenshtein';

/** The name that was probably meant by one that is not there. */
export interface LikeName {
  readonly name: string;
  /** Only spelling tells them apart: case, separators, order of words, a letter or two. Else they share words. */
  readonly firm: boolean;
  /** Firm, and nothing else can be meant: it may be written without asking. */
  readonly sure: boolean;
}

/** Of `names` the one that is most like `name`; nothing where none is close. */
export function likeName(name: string, names: readonly string[]): LikeName | undefined {
  const own = wordsOf(name);
  const [sameWords, ...twins] = names.filter((other) => other !== name && sorted(wordsOf(other)) === sorted(own));
  if (sameWords !== undefined) return { name: sameWords, firm: true, sure: twins.length === 0 };
  const near = names
    .filter((other) => other !== name && Math.abs(other.length - name.length) <= 3)
    .map((other) => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ far }) => far <= mostFar(name))
    .sort((one, other) => one.far - other.far);
  const [nearest, second] = near;
  // `IPAddress` is no slip of the pen for `Address`: a whole word more tells another thing.
  if (nearest) {
    const firm = !sharesWords(own, wordsOf(nearest.other));
    const alone = second === undefined || second.far > nearest.far + 1;
    return { name: nearest.other, firm, sure: firm && alone && isSlip(name, nearest.other) };
  }
  const sharing = names.filter((other) => other !== name && sharesWords(own, wordsOf(other)));
  return sharing.length === 1 && sharing[0] !== undefined ? { name: sharing[0], firm: false, sure: false } : undefined;
}

/** `address1` is no slip of the pen for `address2`, nor `inactive` for `active`, nor `locked` for `blocked`. */
function isSlip(one: string, other: string): boolean {
  const [short, long] = [one.toLowerCase(), other.toLowerCase()].sort((a, b) => a.length - b.length);
  const digits = (text: string) => text.replace(/\D+/g, ' ').trim();
  return digits(one) === digits(other) && !long?.endsWith(short ?? '');
}

/** How many letters a slip of the pen may change in a name of this length. */
function mostFar(name: string): number {
  if (name.length < 4) return 0;
  if (name.length < 7) return 1;
  return name.length < 14 ? 2 : 3;
}

/** `maxCrawlDepth`, `max_crawl_depth` and `MAX-CRAWL-DEPTH` are the words max, crawl, depth. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (_, low = '', high = '', end = '') => `${low}${end} ${high}`)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** A name that no single word spells: `list_trees`, `listTrees`, `list-trees`. */
export function hasSeveralWords(name: string): boolean {
  return wordsOf(name).length > 1;
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join(' ');
}

/** All words of the shorter name are among those of the longer, and half of them at least: `token` and `auth_token`. */
function sharesWords(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.length * 2 >= long.length && short.every((word) => long.includes(word));
}
