/** A piece of JSON or of a YAML flow collection. Words of a plain scalar come one by one. */
interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'quoted' | 'word';
  readonly start: number;
  readonly end: number;
}

/** The offset of each key of a mapping, by the offset of the mapping; filled while one text is searched again and again. */
export type MemberOffsets = Map<number, ReadonlyMap<string, number>>;

/** The search came to `*name`, with this much of the pointer left. */
export interface AliasFound {
  readonly alias: string;
  readonly at: number;
  readonly pointer: readonly string[];
}

/**
 * Finds a JSON pointer in JSON, or in a YAML flow collection, that opens at `start`. Answers the offset of the key,
 * or of the item of a list.
 */
export function findInFlow(
  text: string,
  start: number,
  { pointer, known }: { readonly pointer: readonly string[]; readonly known: MemberOffsets },
): number | AliasFound | undefined {
  let at = start;
  let found: number | undefined = start;
  for (const [i, token] of pointer.entries()) {
    const opening = skipProperties(text, at);
    const word = opening?.kind === 'word' ? text.slice(opening.start, opening.end) : '';
    if (word.startsWith('*')) return { alias: word.slice(1), at, pointer: pointer.slice(i) };
    if (opening?.kind === '{') found = membersOf(text, opening.end, known).get(token);
    else if (opening?.kind === '[') found = findItem(text, opening.end, Number(token));
    else return undefined;
    if (found === undefined) return undefined;
    at = opening.kind === '{' ? valueStart(text, found) : found;
  }
  return found;
}

/** The token after `&anchor` and `!tag`. */
function skipProperties(text: string, from: number): Token | undefined {
  let token = nextToken(text, from);
  while (token?.kind === 'word' && /[&!]/.test(text.charAt(token.start))) token = nextToken(text, token.end);
  return token;
}

function membersOf(text: string, start: number, known: MemberOffsets): ReadonlyMap<string, number> {
  const members = known.get(start) ?? scanMembers(text, start);
  known.set(start, members);
  return members;
}

function scanMembers(text: string, start: number): ReadonlyMap<string, number> {
  const members = new Map<string, number>();
  let at = start;
  for (;;) {
    const key = nextToken(text, at);
    if (key === undefined || key.kind === '}') return members;
    if (key.kind === ',') {
      at = key.end;
      continue;
    }
    members.set(keyText(text.slice(key.start, scalarEnd(text, key))), key.start);
    // At least one character further, or text that is no flow collection would hold it here for ever.
    at = Math.max(skipValue(text, valueStart(text, key.start)), key.end);
  }
}

function findItem(text: string, start: number, index: number): number | undefined {
  let at = start;
  for (let i = 0; ; ) {
    const item = nextToken(text, at);
    if (item === undefined || item.kind === ']') return undefined;
    if (item.kind === ',') {
      i += 1;
      at = item.end;
      continue;
    }
    if (i === index) return item.start;
    at = Math.max(skipValue(text, item.start), item.end);
  }
}

/** Where the value of the key at `start` begins; the key's own end where it has none. */
function valueStart(text: string, start: number): number {
  const key = nextToken(text, start);
  const end = key === undefined ? text.length : scalarEnd(text, key);
  const colon = nextToken(text, end);
  return colon?.kind === ':' ? colon.end : end;
}

function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    const token = nextToken(text, at);
    if (token === undefined) return text.length;
    if (token.kind === '{' || token.kind === '[') depth += 1;
    else if (token.kind === '}' || token.kind === ']') depth -= 1;
    // A closing bracket or comma of the collection around the value ends it, and is left to that.
    if (depth < 0 || (depth === 0 && token.kind === ',')) return token.start;
    at = token.end;
    if (depth === 0 && (token.kind === '}' || token.kind === ']')) return at;
  }
}

function scalarEnd(text: string, first: Token): number {
  let end = first.end;
  if (first.kind !== 'word') return end;
  for (let token = nextToken(text, end); token?.kind === 'word'; token = nextToken(text, end)) end = token.end;
  return end;
}

/** What a key says, without quotes, escapes, `&anchor` and `!tag`. */
export function keyText(source: string): string {
  const text = source.replace(/^(?:[&!]\S*\s+)*/, '');
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    // An escape which YAML knows and JSON does not.
    return text.slice(1, -1);
  }
}

const punctuation = '{}[],:';

// By character code and not by expression: a spec of 13 MB is scanned in a third of the time.
function nextToken(text: string, from: number): Token | undefined {
  const start = skipGap(text, from);
  const character = text.charAt(start);
  if (character === '') return undefined;
  if (isPunctuation(character)) return { kind: character, start, end: start + 1 };
  if (character === '"' || character === "'") {
    return { kind: 'quoted', start, end: quotedEnd(text, start, character) };
  }
  let end = start + 1;
  while (end < text.length && !endsWord(text, end)) end += 1;
  return { kind: 'word', start, end };
}

function isPunctuation(character: string): character is Exclude<Token['kind'], 'quoted' | 'word'> {
  return punctuation.includes(character);
}

function skipGap(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (text.charCodeAt(at) <= 0x20) at += 1;
    if (text.charAt(at) !== '#') return at;
    const newline = text.indexOf('\n', at);
    at = newline < 0 ? text.length : newline;
  }
}

/** A colon belongs to a plain scalar unless a space or a mark follows, as in `https://x`. */
function endsWord(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === ':') return at + 1 >= text.length || /[\s,[\]{}]/.test(text.charAt(at + 1));
  return text.charCodeAt(at) <= 0x20 || punctuation.includes(character);
}

function quotedEnd(text: string, start: number, quote: '"' | "'"): number {
  let end = text.indexOf(quote, start + 1);
  while (end >= 0) {
    if (quote === "'") {
      if (text.charAt(end + 1) !== quote) return end + 1;
      end = text.indexOf(quote, end + 2);
      continue;
    }
    let slash = end - 1;
    while (text.charAt(slash) === '\\') slash -= 1;
    if ((end - slash) % 2 === 1) return end + 1;
    end = text.indexOf(quote, end + 1);
  }
  return text.length;
}
