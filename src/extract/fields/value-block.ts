import type { Claims } from '../../model.ts';
import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { firstFrom, type Range } from '../phrase/ranges.ts';
import { addField, blockOf } from './add-field.ts';
import { claimOf } from './claims.ts';
import { readFieldName } from './field-name.ts';
import { placeFrom, type Surroundings } from './setting.ts';
import { isTypeWord } from './types.ts';

const COMPLETE =
  /\b(?:one of|must be|(?:possible|allowed|valid|accepted|permitted|supported|available|following) (?:values|options|statuses|states)|either|values (?:are|of))\b/i;
const VALUES = /\b(?:can be|may be|one of|must be|is either|values?|(?:set|equal) to|statuses|states|takes)\b/i;
const SAMPLE =
  /\b(?:for example|e\.g\.|such as|some|including|include|examples?|common|among|typical(?:ly)?|commonly|like)\b/i;

/** Adds the field of which the words right above say that the block below lists its values; gives whether they do. */
export function addValues(
  {
    cells,
    source,
    block,
  }: { readonly cells: readonly Phrase[]; readonly source: 'table' | 'list'; readonly block: number },
  around: Surroundings,
  page: PageContext,
): boolean {
  const named = around.lead && namedIn(around.lead);
  const items = cells.map((cell) => firstFrom(cell.codes, 0));
  if (!around.lead || !named || cells.length < 2) return false;
  if (!items.every((code, index) => code && cells[index]?.text.slice(0, code.start).trim() === '')) return false;
  const values = cells.flatMap((cell, index) => {
    const code = items[index];
    return code ? [{ cell, range: unquoted(cell, code) }] : [];
  });
  if (values.some(({ cell, range }) => !isValue(cell.text.slice(range.start, range.end)))) return false;
  const words = around.lead.text.slice(named.from);
  const claims: Claims = {
    values: values.map(({ cell, range }) => claimOf(cell, range, cell.text.slice(range.start, range.end))),
    ...(COMPLETE.test(words) && !SAMPLE.test(words) && { exhaustive: true }),
  };
  const place = placeFrom(around.texts);
  addField(
    { phrase: around.lead, field: named.field, path: named.field.path, place, claims, description: '' },
    blockOf(source, block, around),
    page,
  );
  return true;
}

/** "`mode` can be:", "The `status` field has one of these values:": the only field in code of the last sentence. */
function namedIn(lead: Phrase) {
  const text = lead.text.trimEnd();
  const from = Math.max(text.slice(0, -1).lastIndexOf('. ') + 1, text.slice(0, -1).lastIndexOf('\n') + 1, 0);
  const codes = lead.codes.filter(({ start }) => start >= from);
  const [code] = codes;
  if (!code || codes.length > 1 || !VALUES.test(text.slice(from))) return undefined;
  const field = readFieldName(lead, code.start, code.end);
  return field && { field, from };
}

function unquoted({ text }: Phrase, { start, end }: Range): Range {
  return /^(["']).+\1$/.test(text.slice(start, end)) ? { start: start + 1, end: end - 1 } : { start, end };
}

function isValue(text: string): boolean {
  return /^[\w][\w.:+-]{0,59}$/.test(text) && !isTypeWord(text);
}
