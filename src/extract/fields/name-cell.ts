import type { Claims } from '../../model.ts';
import type { Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';
import { claimOf, mergeClaims } from './claims.ts';
import { isHeaderName, type NamedField, readFieldName } from './field-name.ts';
import { isTypeWord, typeAtStart } from './types.ts';

/** The cell or the start of an item that names fields. */
export interface NameCell {
  readonly names: readonly NamedField[];
  /** What marks beside a single name say: "(optional)", `?`, a type. */
  readonly claims: Claims;
  /** Marks of indentation before it: the field belongs to one above. */
  readonly depth: number;
  readonly code: boolean;
}

const INDENT = /^(?:[\s\u00a0]|[↳└├│→>─|]|-(?=\s)){1,20}/;
const BETWEEN = /^\s{0,3}(?:,|\/|\||&|\bor\b|\band\b|,\s?or\b|,\s?and\b|\n)\s{0,3}$/;
/** What may stand beside a name and is none: its marks and its type. */
const BESIDE =
  /^[\s*†,;:()[\]–—-]*(?:(?:required|optional|deprecated|nullable|read-?only|conditional|beta|new)[\s*†,;:()[\]–—-]*){0,3}$/i;

/** The fields that a cell of names holds; nothing where it holds anything else. */
export function readNameCell(phrase: Phrase): NameCell | undefined {
  const indent = INDENT.exec(phrase.text)?.[0] ?? '';
  const depth = indentDepth(indent);
  const cell = phrase.codes.length > 0 ? namesInCode(phrase, indent.length) : nameInWords(phrase, indent.length);
  return cell && { ...cell, depth };
}

/** One for each arrow or pair of hard spaces; ordinary spaces are how a source is laid out. */
function indentDepth(indent: string): number {
  const marks = indent.match(/[↳└├→>]|-(?=\s)/g)?.length ?? 0;
  const spaces = indent.match(/\u00a0/g)?.length ?? 0;
  return spaces > 0 ? Math.max(Math.ceil(spaces / 2), 1) : marks > 0 ? 1 : 0;
}

function namesInCode(phrase: Phrase, from: number): Omit<NameCell, 'depth'> | undefined {
  const { text, codes } = phrase;
  const [first] = codes;
  if (!first || first.start > from) return undefined;
  const names: NamedField[] = [];
  let last = first.end;
  for (const [index, code] of codes.entries()) {
    if (index > 0 && !BETWEEN.test(text.slice(last, code.start))) break;
    const name = readFieldName(phrase, code.start, code.end);
    if (!name) return undefined;
    names.push(name);
    last = code.end;
  }
  const [name] = names;
  if (!name) return undefined;
  if (names.length > 1) return { names, claims: {}, code: true };
  const claims = besideClaims(phrase, name, last);
  return claims && { names, claims, code: true };
}

/** `name`, `name (optional)`, `name string`: a plain cell that starts with a name and holds nothing but its marks. */
function nameInWords(phrase: Phrase, from: number): Omit<NameCell, 'depth'> | undefined {
  const word = /^[^\s(,;:]{1,160}/.exec(phrase.text.slice(from))?.[0];
  if (word === undefined) return undefined;
  const name = readFieldName(phrase, from, from + word.length);
  // A capital begins a title; no JSON name is written so, but for headers.
  if (!name || (/^[A-Z]/.test(word) && !isHeaderName(word.replace(/[*?†]+$/, '')))) return undefined;
  const claims = besideClaims(phrase, name, from + word.length);
  return claims && { names: [name], claims, code: false };
}

/** What stands behind the name in its cell, from `start` on; nothing where that is more than marks. */
function besideClaims(phrase: Phrase, name: NamedField, start: number): Claims | undefined {
  const marked: Claims = name.optional ? { required: claimOf(phrase, name.optional, false) } : {};
  const rest = phrase.text.slice(start);
  const word = /\b(required|optional|deprecated)\b/i.exec(rest);
  const stated: Claims = word
    ? statedBy(phrase, { start: start + word.index, end: start + word.index + word[0].length })
    : {};
  if (BESIDE.test(rest)) return mergeClaims(marked, stated);
  const lead = /^[\s(*:,–—-]*/.exec(rest)?.[0].length ?? 0;
  const type = typeAtStart(rest.slice(lead));
  if (type === '' || !isTypeWord(type) || !BESIDE.test(rest.slice(lead + type.length))) return undefined;
  const from = start + lead;
  return mergeClaims(marked, { ...stated, type: claimOf(phrase, { start: from, end: from + type.length }, type) });
}

function statedBy(phrase: Phrase, range: Range): Claims {
  const word = phrase.text.slice(range.start, range.end).toLowerCase();
  return word === 'deprecated'
    ? { deprecated: claimOf(phrase, range, true) }
    : { required: claimOf(phrase, range, word === 'required') };
}
