/** A field that a jq filter reads; `start` and `end` are those of its last name in the filter. */
export interface PickedField {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

interface Reading {
  readonly text: string;
  index: number;
  depth: number;
  readonly fields: PickedField[];
}

/** Where a filter stands in the answer; `undefined` where it made something new of it. */
type Position = readonly string[] | undefined;

/**
 * The fields that a jq filter picks from its input: paths, pipes, lists, objects, `select` and `map`. It is read up to
 * the first word or mark that is not one of these.
 */
export function readFilter({ text }: { readonly text: string }): readonly PickedField[] {
  if (text.length > LONGEST) return [];
  const reading: Reading = { text, index: 0, depth: 0, fields: [] };
  readPipe(reading, []);
  return reading.fields;
}

function take(reading: Reading, pattern: RegExp): string | undefined {
  const sticky = new RegExp(`\\s*(?:${pattern.source})`, 'y');
  sticky.lastIndex = reading.index;
  const match = sticky.exec(reading.text)?.[0];
  if (match !== undefined) reading.index += match.length;
  return match?.trim();
}

function stop(reading: Reading): undefined {
  reading.index = reading.text.length;
}

const DEEPEST = 50;
/** What is longer is a program, and no longer shows what is in the answer. */
const LONGEST = 2000;

function readPipe(reading: Reading, at: Position): Position {
  if (reading.depth >= DEEPEST) return stop(reading);
  reading.depth++;
  let position = readList(reading, at);
  while (take(reading, /\|(?!=)/) !== undefined) position = readList(reading, position);
  reading.depth--;
  return position;
}

/** `.a, .b`: each reads the same input. */
function readList(reading: Reading, at: Position): Position {
  const first = readOperation(reading, at);
  let several = false;
  for (; take(reading, /,/) !== undefined; several = true) readOperation(reading, at);
  return several ? undefined : first;
}

function readOperation(reading: Reading, at: Position): Position {
  const first = readTerm(reading, at);
  let operator = take(reading, OPERATOR);
  // Of `.a // .b` the first is meant.
  let position = operator === undefined || operator === '//' ? first : undefined;
  for (; operator !== undefined; operator = take(reading, OPERATOR)) {
    if (operator !== '//') position = undefined;
    readTerm(reading, at);
  }
  return position;
}

const OPERATOR = /==|!=|<=|>=|<|>|\/\/(?!=)|\/(?!=)|[+*%-](?!=)|(?:and|or)\b/;

function readTerm(reading: Reading, at: Position): Position {
  if (take(reading, /(?=\.[^.\d]|\.$)/) !== undefined) return readPath(reading, at);
  if (take(reading, /\(/) !== undefined) return readSuffix(reading, closed(reading, readPipe(reading, at), /\)/));
  if (take(reading, /\[/) !== undefined) {
    if (take(reading, /\]/) === undefined) closed(reading, readPipe(reading, at), /\]/);
    return undefined;
  }
  if (take(reading, /\{/) !== undefined) return readObject(reading, at);
  if (take(reading, /"/) !== undefined) return readText(reading, at);
  if (take(reading, /select\s*\(/) !== undefined) {
    closed(reading, readPipe(reading, at), /\)/);
    return readSuffix(reading, at);
  }
  if (take(reading, /map\s*\(/) !== undefined) {
    const items = at && [...at, '[]'];
    const made = closed(reading, readPipe(reading, items), /\)/);
    return made && items && made.length === items.length ? at : undefined;
  }
  if (take(reading, /-?\d+(?:\.\d+)?|\$\w+|(?:true|false|null|empty|not|length|keys|type|add)\b(?!\()/) !== undefined)
    return undefined;
  return stop(reading);
}

function closed(reading: Reading, position: Position, mark: RegExp): Position {
  return take(reading, mark) === undefined ? stop(reading) : position;
}

interface Step {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** `.a`, `."a"`, `.a.b[]`, `.["a"]`, `.[0].a?` */
function readPath(reading: Reading, at: Position): Position {
  // The dot in front may stand for the input alone.
  const first = readDotted(reading);
  if (first === undefined) take(reading, /\./);
  return readSuffix(reading, at, first ? [first] : []);
}

function readSuffix(reading: Reading, at: Position, steps: Step[] = []): Position {
  for (;;) {
    const step = readDotted(reading) ?? readBrackets(reading);
    if (step) steps.push(step);
    else if (take(reading, /\?(?!\/\/)/) === undefined) break;
  }
  const names = steps.filter(({ name }) => name !== '');
  const last = names.findLast(({ name }) => name !== '[]');
  if (at === undefined || at.length + names.length > DEEPEST) return undefined;
  const path = names.map(({ name }) => name);
  if (last) {
    const { start, end } = last;
    reading.fields.push({ path: [...at, ...path.slice(0, names.indexOf(last) + 1)], start, end });
  }
  return [...at, ...path];
}

function readDotted(reading: Reading): Step | undefined {
  const match = /\s*\.(?:([A-Za-z_]\w*)|"([^"\\]*)")/y;
  match.lastIndex = reading.index;
  const found = match.exec(reading.text);
  if (!found) return undefined;
  reading.index += found[0].length;
  const name = found[1] ?? found[2] ?? '';
  const end = reading.index - (found[1] === undefined ? 1 : 0);
  return { name, start: end - name.length, end };
}

/** `[]` and `[0]` step into the items, `["a"]` to a member, `[1:3]` nowhere. */
function readBrackets(reading: Reading): Step | undefined {
  const match = /\s*\.?\[\s*(?:(-?\d*)|"([^"\\]*)"|(-?\d*:-?\d*))\s*\]/y;
  match.lastIndex = reading.index;
  const found = match.exec(reading.text);
  if (!found) return undefined;
  const quoted = found[2];
  const start = reading.index + (quoted === undefined ? 0 : found[0].indexOf('"') + 1);
  reading.index += found[0].length;
  if (quoted !== undefined) return { name: quoted, start, end: start + quoted.length };
  return { name: found[3] === undefined ? '[]' : '', start, end: start };
}

/** `{a, b: .c, (.d): .e}`: the names in front are the reader's own. */
function readObject(reading: Reading, at: Position): undefined {
  do {
    if (take(reading, /(?=\})/) !== undefined) break;
    if (take(reading, /\(/) !== undefined) closed(reading, readPipe(reading, at), /\)/);
    else if (!readKey(reading, at)) continue;
    if (take(reading, /:/) === undefined) return stop(reading);
    readOperation(reading, at);
  } while (take(reading, /,/) !== undefined);
  closed(reading, undefined, /\}/);
}

/** False where the key alone stands for the field of its name. */
function readKey(reading: Reading, at: Position): boolean {
  const word = take(reading, /"[^"\\]*"|\$?[A-Za-z_]\w*/);
  if (word === undefined) return true;
  if (take(reading, /(?=:)/) !== undefined) return true;
  const name = word.replace(/"/g, '');
  const end = reading.index - (word.endsWith('"') ? 1 : 0);
  if (at && !word.startsWith('$')) reading.fields.push({ path: [...at, name], start: end - name.length, end });
  return false;
}

/** `"\(.name): \(.age)"` */
function readText(reading: Reading, at: Position): undefined {
  for (;;) {
    const match = /(?:[^"\\]|\\[^(])*/y;
    match.lastIndex = reading.index;
    reading.index += match.exec(reading.text)?.[0].length ?? 0;
    if (!reading.text.startsWith('\\(', reading.index)) break;
    reading.index += 2;
    closed(reading, readPipe(reading, at), /\)/);
  }
  if (reading.text[reading.index] === '"') reading.index++;
  else stop(reading);
}
