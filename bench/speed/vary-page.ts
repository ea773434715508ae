import { createRandom } from './random.ts';

/** One word in this many becomes another. */
const RARITY = 6;

/**
 * Another page of the same shape: words of its prose become other words of the corpus, as the seed has it. Front matter,
 * headings, fences, and lines that hold code, links or elements stay, so that links and calls are what they were.
 */
export function varyPage(text: string, words: readonly string[], seed: string): string {
  const random = createRandom(seed);
  const lines = text.split('\n');
  let fence: string | undefined;
  let head = lines[0]?.trim() === '---';
  return lines
    .map((line, index) => {
      const mark = /^\s*(```|~~~)/.exec(line)?.[1];
      if (mark !== undefined && (fence === undefined || fence === mark)) {
        fence = fence === undefined ? mark : undefined;
        return line;
      }
      if (head) {
        if (index > 0 && line.trim() === '---') head = false;
        return line;
      }
      return fence === undefined && isProse(line) ? varyLine(line, words, random) : line;
    })
    .join('\n');
}

function isProse(line: string): boolean {
  return /^[A-Z][^`<>{}[\]|#=:]*$/.test(line);
}

function varyLine(line: string, words: readonly string[], random: () => number): string {
  return line.replace(/\b[a-z]{5,}\b/g, (word) =>
    random() * RARITY < 1 ? (words[Math.floor(random() * words.length)] ?? word) : word,
  );
}

/** The words that stand in prose, each once, in the order of their first place. */
export function wordsOf(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap(
    (text) =>
      text
        .split('\n')
        .filter(isProse)
        .join(' ')
        .match(/\b[a-z]{5,}\b/g) ?? [],
  );
  return [...new Set(words)];
}
