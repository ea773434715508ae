import type { Claims } from '../../model.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { firstFrom, type Range } from '../phrase/ranges.ts';
import { claimOf, describedClaims, isDefault, listedValues, mergeClaims, typeClaims } from './claims.ts';
import { splitUnion, valuesClaim, withoutQuotes } from './enumeration.ts';
import type { FieldPlace } from './setting.ts';
import type { Role, TableHead } from './table-head.ts';

/** What the cells beside a name say of its field; columns stand before words of the description. */
export function rowClaims(row: readonly Phrase[], { roles }: TableHead): Claims {
  return [...roles.entries()]
    .sort(([, one], [, other]) => Number(one === 'description') - Number(other === 'description'))
    .reduce((claims: Claims, [column, role]) => {
      const cell = row[column];
      return role && cell ? mergeClaims(claims, cellClaims(role, cell)) : claims;
    }, {});
}

function cellClaims(role: Role, cell: Phrase): Claims {
  const whole = { start: 0, end: cell.text.length };
  switch (role) {
    case 'type':
      return placeWord(cell.text) ? {} : markedTypeClaims(cell, whole);
    case 'required':
    case 'optional':
    case 'presence':
      return presenceClaim(role, cell);
    case 'default':
      return defaultCell(cell);
    case 'values':
      return valuesCell(cell);
    case 'description':
      return describedClaims(cell, whole);
    case 'deprecated':
      return YES.test(cell.text) ? { deprecated: claimOf(cell, trimmed(cell), true) } : {};
    case 'name':
    case 'place':
      return {};
  }
}

/** `string, required`, `integer (optional)`. */
function markedTypeClaims(cell: Phrase, whole: Range): Claims {
  const mark = /[\s,;(]+\b(required|optional)\b\)?\s*$/i.exec(cell.text);
  if (!mark) return typeClaims(cell, whole);
  const start = mark.index + mark[0].search(/[ro]/i);
  const word = mark[1] ?? '';
  return {
    ...typeClaims(cell, { start: 0, end: mark.index }),
    required: claimOf(cell, { start, end: start + word.length }, /^required$/i.test(word)),
  };
}

const YES = /^\s*(?:yes|y|true|✓|✔️?|✅|☑️?|●)\s*$/i;
const NO = /^\s*(?:no|n|false|✗|✘|❌|✖️?)\s*$/i;

/** Nothing for a dash, for conditions and for remarks: only a plain word counts. */
function presenceClaim(role: 'required' | 'optional' | 'presence', cell: Phrase): Claims {
  const text = cell.text.trim();
  const word = /^(?:required|optional)$/i.exec(text)?.[0].toLowerCase();
  const mark = role === 'presence' ? undefined : YES.test(text) ? true : NO.test(text) ? false : undefined;
  const required =
    word !== undefined ? word === 'required' : mark === undefined ? undefined : mark === (role === 'required');
  return required === undefined ? {} : { required: claimOf(cell, trimmed(cell), required) };
}

function defaultCell(cell: Phrase): Claims {
  const range = trimmed(cell);
  const code = firstFrom(cell.codes, 0);
  const whole =
    code && code.start <= range.start && code.end >= range.end ? withoutQuotes(cell, code) : withoutQuotes(cell, range);
  const text = cell.text.slice(whole.start, whole.end);
  const single = code ? code.end >= range.end && code.start <= range.start : /^\S+$/.test(text);
  return single && isDefault(text) ? { default: claimOf(cell, whole, text) } : {};
}

function valuesCell(cell: Phrase): Claims {
  const range = trimmed(cell);
  const union = splitUnion(cell, range.start, range.end);
  if (union.length > 1) return valuesClaim(cell, union, true);
  const around = cell.codes.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), cell.text);
  if (cell.codes.length > 1 && /^(?:[\s,|/;.]|\bor\b|\band\b)*$/.test(around.slice(0, 2000)))
    return valuesClaim(
      cell,
      cell.codes.map((code) => withoutQuotes(cell, code)),
      true,
    );
  if (cell.codes.length === 0 && /^[\w.-]{1,40}(?:\s{0,2}[,|/]\s{0,2}[\w.-]{1,40}){1,60}$/.test(cell.text.trim())) {
    const words = [...cell.text.matchAll(/[\w.-]+/g)].map(({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
    }));
    return valuesClaim(cell, words, true);
  }
  return listedValues(cell, range);
}

const PLACE_WORDS: Readonly<Record<string, FieldPlace>> = {
  query: 'query',
  'query string': 'query',
  'query parameter': 'query',
  querystring: 'query',
  path: 'path',
  'path parameter': 'path',
  url: 'unknown',
  body: 'request',
  'request body': 'request',
  form: 'request',
  formdata: 'request',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
};

/** A cell that says where the parameter is sent, and nothing else. */
export function placeWord(text: string): FieldPlace | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(PLACE_WORDS, word) ? PLACE_WORDS[word] : undefined;
}

export function placeOfRow(row: readonly Phrase[], { roles }: TableHead): FieldPlace | undefined {
  for (const [column, role] of roles.entries()) {
    const word = role === 'place' || role === 'type' ? placeWord(row[column]?.text ?? '') : undefined;
    if (word) return word;
  }
  return undefined;
}

function trimmed({ text }: Phrase): Range {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}
