import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Code, InlineCode, Link, Nodes, Text } from 'mdast';
import type { Span } from '../model.ts';
import { joined, mapped, type SourceText } from '../text/source-text.ts';

/** Start and end of a node in the text that was parsed; (0, 0) for the few nodes which engines leave without a position. */
export function offsetsOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/**
 * A bare address which GFM makes a link. The reference engine leaves it as text, and so do we: the extractors find
 * addresses in text themselves.
 */
export function isBareAddress(node: Link, doc: SourceText): boolean {
  return !/[[<]/.test(doc.text.charAt(offsetsOf(node).start));
}

/** The content of a text node or of inline code, character by character mapped to the file. */
export function liftInline(node: Text | InlineCode, doc: SourceText): SourceText {
  const { start, end } = offsetsOf(node);
  const raw = doc.text.slice(start, end);
  let ticks = 0;
  if (node.type === 'inlineCode') while (raw.charAt(ticks) === '`') ticks++;
  return align({
    text: raw.slice(ticks, raw.length - ticks),
    value: node.value,
    start: start + ticks,
    doc,
    literal: ticks > 0,
  });
}

interface Alignment {
  /** As it stands in the source. */
  readonly text: string;
  /** As the parser gives it. */
  readonly value: string;
  readonly start: number;
  readonly doc: SourceText;
  /** In code, escapes and character references stand for themselves. */
  readonly literal: boolean;
}

function align({ text, value, start, doc, literal }: Alignment): SourceText {
  const lead = text === value ? 0 : text.indexOf(value);
  if (lead >= 0) return verbatimIn(doc, start + lead, value);
  const offsets: number[] = [];
  const ends: number[] = [];
  let i = 0;
  for (let j = 0; j < value.length; ) {
    const char = value.charAt(j);
    i = skipTo(text, i, char, literal);
    const { units, length } = spellingAt(text, i, { char, literal });
    for (let k = 0; k < units; k++) {
      offsets.push(doc.at(start + i));
      ends.push(doc.at(start + i + length - 1) + 1);
    }
    j += units;
    i += length;
  }
  offsets.push(doc.at(start + Math.min(i, text.length)));
  return mapped(value, offsets, ends);
}

/** `value` as it stands at `start`. */
function verbatimIn(doc: SourceText, start: number, value: string): SourceText {
  const { after } = doc;
  const at = (index: number) => doc.at(start + index);
  return after ? { text: value, at, after: (index) => after(start + index) } : { text: value, at };
}

/** How many characters spell what is at `index`, and how many UTF-16 code units they stand for. */
function spellingAt(text: string, index: number, { char, literal }: { char: string; literal: boolean }) {
  if (text[index] === '\\' && char !== '\\' && text[index + 1] === char) return { units: 1, length: 2 };
  const reference = literal ? undefined : referenceAt(text, index);
  if (reference?.value.startsWith(char)) return { units: reference.value.length, length: reference.length };
  return { units: 1, length: 1 };
}

/** Steps over what the parser drops before `char`: the indentation and quote marks of a line. An escape's backslash is kept. */
function skipTo(text: string, from: number, char: string, literal: boolean): number {
  if (text[from] === char) return from;
  if (text[from] === '\\' && text[from + 1] === char) return from;
  if (!literal && referenceAt(text, from)?.value.startsWith(char)) return from;
  if (char === ' ' && /[\r\n]/.test(text.charAt(from))) return from;
  let i = from;
  while (i < text.length && /[\s>]/.test(text.charAt(i)) && text[i] !== char) i++;
  return text[i] === char || text[i] === '\\' ? i : from;
}

function referenceAt(text: string, index: number): { value: string; length: number } | undefined {
  if (text[index] !== '&') return undefined;
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,31}));/i.exec(text.slice(index, index + 40));
  if (!match) return undefined;
  const [whole, hex, decimal, name = ''] = match;
  const code = hex ? Number.parseInt(hex, 16) : decimal ? Number.parseInt(decimal, 10) : undefined;
  const value =
    code === undefined ? decodeNamedCharacterReference(name) : code <= 0x10ffff && String.fromCodePoint(code);
  return value ? { value, length: whole.length } : undefined;
}

/** The content of a fence or of indented code, without its indentation and quote marks, mapped to the file. */
export function liftCode(node: Code, doc: SourceText): SourceText {
  const { value: text } = node;
  const verbatim = verbatimStart(node, doc);
  if (verbatim !== undefined) {
    const end = Math.max(text.length - 1, 0);
    return { text, at: (index) => doc.at(verbatim + Math.min(Math.max(index, 0), end)) + (index > end ? 1 : 0) };
  }
  // Of most fences nobody asks where their words stand.
  let lifted: SourceText | undefined;
  const lines = (): SourceText => {
    lifted ??= liftLines(node, doc);
    return lifted;
  };
  return { text, at: (index) => lines().at(index) };
}

/** Where the text of a fence stands without change: no line of it is indented or quoted. */
function verbatimStart({ value, position }: Code, { text }: SourceText): number | undefined {
  const start = position?.start.offset ?? 0;
  if (!text.startsWith('```', start) || value === '' || value.includes('\r')) return undefined;
  const first = text.indexOf('\n', start) + 1;
  return first > 0 && text.startsWith(value, first) && text[first + value.length] === '\n' ? first : undefined;
}

function liftLines(node: Code, doc: SourceText): SourceText {
  const { start, end } = offsetsOf(node);
  const raw = doc.text.slice(start, end);
  const rawLines = raw.split('\n');
  if (opensFence(rawLines[0] ?? '', node.value)) rawLines.shift();
  let lineStart = start + (raw.length - rawLines.join('\n').length);
  const pieces: SourceText[] = [];
  for (const [index, line] of node.value.split(/(?<=\n)/).entries()) {
    const rawLine = (rawLines[index] ?? '').replace(/\r$/, '');
    // A tab that is indentation only in part is expanded by the parser, so the line may have grown: count from its end.
    const indent = rawLine.length - line.replace(/\r?\n$|\r$/, '').length;
    const [start, end] = [lineStart, lineStart + rawLine.length];
    pieces.push({ text: line, at: (i) => doc.at(Math.min(Math.max(start + indent + i, start), end)) });
    lineStart += (rawLines[index]?.length ?? 0) + 1;
  }
  return joined(pieces);
}

/** Below an HTML tag a fence that is indented too far is itself the first line of indented code. */
function opensFence(line: string, value: string): boolean {
  return /^\s*(?:`{3}|~{3})/.test(line) && line.trim() !== value.split('\n', 1)[0]?.trim();
}
