/** Names in back quotes for a sentence: all of a few, the first of many. */
export function listNames(names: readonly string[], most = 6): string {
  const quoted = names.slice(0, most).map((name) => `\`${name}\``);
  const rest = names.length - quoted.length;
  if (rest > 0) return `${quoted.join(', ')} and ${rest} more`;
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Parts of a sentence, as they are: `a, b and c`. */
export function listPhrases(phrases: readonly string[], last: 'and' | 'or' = 'and'): string {
  return phrases.length < 2 ? phrases.join('') : `${phrases.slice(0, -1).join(', ')} ${last} ${phrases.at(-1)}`;
}

/** `data[].id`, as people write a way into an answer; '' for the value itself. */
export function joinPath(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}
