/** An attribute list as `markdown/extensions/attr_list.py` reads it. */
export interface AttributeList {
  /** Where it starts in the text, and where what follows it does. */
  readonly start: number;
  readonly end: number;
  readonly id: string | undefined;
}

/**
 * The list at the end of a heading, after a space: `HEADER_RE`. The first brace after a space opens it; if it has a
 * brace too many, there is none, so `## Trees {id} {#trees}` keeps all its text (Python-Markdown, pull request 1414).
 */
export function trailingAttributes(text: string): AttributeList | undefined {
  const body = text.trimEnd();
  if (!body.endsWith('}')) return undefined;
  for (let start = body.indexOf(' {'); start >= 0; start = body.indexOf(' {', start + 1)) {
    const from = contentStart(body, start + 1);
    if (from >= body.length - 1 || body[from] === '}') continue;
    const { id, end } = readAttributes(body, from);
    const closed = body.indexOf('}', end) === body.length - 1;
    return closed ? { start, end: text.length, id } : undefined;
  }
  return undefined;
}

/** The list that follows an inline element without a space, `[x](y){#id}`: `INLINE_RE`. */
export function attributesAt(text: string, start: number): AttributeList | undefined {
  if (text[start] !== '{') return undefined;
  const from = contentStart(text, start);
  if (from >= text.length || text[from] === '}') return undefined;
  const { id, end } = readAttributes(text, from);
  const close = text.indexOf('}', end);
  return close < 0 ? undefined : { start, end: close + 1, id };
}

/**
 * All ids that attribute lists of a document give. The `toc` extension collects them before it makes any of its own,
 * so `## Trees` above `## Oaks {#trees}` is `trees_1`.
 */
export function attributeIds(document: string): readonly string[] {
  if (!document.includes('{')) return [];
  let fence = '';
  const lines = document.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const [mark] = /^(?:`{3,}(?!.*`)|~{3,})/.exec(line.trimStart()) ?? [];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
      return [];
    }
    fence = mark ?? '';
    return line.includes('{') ? idsOfLine(line, lines[index - 1] ?? '', lines[index + 1] ?? '') : [];
  });
}

/** Lists at the end of a heading, alone on the line below a block, and after inline elements. */
function idsOfLine(line: string, before: string, after: string): readonly string[] {
  const masked = line.replace(/`[^`]*`/g, (code) => `\`${' '.repeat(code.length - 2)}\``);
  const lists = inlineLists(masked);
  const alone = masked.trimStart().startsWith('{') && before.trim() !== '';
  if (alone || masked.startsWith('#') || /^(?:=+|-+)\s*$/.test(after)) {
    const own = trailingAttributes(alone ? ` ${masked.trim()}` : masked.replace(/\s#+\s*$/, ''));
    if (own) lists.push(own);
  }
  return lists.flatMap(({ id }) => id ?? []);
}

function inlineLists(line: string): AttributeList[] {
  const lists: AttributeList[] = [];
  const lastClose = line.lastIndexOf('}');
  for (let at = line.indexOf('{', 1); at >= 0 && at < lastClose; ) {
    const list = /[)\]*_`:]/.test(line.charAt(at - 1)) ? attributesAt(line, at) : undefined;
    if (list) lists.push(list);
    at = line.indexOf('{', list?.end ?? at + 1);
  }
  return lists;
}

/** After the brace come an optional colon and spaces. */
function contentStart(text: string, brace: number): number {
  let from = brace + 1;
  if (text[from] === ':') from++;
  while (text[from] === ' ') from++;
  return from;
}

/** Reads `key="value"`, `key=value`, `#id`, `.class` and words up to what is none of them; the last id wins. */
function readAttributes(text: string, from: number): { readonly id: string | undefined; readonly end: number } {
  const token = /([^ =}]+)(?:="([^"]*)"|='([^']*)'|=([^ =}]+))?| +/y;
  token.lastIndex = from;
  let end = from;
  let id: string | undefined;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    end = token.lastIndex;
    const [, key, ...values] = match;
    const value = values.find((each) => each !== undefined);
    if (key === 'id') id = value ?? key;
    else if (value === undefined && key?.startsWith('#')) id = key.slice(1);
  }
  return { id, end };
}
