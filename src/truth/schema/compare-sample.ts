import type { Sample, SampleMember, TruthPlace } from '../../model.ts';
import { isPlaceholder } from '../../text/placeholder.ts';
import { compareScalar, type Standpoint } from './compare-scalar.ts';
import { defaultOf, formatOf, itemsIn } from './describe.ts';
import type { Discrepancy } from './discrepancy.ts';
import { findElsewhere } from './find-elsewhere.ts';
import { factsOf, fitMember, namesOf, type VariantFacts } from './fit-variant.ts';
import { type Narrowed, narrow, type SampleObject } from './narrow.ts';
import { uniquePlaces } from './place-key.ts';
import { suitsTypes } from './sample-value.ts';
import type { Schemas } from './schema.ts';
import { typesOf } from './types-of.ts';
import { variantsOf } from './variants.ts';

export type { Discrepancy } from './discrepancy.ts';

/** Deeper values are compared no more. */
const maxDepth = 60;
/** Variants times members; a run that needs more stops, and reports what it has seen. */
const maxWork = 1_000_000;

interface Comparison {
  readonly schemas: Schemas;
  readonly top: readonly TruthPlace[];
  readonly direction: 'request' | 'response';
  readonly found: Discrepancy[];
  work: number;
}

/**
 * Holds a sample against schemas that are alternatives of each other. Only what every alternative in question refutes is a
 * discrepancy; nothing is said of what lies below an unknown value or an unknown schema.
 */
export function compareSample(
  schemas: Schemas,
  roots: readonly TruthPlace[],
  { sample, direction }: { readonly sample: Sample; readonly direction: 'request' | 'response' },
): readonly Discrepancy[] {
  const comparison: Comparison = { schemas, top: roots, direction, found: [], work: 0 };
  compareAt(comparison, sample, { roots, path: [] });
  return comparison.found;
}

function compareAt(comparison: Comparison, sample: Sample, at: Standpoint): void {
  const { schemas, found } = comparison;
  const [place] = at.roots;
  if (place === undefined || sample.kind === 'unknown' || at.path.length > maxDepth) return;
  if (comparison.work > maxWork || standsForAnything(sample)) return;
  const variants = variantsOf(schemas, at.roots).map((variant) => factsOf(schemas, variant));
  comparison.work += variants.length;
  const suited = variants.filter(({ types }) => suitsTypes(sample, types));
  if (suited.length > 0) return compareWith(comparison, sample, { ...at, suited });
  const expected = typesOf(schemas, at.roots);
  if (expected.length === 0) return;
  // JSON Mapping of Protocol Buffers: a 64-bit integer is written as a string, and taken as a number too.
  if (sample.kind === 'number' && /^u?int64$/.test(formatOf(schemas, at.roots) ?? '')) return;
  const where = { span: sample.span, path: at.path, place };
  if (sample.kind === 'null') found.push({ kind: 'null-value', expected, ...where });
  else found.push({ kind: 'wrong-type', expected, found: sample.kind === 'text' ? 'string' : sample.kind, ...where });
}

function standsForAnything(sample: Sample): boolean {
  return (sample.kind === 'string' || sample.kind === 'text') && isPlaceholder(sample.text);
}

type Suited = Standpoint & { readonly suited: readonly VariantFacts[] };

function compareWith(comparison: Comparison, sample: Sample, at: Suited): void {
  switch (sample.kind) {
    case 'object':
      return compareObject(comparison, sample, at);
    case 'array': {
      const items = itemsOfAll(at.suited);
      for (const item of sample.items) compareAt(comparison, item, { roots: items, path: [...at.path, '[]'] });
      return;
    }
    case 'unknown':
      return;
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'text':
      comparison.found.push(...compareScalar(comparison.schemas, sample, at));
  }
}

/** None as soon as one of the variants says nothing of items. */
function itemsOfAll(suited: readonly VariantFacts[]): readonly TruthPlace[] {
  const lists = suited.map(({ variant }) => variant.parts.flatMap(({ schema }) => itemsIn(schema)));
  return lists.some((items) => items.length === 0) ? [] : uniquePlaces(lists.flat());
}

function compareObject(comparison: Comparison, sample: SampleObject, at: Suited): void {
  comparison.work += at.suited.length * sample.members.length;
  const narrowed = narrow(comparison.schemas, at.suited, sample);
  for (const member of sample.members) compareMember(comparison, member, { ...at, narrowed });
  if (comparison.direction === 'request' && !sample.open) reportMissing(comparison, sample, { ...at, narrowed });
}

function compareMember(
  comparison: Comparison,
  { name, nameSpan, value }: SampleMember,
  { roots, path, narrowed }: Standpoint & { readonly narrowed: Narrowed },
): void {
  const { schemas, found } = comparison;
  const fit = fitAmong(schemas, narrowed.likely, name) ?? fitAmong(schemas, narrowed.possible, name);
  if (fit === 'any') return;
  const way = [...path, name];
  if (fit === undefined) {
    const owner = narrowed.likely[0]?.variant.parts.find(({ schema }) => schema.properties.size > 0)?.schema.place;
    const place = owner ?? roots[0];
    if (place === undefined) return;
    const [elsewhere] = findElsewhere(schemas, comparison.top, name);
    const names = namesOf(narrowed.likely);
    const closed = narrowed.possible.every((each) => isClosed(each));
    const extra = elsewhere === undefined ? {} : { elsewhere };
    found.push({ kind: 'unknown-field', name, names, closed, ...extra, span: nameSpan, path: way, place });
    return;
  }
  const [place] = fit;
  const [access, kind] = comparison.direction === 'request' ? oneWay.request : oneWay.response;
  if (place !== undefined && fit.every((each) => schemas.open(each)[access])) {
    found.push({ kind, name, span: nameSpan, path: way, place });
  }
  compareAt(comparison, value, { roots: fit, path: way });
}

const oneWay = { request: ['readOnly', 'read-only'], response: ['writeOnly', 'write-only'] } as const;

/** The descriptions of a member in these variants; nothing where none of them has it. */
function fitAmong(
  schemas: Schemas,
  variants: readonly VariantFacts[],
  name: string,
): readonly TruthPlace[] | 'any' | undefined {
  const places: TruthPlace[] = [];
  for (const facts of variants) {
    const fit = fitMember(schemas, facts, name);
    if (fit === 'any') return 'any';
    if (fit !== 'none') places.push(...fit);
  }
  return places.length > 0 ? uniquePlaces(places) : undefined;
}

function isClosed({ variant }: VariantFacts): boolean {
  return variant.parts.some(({ schema }) => schema.others === 'closed');
}

function reportMissing(
  { schemas, found }: Comparison,
  sample: SampleObject,
  { roots, path, narrowed }: Standpoint & { readonly narrowed: Narrowed },
): void {
  const [first, ...others] = narrowed.possible;
  const required = (first?.required ?? []).filter((name) => others.every((each) => each.required.includes(name)));
  const present = new Set(sample.members.map(({ name }) => name));
  for (const name of required) {
    const fit = present.has(name) ? undefined : fitAmong(schemas, narrowed.possible, name);
    if (fit === undefined || fit === 'any') continue;
    // What has a default or comes from the server need not be sent, whatever `required` says.
    if (defaultOf(schemas, fit) !== undefined || fit.some((each) => schemas.open(each).readOnly)) continue;
    const [place] = [...fit, ...roots];
    if (place !== undefined) {
      found.push({ kind: 'missing-field', name, required, span: sample.span, path: [...path, name], place });
    }
  }
}
