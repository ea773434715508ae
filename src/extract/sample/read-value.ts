import type { Sample, SampleMember } from '../../model.ts';
import { type Cursor, lineEnd, skipElision, skipTrivia, spanAt, take } from './cursor.ts';
import { readString } from './read-string.ts';
import { skipExpression } from './skip-expression.ts';

/** Nobody writes a sample by hand that is nested so deeply. */
const DEEPEST = 100;

/** Reads the value that begins here; whatever is no literal, object or list comes back as `unknown`. */
export function readValue(cursor: Cursor): Sample {
  const { text, index: start } = cursor;
  if (text[start] === '{' && !isTemplate(cursor)) return readObject(cursor);
  if (text[start] === '[') return readArray(cursor);
  const scalar = readScalar(cursor);
  if (scalar && endsHere(cursor)) return scalar;
  cursor.index = start;
  skipExpression(cursor);
  const written = text.slice(start, cursor.index).trimEnd();
  return { kind: 'unknown', span: spanAt(cursor, start, start + written.length), text: written.slice(0, 200) };
}

const TEMPLATE = /\{\{[^{}\n]{1,120}\}\}/y;

function isTemplate({ text, index }: Cursor): boolean {
  TEMPLATE.lastIndex = index;
  return text[index + 1] === '{' && TEMPLATE.test(text);
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const KEYWORD = /(?:true|false|null)(?![\w$])/y;

function readScalar(cursor: Cursor): Sample | undefined {
  const start = cursor.index;
  const string = readString(cursor);
  if (string) {
    const { text } = string;
    const span = spanAt(cursor, string.start, string.end);
    return cursor.text[start] === '`' && text.includes('${')
      ? { kind: 'unknown', span, text }
      : { kind: 'string', span, text };
  }
  const number = take(cursor, NUMBER);
  if (number !== undefined) return { kind: 'number', span: spanAt(cursor, start, cursor.index), text: number };
  const keyword = take(cursor, KEYWORD);
  if (keyword === undefined) return undefined;
  return {
    kind: keyword === 'null' ? 'null' : 'boolean',
    span: spanAt(cursor, start, cursor.index),
    text: keyword,
  };
}

const END = /[ \t]*(?:[,;}\])\r\n]|\/\/|\/\*|#|\.\.|…|$)/y;

/** A value is over where a separator, a line end or a comment follows; `"a" | "b"` is none. */
function endsHere({ text, index }: Cursor): boolean {
  END.lastIndex = index;
  return END.test(text);
}

// ------------------------------------------------------------------------------------------ objects and lists

function readObject(cursor: Cursor): Sample {
  const start = cursor.index++;
  if (!enter(cursor)) return { kind: 'unknown', span: spanAt(cursor, start, start + 1), text: '{' };
  const { members, open } = readMembers(cursor, '}');
  cursor.depth--;
  return { kind: 'object', span: spanAt(cursor, start, cursor.index), members, open };
}

function enter(cursor: Cursor): boolean {
  if (cursor.depth < DEEPEST) {
    cursor.depth++;
    return true;
  }
  cursor.tooDeep = true;
  cursor.index = cursor.text.length;
  return false;
}

/** The members up to the closing brace, or, where there is none, to whatever ends them. */
export function readMembers(cursor: Cursor, close: '}' | ''): { members: readonly SampleMember[]; open: boolean } {
  const members: SampleMember[] = [];
  let open = close === '';
  for (;;) {
    if (skipTrivia(cursor)) open = true;
    const char = cursor.text.charAt(cursor.index);
    if (char === close && close !== '') {
      cursor.index++;
      return { members, open };
    }
    if (char === '' || char === '}' || char === ']') return { members, open: true };
    if (char === ',' || char === ';') cursor.index++;
    else {
      const member = skipElision(cursor) ? leaveOut(cursor) : readMember(cursor);
      if (member) members.push(member);
      if (!member || leavesOut(member.value)) open = true;
    }
  }
}

