import type { Phrase } from '../phrase/phrase.ts';
import { readFieldName } from './field-name.ts';

const OBJECT =
  /^\s{1,3}(?:(?:request|response|nested|sub-?)\s)?(?:objects?|array|list|fields?|propert(?:y|ies)|parameter|items?|entry|entries|elements?|hash|map)\b/i;
const HOLDS =
  /\b(?:has|have|contains?|includes?|supports?|accepts?|takes?|consists?|with|of|fields?|properties|attributes|keys)\b/i;
const LISTED = /^\s{1,3}(?:array|list|items?|entry|entries|elements?|objects\b)/i;

/** "The `message` object has the following fields:": the path of what a block describes, from the sentence right above it. */
export function parentPath(lead: Phrase): readonly string[] {
  const from = Math.max(lead.text.lastIndexOf('. '), lead.text.lastIndexOf('\n'), 0);
  const codes = lead.codes.filter(({ start }) => start >= from);
  const [code] = codes;
  if (!code || codes.length > 1) return [];
  const after = lead.text.slice(code.end, code.end + 200);
  const before = lead.text.slice(from, code.start);
  if (!OBJECT.test(after) || !HOLDS.test(`${before} ${after}`)) return [];
  const path = readFieldName(lead, code.start, code.end)?.path ?? [];
  // `Tree` names a kind of object, `tree` a field that holds one.
  if (path.length === 0 || /^[A-Z]/.test(path[0] ?? '')) return [];
  const inList =
    LISTED.test(after) || /\b(?:each|every|an?) (?:item|entry|element|object)s? (?:in|of)\b[^.]{0,20}$/i.test(before);
  return inList && path.at(-1) !== '[]' ? [...path, '[]'] : path;
}
