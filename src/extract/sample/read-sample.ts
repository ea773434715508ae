import type { Sample, SampleMember } from '../../model.ts';
import type { SourceText } from '../../text/source-text.ts';
import { type Cursor, openCursor, skipElision, skipTrivia } from './cursor.ts';
import { readMembers, readValue } from './read-value.ts';

/** The JSON of one text, as its writer meant it. */
export interface SampleText {
  readonly values: readonly SampleValue[];
  /** The index behind the last of them, or the end of the text where nothing else follows. */
  readonly end: number;
  /** Nothing was passed over that is no JSON even as guides write it. */
  readonly tidy: boolean;
}

export interface SampleValue {
  readonly value: Sample;
  /** Members without braces around them. */
  readonly fragment: boolean;
  /** The comment above it. */
  readonly label?: string;
}

/** A fence of records has a few; a dump of thousands says no more than its beginning. */
const MOST_VALUES = 100;

/**
 * Reads JSON as people write it: with elisions, comments, type words, placeholders, missing and trailing commas, bare
 * members, several documents. Nothing where the text begins with no object, list or quoted member.
 *
 * `jsonc-parser` drops what is left out and what it does not know, so the text is read here.
 */
export function readSample(source: SourceText, most: number = MOST_VALUES): SampleText | undefined {
  const cursor = openCursor(source);
  const values: SampleValue[] = [];
  let end = 0;
  while (values.length < most) {
    const next = readNext(cursor);
    if (!next) break;
    values.push(next);
    end = cursor.index;
  }
  // `[...]` stands for a whole output of any kind.
  const shown = values.filter(({ value }) => value.kind !== 'array' || value.items.length > 0 || !value.open);
  if (shown.length === 0 || cursor.tooDeep) return undefined;
  return { values: shown, end: cursor.index < source.text.length ? end : cursor.index, tidy: !cursor.skipped };
}

function readNext(cursor: Cursor): SampleValue | undefined {
  const start = cursor.index;
  skipSeparators(cursor);
  const label = labelIn(cursor, start);
  const char = cursor.text.charAt(cursor.index);
  if (char === '{' || char === '[') {
    const value = readValue(cursor);
    return value.kind === 'unknown' ? undefined : { value, fragment: false, ...(label && { label }) };
  }
  if (!/^"[^"\n]{1,200}"\s*:/.test(cursor.text.slice(cursor.index, cursor.index + 220))) return undefined;
  const { members } = readMembers(cursor, '');
  return fragmentOf(members, label);
}

/** Between documents: commas, semicolons, elisions, and braces that nothing opened. */
function skipSeparators(cursor: Cursor): void {
  for (;;) {
    skipTrivia(cursor);
    if (/[,;}\]]/.test(cursor.text.charAt(cursor.index))) cursor.index++;
    else if (!skipElision(cursor)) return;
  }
}

function labelIn({ text, index }: Cursor, start: number): string | undefined {
  const label = text
    .slice(Math.max(start, index - 300), index)
    .replace(/^[\s/*#,;}\].…]+|[\s/*.…]+$/g, '')
    .slice(0, 200);
  return label === '' ? undefined : label;
}

function fragmentOf(members: readonly SampleMember[], label: string | undefined): SampleValue | undefined {
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last) return undefined;
  const span = { start: first.nameSpan.start, end: Math.max(last.value.span.end, last.nameSpan.end) };
  return { value: { kind: 'object', span, members, open: true }, fragment: true, ...(label && { label }) };
}
