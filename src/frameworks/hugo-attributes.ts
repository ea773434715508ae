/** The source of a heading without the attributes at its end, and the id among them. */
export interface SplitHeading {
  readonly text: string;
  readonly id?: string;
}

/** `#id`, `.class` or `name=value`. A name needs its value, so `{id}` and `{: #x}` are no attributes. */
const attribute =
  /[ \t]*(?:([#.])([^\s!-,/;-@[-^`{-~]*)|([a-z_:][\w:.-]*)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([a-z_:][\w:.-]*|[+-]?\d[\d.e+-]*)))[ \t]*/iy;

/**
 * `parseLastLineAttributes()` and `ParseAttributes()` of goldmark 1: the first braces that hold nothing but attributes
 * and have nothing behind them. Of several ids the last one counts. Values that are lists or objects are not read.
 */
export function splitAttributes(line: string): SplitHeading {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at += /[!-/:-@[-`{-~]/.test(line.charAt(at + 1)) ? 1 : 0;
    else if (line[at] === '{') {
      const found = attributesAt(line, at + 1);
      if (found && line.slice(found.end).trim() === '')
        return { text: line.slice(0, at).trimEnd(), ...(found.id !== undefined && { id: found.id }) };
    }
  }
  return { text: line };
}

function attributesAt(
  line: string,
  start: number,
): { readonly end: number; readonly id: string | undefined } | undefined {
  let end = start;
  let id: string | undefined;
  while (line[end] !== '}') {
    attribute.lastIndex = end;
    const match = attribute.exec(line);
    if (!match) return undefined;
    const [whole, sign, short, name, quoted, bare] = match;
    if (sign === '#') id = short;
    if (name === 'id') id = quoted ?? bare;
    end += whole.length;
    if (line[end] === ',') end += 1;
  }
  return { end: end + 1, id };
}
