import { parser } from '@lezer/javascript';
import type { Claims } from '../../model.ts';
import { type SourceText, slice } from '../../text/source-text.ts';
import type { PageContext } from '../extractor.ts';
import type { Phrase } from '../phrase/phrase.ts';
import { addField, blockOf } from './add-field.ts';
import { claimOf, describedClaims, isDefault, mergeClaims, typeClaims } from './claims.ts';
import { readFieldName } from './field-name.ts';
import { placeFrom, surroundingsOf } from './setting.ts';
import { isForeignType } from './types.ts';

interface Entry {
  readonly name: SourceText;
  readonly facts: Readonly<Record<string, SourceText>>;
}

/** Adds the fields of `{ name: { type: 'string', required: true } }`; a type of a programming language makes it another thing. */
export function addObjectFields(expression: SourceText, block: number, page: PageContext): void {
  const entries = entriesOf(expression);
  if (entries.some(({ facts: { type } }) => isForeignType(type?.text ?? ''))) return;
  const around = surroundingsOf(page);
  const place = placeFrom(around.texts);
  for (const { name, facts } of entries) {
    const phrase = asPhrase(name);
    const field = readFieldName(phrase, 0, phrase.text.length);
    const description = facts.description && asPhrase(facts.description);
    if (!field) continue;
    const described = description ? describedClaims(description, { start: 0, end: description.text.length }) : {};
    const claims = mergeClaims(claimsOf(facts), described);
    addField(
      { phrase, field, path: field.path, place, claims, description: description?.text ?? '' },
      blockOf('jsx', block, around),
      page,
    );
  }
}

function claimsOf({ type, default: initial, required, deprecated }: Entry['facts']): Claims {
  const truth = (source: SourceText | undefined) =>
    source && /^(?:true|false)$/.test(source.text)
      ? claimOf(asPhrase(source), { start: 0, end: source.text.length }, source.text === 'true')
      : undefined;
  const [need, old] = [truth(required), truth(deprecated)];
  return {
    ...(type && typeClaims(asPhrase(type), { start: 0, end: type.text.length })),
    ...(initial &&
      isDefault(initial.text) && {
        default: claimOf(asPhrase(initial), { start: 0, end: initial.text.length }, initial.text),
      }),
    ...(need && { required: need }),
    ...(old && { deprecated: old }),
  };
}

/** The properties of the outer object whose values are objects, with the strings and words in those. */
function entriesOf(expression: SourceText): readonly Entry[] {
  // In parentheses, so that a brace opens an object and not a block.
  const tree = parser.parse(`(${expression.text})`);
  const text = (from: number, to: number) => slice(expression, from - 1, to - 1);
  const entries: { name: SourceText; facts: Record<string, SourceText> }[] = [];
  let depth = 0;
  tree.iterate({
    enter({ name, node }) {
      if (name === 'ObjectExpression') depth += 1;
      const [key, value] = name === 'Property' ? [node.firstChild, node.lastChild] : [];
      if (!key || !value) return;
      const label = unquoted(text(key.from, key.to));
      if (depth === 1 && value.name === 'ObjectExpression') entries.push({ name: label, facts: {} });
      const facts = entries.at(-1)?.facts;
      if (depth === 2 && facts && /^(?:String|Number|BooleanLiteral)$/.test(value.name))
        facts[label.text] = unquoted(text(value.from, value.to));
    },
    leave({ name }) {
      if (name === 'ObjectExpression') depth -= 1;
    },
  });
  return entries;
}

function unquoted(source: SourceText): SourceText {
  return /^["'`]/.test(source.text) ? slice(source, 1, source.text.length - 1) : source;
}

function asPhrase(source: SourceText): Phrase {
  return { ...source, codes: [], links: [], deletions: [] };
}
