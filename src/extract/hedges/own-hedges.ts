/** The phrases of the configuration as one pattern: whole words, whatever the case, on one line or wrapped. */
export function ownHedges(phrases: readonly string[] = []): RegExp | undefined {
  const patterns = phrases.map((phrase) => phrase.trim().split(/\s+/).map(literal).join(String.raw`\s{1,9}`));
  // The longest first: one may begin with another.
  patterns.sort((one, other) => other.length - one.length);
  return patterns.length === 0 ? undefined : new RegExp(String.raw`(?<!\w)(?:${patterns.join('|')})(?!\w)`, 'gi');
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
