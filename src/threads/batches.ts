import type { PageText } from '../extract/read-page.ts';

/** Characters; reading so many takes long enough that handing them over does not count, and not so long that others wait at the end. */
const LARGEST = 64_000;

/** For each thread there should be some, also of a small site. */
const PER_THREAD = 4;

/** Pages in their order, in batches of about as many characters. */
export function batchesOf(pages: readonly PageText[], threads: number): readonly (readonly PageText[])[] {
  const goal = Math.min(LARGEST, Math.ceil(sizeOf(pages) / (threads * PER_THREAD)));
  const batches: PageText[][] = [];
  let room = 0;
  for (const page of pages) {
    if (room <= 0) {
      batches.push([]);
      room = goal;
    }
    batches.at(-1)?.push(page);
    room -= page.text.length;
  }
  return batches;
}

/** Characters of all pages. */
export function sizeOf(pages: readonly PageText[]): number {
  return pages.reduce((sum, { text }) => sum + text.length, 0);
}
