import type { Sample, Span, TruthPlace } from '../../model.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { itemsOf } from './describe.ts';
import type { Discrepancy } from './discrepancy.ts';
import type { VariantFacts } from './fit-variant.ts';
import { equalsValue, printValue, suitsTypes } from './sample-value.ts';
import type { Schemas } from './schema.ts';
import { typesOf } from './types-of.ts';
import { valuesOf } from './values-of.ts';

export type Scalar = Exclude<Sample, { kind: 'object' | 'array' | 'unknown' }>;

/** Where a comparison stands: the schemas that are alternatives there, and the way to it. */
export interface Standpoint {
  readonly roots: readonly TruthPlace[];
  readonly path: readonly string[];
}

/** Holds a single value against the values that the variants which suit its type allow. */
export function compareScalar(
  schemas: Schemas,
  sample: Scalar,
  { roots, path, suited }: Standpoint & { readonly suited: readonly VariantFacts[] },
): readonly Discrepancy[] {
  const [place] = roots;
  if (place === undefined || sample.kind === 'null' || isPlaceholder(sample.text)) return [];
  const lists = suited.filter(({ types }) => sample.kind === 'text' && types.includes('array'));
  if (lists.length > 0) return compareList(schemas, sample, { roots, path, single: lists.length < suited.length });
  if (suited.some(({ values }) => values === undefined)) return [];
  const values = suited.flatMap((facts) => facts.values ?? []);
  if (values.some((value) => equalsValue(sample.text, value))) return [];
  return [{ ...unknownValue(sample.text, values), span: sample.span, path, place }];
}

/** `a,b` for a list: each piece is an item. */
function compareList(
  schemas: Schemas,
  sample: Scalar,
  { roots, path, single }: Standpoint & { readonly single: boolean },
): readonly Discrepancy[] {
  const [place] = roots;
  const items = itemsOf(schemas, roots);
  if (place === undefined || items.length === 0) return [];
  const values = valuesOf(schemas, roots);
  const types = single ? [] : typesOf(schemas, items);
  return piecesOf(sample).flatMap(({ text, span }): Discrepancy[] => {
    if (isPlaceholder(text)) return [];
    const at = { span, path: [...path, '[]'], place: items[0] ?? place };
    if (!suitsTypes({ kind: 'text', text, span }, types)) {
      return [{ kind: 'wrong-type', expected: types, found: 'string', ...at }];
    }
    const fits = values === undefined || values.some((value) => equalsValue(text, value));
    return fits ? [] : [{ ...unknownValue(text, values), ...at }];
  });
}

/** Other separators than the comma, and JSON, are not taken apart. */
function piecesOf({ text, span }: Scalar): readonly { readonly text: string; readonly span: Span }[] {
  if (/[\s|[\]{}"']/.test(text)) return [];
  // Escapes make the source longer than what it means.
  const plain = span.end - span.start === text.length;
  let start = span.start;
  return text.split(',').map((piece) => {
    const own = plain ? { start, end: start + piece.length } : span;
    start += piece.length + 1;
    return { text: piece, span: own };
  });
}

function unknownValue(text: string, values: readonly unknown[]) {
  const printed = [...new Set(values.map(printValue))];
  const nearest = nearestName(text, printed);
  return { kind: 'unknown-value', value: text, values: printed, ...(nearest !== undefined && { nearest }) } as const;
}
