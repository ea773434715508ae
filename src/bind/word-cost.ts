import { distance } from 'fastest-levenshtein';

/** 0 for equal words; little for another case, separator or number; a share of the letters for a slip of the pen. */
export function wordCost(a: string, b: string): number {
  if (a === b) return 0;
  const [plainA, plainB] = [plainWord(a), plainWord(b)];
  if (plainA === plainB) return 0.1;
  if (isPluralOf(plainA, plainB) || isPluralOf(plainB, plainA)) return 0.15;
  const edits = isSwap(plainA, plainB) ? 1 : distance(plainA, plainB);
  const share = edits / Math.max(plainA.length, plainB.length);
  if (edits <= 2 && share <= 0.34) return 0.1 + share;
  // `harvest_jobs_id` for `harvest_jobs`: one word holds the other as a whole.
  const longer = plainA.length > plainB.length ? plainA : plainB;
  const shorter = longer === plainA ? plainB : plainA;
  if (shorter.length > 4 && longer.startsWith(shorter)) return 0.3;
  if (shorter.length > 3 && longer.includes(shorter)) return 0.5;
  if (share < 0.34) return 0.3 + share;
  return share < 0.5 ? 0.8 : 1;
}

/** `havrest` for `harvest`: two letters that stand side by side changed places, which is one slip and not two. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A word a writer would type, not an id, number or file. */
export function isWord(text: string): boolean {
  return /^[a-z][a-z]+(?:[_-][a-z]+)*$/i.test(text);
}

/** Without case and separators. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[-_.]/g, '');
}

function isPluralOf(plural: string, word: string): boolean {
  return plural === `${word}s` || plural === `${word}es` || plural === word.replace(/y$/, 'ies');
}
