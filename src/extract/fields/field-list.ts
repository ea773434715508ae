import type { PageContext } from '../extractor.ts';
import { addField, blockOf, type FieldBlock } from './add-field.ts';
import { isFieldShaped, type ReadItem } from './list-items.ts';
import { parentPath } from './parent-path.ts';
import { believable, type FieldPlace, insideOf, namesFields, placeFrom, type Surroundings } from './setting.ts';
import { isForeignType, isListType } from './types.ts';
import { addValues } from './value-block.ts';

/** Adds the fields of a list whose items are fields, or else of the lists in its items; most lists with code are of other things. */
export function addFieldList(
  items: readonly ReadItem[],
  { block, around }: { readonly block: number; readonly around: Surroundings },
  page: PageContext,
): void {
  const cells = items.flatMap(({ phrase }) => phrase ?? []);
  if (cells.length === items.length && addValues({ cells, source: 'list', block }, around, page)) return;
  const place = believable(
    placeFrom(around.texts),
    items.flatMap(({ fields }) => fields),
  );
  if (isFieldList(items) && isMeant(items, { place, around })) {
    const prefix = around.lead ? parentPath(around.lead) : [];
    return addItems(items, { place, path: prefix, block: blockOf('list', block, around) }, page);
  }
  for (const { phrase, items: inner } of items)
    if (phrase && inner.length > 0) addFieldList(inner, { block, around: insideOf(phrase, around) }, page);
}

interface Level {
  readonly place: FieldPlace;
  readonly path: readonly string[];
  readonly block: FieldBlock;
}

function addItems(items: readonly ReadItem[], level: Level, page: PageContext): void {
  for (const { phrase, fields, claims, description, items: inner, ...shape } of items) {
    if (!phrase || fields.length === 0 || !(shape.marked || shape.described)) continue;
    const { place, path } = level;
    const block =
      shape.unchecked && level.block.stance === 'claim' ? { ...level.block, stance: 'negated' as const } : level.block;
    for (const field of fields)
      addField({ phrase, field, path: [...path, ...field.path], place, claims, description }, block, page);
    const [field] = fields;
    // "`mode`: one of" is followed by values, which have the shape of fields.
    if (
      !field ||
      !isFieldList(inner) ||
      /\b(?:one of|values?|options|can be|either|modes?|types?)\b[^.]{0,40}$/i.test(phrase.text)
    )
      continue;
    const items = isListType(claims.type?.value ?? '') && field.path.at(-1) !== '[]' ? ['[]'] : [];
    addItems(inner, { place, path: [...path, ...field.path, ...items], block }, page);
  }
}

/** Two items, or one that is marked, and no more than a few of another shape. */
function isFieldList(items: readonly ReadItem[]): boolean {
  const shaped = items.filter(isFieldShaped);
  const enough = shaped.length >= 2 || shaped.some(({ marked }) => marked);
  return (
    enough &&
    shaped.length * 5 >= items.length * 3 &&
    !items.some(({ claims }) => isForeignType(claims.type?.value ?? ''))
  );
}

function isMeant(
  items: readonly ReadItem[],
  { place, around }: { readonly place: FieldPlace; readonly around: Surroundings },
): boolean {
  if (items.some(({ marked }) => marked)) return true;
  // The lead or the nearest heading must say it; what stands farther up speaks of other blocks too.
  return namesFields(around) || (place !== 'unknown' && placeFrom(around.texts.slice(0, 2)) === place);
}
