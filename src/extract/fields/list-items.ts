import type { List, ListItem, PhrasingContent } from 'mdast';
import type { Claims } from '../../model.ts';
import type { PageContext } from '../extractor.ts';
import { flattenPhrase, type Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';
import { claimOf, defaultClaim, describedClaims, listedValues, mergeClaims, typeClaims } from './claims.ts';
import { isHeaderName, type NamedField, readFieldName } from './field-name.ts';
import { isTypeWord, typeAtStart } from './types.ts';

/** One item of a list, or a term with its definition, read as a field as far as it looks like one. */
export interface ReadItem {
  /** Its first paragraph. */
  readonly phrase: Phrase | undefined;
  readonly fields: readonly NamedField[];
  readonly claims: Claims;
  /** A parenthesis or a word beside the name says its type or whether it is required. */
  readonly marked: boolean;
  /** A colon, a dash or nothing follows: the item is about what it names. */
  readonly described: boolean;
  /** An empty box before it: it is not there yet. */
  readonly unchecked: boolean;
  readonly description: string;
  readonly items: readonly ReadItem[];
}

/** Lists in one another deeper than a document is. */
const DEEPEST = 8;

/** The items of a list and of the lists in them. */
export function readListItems(list: List, page: PageContext, depth = 0): readonly ReadItem[] {
  return list.children.map((item) => readItem(item, page, depth));
}

function readItem(item: ListItem, page: PageContext, depth: number): ReadItem {
  const [first, ...rest] = item.children;
  const inner = rest.find((child) => child.type === 'list');
  const items = inner?.type === 'list' && depth < DEEPEST ? readListItems(inner, page, depth + 1) : [];
  const unchecked = item.checked === false;
  if (first?.type !== 'paragraph') return { ...nameless, unchecked, items };
  const phrase = flattenPhrase(first.children, page);
  const bold = first.children[0]?.type === 'strong';
  return { ...readEntry(phrase, bold ? boldEnd(first.children[0], page) : 0), unchecked, items };
}

/** What stands first in an item names a field, in code or in the first `bold` characters, and the rest is about it. */
export function readEntry(phrase: Phrase, bold: number): ReadItem {
  const name = namesAtStart(phrase, bold);
  return name
    ? { ...readRest(phrase, name), phrase, unchecked: false, items: [] }
    : { ...nameless, phrase, unchecked: false, items: [] };
}

const nameless = {
  phrase: undefined,
  fields: [],
  claims: {},
  marked: false,
  described: false,
  description: '',
} as const;

/** How many characters of the phrase a bold start covers. */
function boldEnd(strong: PhrasingContent | undefined, page: PageContext): number {
  return strong ? flattenPhrase([strong], page).text.length : 0;
}

interface StartNames {
  readonly fields: readonly NamedField[];
  readonly end: number;
}

const BETWEEN = /^\s{0,2}(?:,|\/|\band\b|\bor\b|&)\s{0,2}$/;

function namesAtStart(phrase: Phrase, bold: number): StartNames | undefined {
  const first = phrase.codes[0];
  if (!first || phrase.text.slice(0, first.start).trim() !== '') return bold > 0 ? nameInBold(phrase, bold) : undefined;
  const fields: NamedField[] = [];
  let end = first.end;
  for (const code of phrase.codes) {
    if (code !== first && !BETWEEN.test(phrase.text.slice(end, code.start))) break;
    const field = readFieldName(phrase, code.start, code.end);
    if (!field) return undefined;
    fields.push(field);
    end = code.end;
  }
  return { fields, end };
}

/** `**weight**`, `**weight:**`, `**weight (integer)**`: a word in bold is as likely a title, so it must be spelt like a name. */
function nameInBold(phrase: Phrase, end: number): StartNames | undefined {
  const word = /^[\w.[\]-]{1,80}\??/.exec(phrase.text.slice(0, end))?.[0] ?? '';
  if (!/^\s*(?:$|[:([—–-])/.test(phrase.text.slice(word.length, end))) return undefined;
  const field = readFieldName(phrase, 0, word.length);
  if (!field || (!/^[a-z_]/.test(word) && !isHeaderName(word))) return undefined;
  return { fields: [field], end: word.length };
}

function readRest(phrase: Phrase, { fields, end }: StartNames): Omit<ReadItem, 'phrase' | 'unchecked' | 'items'> {
  const [field] = fields;
  const beside = readBeside(phrase, end);
  const lead = /^[\s:—–*-]*/.exec(phrase.text.slice(beside.end))?.[0] ?? '';
  const described = beside.end >= phrase.text.trimEnd().length || /[:—–-]/.test(lead) || /^\s*\n/.test(lead);
  const rest = { start: beside.end + lead.length, end: phrase.text.length };
  const optional: Claims = field?.optional ? { required: claimOf(phrase, field.optional, false) } : {};
  const claims = mergeClaims(mergeClaims(beside.claims, optional), describedClaims(phrase, rest));
  return {
    fields,
    claims: fields.length === 1 && (described || beside.marked) ? claims : {},
    marked: beside.marked || field?.optional !== undefined,
    described,
    description: phrase.text.slice(rest.start, rest.start + 200),
  };
}

interface Beside {
  readonly claims: Claims;
  readonly marked: boolean;
  readonly end: number;
}

/** `(string, required)`, `[integer]`, `: string, optional –`, `*string*`: the marks between a name and its description. */
function readBeside(phrase: Phrase, start: number): Beside {
  const rest = phrase.text.slice(start, start + 300);
  const bracket =
    /^\s{0,2}:?\s{0,4}[([](?<inner>[^()[\]\n]{1,200}(?:\([^()\n]{0,80}\)|\[\])?[^()[\]\n]{0,80})[)\]]/.exec(rest);
  if (bracket?.groups?.inner !== undefined) {
    const from = start + bracket[0].indexOf(bracket.groups.inner, bracket[0].search(/[([]/));
    const inner = readMarks(phrase, { start: from, end: from + bracket.groups.inner.length });
    if (inner.marked) return { ...inner, end: start + bracket[0].length };
    return { claims: {}, marked: false, end: start + bracket[0].length };
  }
  const lead = /^\s{0,2}:?\s{0,4}/.exec(rest)?.[0].length ?? 0;
  const bare = /^[^\n:.(—–]{1,60}?(?=\s*(?:[:.—–]|\s-\s|$|\n))/.exec(rest.slice(lead))?.[0];
  if (bare !== undefined && bare.trim() !== '' && bare.split(',').every((part) => isMark(part))) {
    const inner = readMarks(phrase, { start: start + lead, end: start + lead + bare.length });
    if (inner.marked) return { ...inner, end: start + lead + bare.length };
  }
  return { claims: {}, marked: false, end: start };
}

const PRESENCE = /^(?:required|optional|mandatory|deprecated)$/i;

function isMark(text: string): boolean {
  const word = text.trim();
  return PRESENCE.test(word) || isTypeWord(word) || word === typeAtStart(word);
}

/** The marks in a parenthesis, one by one. */
function readMarks(phrase: Phrase, range: Range): Omit<Beside, 'end'> {
  const text = phrase.text.slice(range.start, range.end);
  let claims: Claims = { ...defaultClaim(phrase, range), ...listedValues(phrase, range) };
  let marked = claims.default !== undefined || claims.values !== undefined;
  let at = range.start;
  for (const part of text.split(/(?<=[,;])/)) {
    const mark = readMark(phrase, at, part);
    if (mark) {
      marked = true;
      claims = mergeClaims(claims, mark);
    }
    at += part.length;
  }
  return { claims, marked };
}

function readMark(phrase: Phrase, at: number, part: string): Claims | undefined {
  const word = part.replace(/[,;]\s*$/, '').trim();
  const start = at + part.indexOf(word);
  const range = { start, end: start + word.length };
  if (/^deprecated$/i.test(word)) return { deprecated: claimOf(phrase, range, true) };
  if (/^(?:required|mandatory)$/i.test(word)) return { required: claimOf(phrase, range, true) };
  if (/^optional$/i.test(word)) return { required: claimOf(phrase, range, false) };
  // `integer, required if …` still marks a field, and claims nothing.
  if (/^(?:required|optional) (?:if|when|for|unless|with|in)\b/i.test(word)) return {};
  const both = /^(?<presence>required|optional) (?<type>.+)$/i.exec(word)?.groups;
  const type = both?.type ?? word;
  const written = typeAtStart(type);
  if (written === '' || written.length < type.replace(/\s(?:required|optional)$/i, '').length) return undefined;
  const from = range.end - type.length;
  const presence = /\b(required|optional)$/i.exec(word)?.[0] ?? both?.presence;
  return {
    ...typeClaims(phrase, { start: from, end: from + written.length }),
    ...(presence && { required: claimOf(phrase, wordIn(phrase, range, presence), /^required$/i.test(presence)) }),
  };
}

function wordIn(phrase: Phrase, { start, end }: Range, word: string): Range {
  const from = start + phrase.text.slice(start, end).lastIndexOf(word);
  return { start: from, end: from + word.length };
}

/** Whether an item has the shape of a field; its name alone, or a name before a sentence, is none. */
export function isFieldShaped({ fields, marked, described }: ReadItem): boolean {
  return fields.length > 0 && (marked || described);
}
