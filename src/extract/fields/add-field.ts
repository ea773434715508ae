import type { Claims, FieldMention, Setting, Stance } from '../../model.ts';
import { spanOf } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { rangeAround } from '../phrase/ranges.ts';
import type { NamedField } from './field-name.ts';
import { type FieldPlace, type Surroundings, settingFrom } from './setting.ts';

/** What the fields of one block have in common. */
export interface FieldBlock {
  readonly source: FieldMention['source'];
  readonly block: number;
  readonly setting?: Setting;
  /** What the words above say of all of them. */
  readonly stance: Stance;
  readonly request?: number;
}

export interface BlockField {
  /** Holds the name. */
  readonly phrase: Phrase;
  readonly field: NamedField;
  readonly path: readonly string[];
  readonly place: FieldPlace;
  readonly claims: Claims;
  /** What the guide says about it; empty where nothing. */
  readonly description: string;
}

const GONE = /^\W{0,5}(?:removed|no longer|renamed|replaced by|moved to|dropped)\b/i;
const ABSENT =
  /^\W{0,5}(?:not (?:yet )?(?:supported|available|implemented|allowed)|unsupported|unavailable|coming soon|planned)\b/i;

/** Adds one field of a table or a list. */
export function addField(entry: BlockField, { stance, ...shared }: FieldBlock, page: PageContext): void {
  const { phrase, field, path, place, claims, description } = entry;
  const own: Stance =
    rangeAround(phrase.deletions, field) || GONE.test(description)
      ? 'historical'
      : ABSENT.test(description)
        ? 'negated'
        : claims.deprecated?.value
          ? 'deprecated'
          : 'claim';
  page.fact({
    kind: 'field',
    ...shared,
    span: spanOf(phrase, field.start, field.end),
    text: phrase.text.slice(field.start, field.end),
    stance: stance === 'claim' ? own : stance,
    place,
    path: inBody(place) ? path : [phrase.text.slice(field.start, field.end)],
    claims: withoutOwnName(claims, path.at(-1) ?? ''),
  });
}

/** "Pass exactly one of `trees` and `filter`" speaks of fields, not of the values of one. */
function withoutOwnName({ values, exhaustive, ...claims }: Claims, name: string): Claims {
  if (!values || values.some(({ value }) => value === name)) return claims;
  return { ...claims, values, ...(exhaustive && { exhaustive }) };
}

/** Parameters and headers have no parts; whatever marks their names hold belongs to them. */
function inBody(place: FieldPlace): boolean {
  return place === 'request' || place === 'response' || place === 'unknown';
}

const DENIED =
  /\b(?:not supported|unsupported|ignored|not (?:yet )?(?:available|allowed|accepted|returned|included)|no longer|never)\b/i;
const PAST = /\b(?:removed|renamed|dropped|deprecated|legacy|old|previously|formerly)\b/i;

/** What a block of fields shares, from the words above it. */
export function blockOf(source: 'table' | 'list' | 'jsx', block: number, around: Surroundings): FieldBlock {
  const setting = settingFrom(around.texts);
  const lead = around.texts[0] ?? '';
  const stance = DENIED.test(lead) ? 'negated' : PAST.test(lead) ? 'historical' : 'claim';
  return { source, block, ...(setting && { setting }), stance };
}
