/** "the Orchard MCP server", "GitHub's MCP tools". */
const BEFORE =
  /(?<![\w.])(?<name>[A-Z][\w.]{0,40}(?:[ -][A-Z][\w.]{0,40}){0,3})(?:['’]s)?\s{1,3}(?:[a-z-]{1,12}\s)?MCP[ -](?:[Ss]ervers?|[Tt]ools?)\b/g;
/** A heading needs no more words: "GitHub MCP". */
const HEADING = /(?<![\w.])(?<name>[A-Z][\w.]{0,40}(?:[ -][A-Z][\w.]{0,40}){0,3})(?:['’]s)?\s{1,3}MCP\s*$/g;
/** "an MCP server for GitHub" */
const BEHIND =
  /\bMCP [Ss]ervers?\s(?:for|of|by|from)\s(?:the\s)?(?<name>[A-Z][\w.]{0,40}(?:[ -][A-Z][\w.]{0,40}){0,2})/g;

/** What a server is only compared with is not the one that the section is about. */
const COMPARED = /\b(?:unlike|other than|as opposed to|in contrast to|compared (?:to|with)|instead of)\s(?:the\s)?$/i;

/** The servers of which the text goes on to speak, so not those with which it compares them. */
export function serversSpokenOf(text: string): readonly string[] {
  const compared = new Set(
    [...text.matchAll(BEFORE)].flatMap(({ index, groups }) =>
      COMPARED.test(text.slice(Math.max(0, index - 40), index)) ? [properName(groups?.name ?? '')] : [],
    ),
  );
  return serversNamedIn(text, 'sentence').filter((name) => !compared.has(name));
}

/** Words beside "MCP" that name no server. */
const GENERIC = new Set(
  `the a an our your this that these each every any some all no other another both one new own custom remote local official hosted
  managed docs documentation using use add adding connect connecting configure configuring set setup setting install installing run
  running start starting create creating build building write writing what why how when where once is are in on at with for to and or of
  from via as by model context protocol http sse stdio streamable web api dev test testing example sample public private internal
  external third party popular multiple several additional many more available supported existing enable enabling manage managing
  about introduction overview with without through call calling get got if you can it its like production features works work`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The MCP servers which a text names by words, without the articles and adjectives around them. */
export function serversNamedIn(text: string, form: 'heading' | 'sentence'): readonly string[] {
  if (!/\bMCP\b/.test(text)) return [];
  const patterns = form === 'heading' ? [BEFORE, BEHIND, HEADING] : [BEFORE, BEHIND];
  const names = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups }) => properName(groups?.name ?? '')),
  );
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What is left of a title when the generic words at its ends are gone; '' where nothing is. */
export function properName(words: string): string {
  const parts = words.split(/[ -]/);
  while (parts.length > 0 && isGeneric(parts[0])) parts.shift();
  while (parts.length > 0 && isGeneric(parts.at(-1))) parts.pop();
  return parts.join(' ').replace(/\.$/, '');
}

function isGeneric(word = ''): boolean {
  return GENERIC.has(word.toLowerCase().replace(/\.$/, '')) || !/^[A-Z]/.test(word);
}