/** `...more` and `...tree`: what is left out or spread in may have a name. */
function leaveOut(cursor: Cursor): undefined {
  take(cursor, /[ \t]*[^\s,;{}[\]"'][^,;{}[\]"'\n]*/y);
}

function readArray(cursor: Cursor): Sample {
  const start = cursor.index++;
  if (!enter(cursor)) return { kind: 'unknown', span: spanAt(cursor, start, start + 1), text: '[' };
  const items: Sample[] = [];
  let open = false;
  for (;;) {
    if (skipTrivia(cursor)) open = true;
    const char = cursor.text.charAt(cursor.index);
    if (char === '' || char === ']' || char === '}') {
      if (char === ']') cursor.index++;
      else open = true;
      break;
    }
    if (char === ',' || char === ';') cursor.index++;
    else if (skipElision(cursor)) {
      leaveOut(cursor);
      open = true;
    } else if (!readItem(cursor, items)) open = true;
  }
  cursor.depth--;
  return { kind: 'array', span: spanAt(cursor, start, cursor.index), items, open };
}

/** False where the item says that others are left out, or cannot be read. */
function readItem(cursor: Cursor, items: Sample[]): boolean {
  const start = cursor.index;
  const item = readValue(cursor);
  if (cursor.index === start) {
    cursor.index++;
    cursor.skipped = true;
    return false;
  }
  if (item.kind === 'string' && DOTS.test(item.text)) {
    items.push({ ...item, kind: 'unknown' });
    return false;
  }
  items.push(item);
  return !leavesOut(item);
}

/** `...`, or a value behind which the separator is missing, so that it holds the next member too. */
function leavesOut(value: Sample): boolean {
  return value.kind === 'unknown' && (/^(?:\.\.|…)/.test(value.text) || /["'][^"']{0,100}["'] ?:/.test(value.text));
}

// ---------------------------------------------------------------------------------------------------- members

const DOTS = /^\s*(?:\.{2,}|…)\s*$/;
const IDENTIFIER = /[\p{L}_$@][\p{L}\p{N}_$@.-]*/uy;
const COLON = /\s*\??[ \t]*:/y;

/** Nothing where no name and colon stand here, or where the name only stands for names. */
function readMember(cursor: Cursor): SampleMember | undefined {
  const start = cursor.index;
  const quoted = readString(cursor);
  const bare = quoted ? undefined : take(cursor, IDENTIFIER);
  const end = cursor.index;
  const name = quoted?.text ?? bare;
  if (name === undefined || !isName(name)) return skipJunk(cursor, start);
  if (take(cursor, COLON) === undefined) {
    // `"..."` alone says what `...` says.
    if (!DOTS.test(name)) skipJunk(cursor, start);
    return undefined;
  }
  skipTrivia(cursor);
  const value = readValue(cursor);
  if (standsForNames(name)) return undefined;
  const nameSpan = quoted ? spanAt(cursor, quoted.start, quoted.end) : spanAt(cursor, start, end);
  return { name, nameSpan, value };
}

/** A quote that a word processor bent, or one that is missing, makes a name of what is none. */
function isName(name: string): boolean {
  return name.length <= 200 && !/[“”„\n]/.test(name);
}

function standsForNames(name: string): boolean {
  return DOTS.test(name) || /^\s*$|^<.*>$|^\[.*\]$|\{\{|^\{.*\}$|\$\{|^\$[A-Z][A-Z0-9_]*$/.test(name);
}

/** Passes over what is no member: a whole list or object, or up to the next separator. */
function skipJunk(cursor: Cursor, start: number): undefined {
  cursor.skipped = true;
  cursor.index = start;
  const char = cursor.text.charAt(start);
  if (char === '{' || char === '[') readValue(cursor);
  else if (/["'“”„]/.test(char)) cursor.index = lineEnd(cursor.text, start);
  else take(cursor, /[\s\S][^,;\n{}[\]]*/y);
}
