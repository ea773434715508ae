import type { BoundFact, FactTarget, Operation, PayloadMention, Sample, TruthPlace } from '../../model.ts';
import { joinPath } from '../../text/list-names.ts';
import { operationAt } from '../../truth/openapi/lookup.ts';
import { compareSample, type Discrepancy } from '../../truth/schema/compare-sample.ts';
import { findElsewhere } from '../../truth/schema/find-elsewhere.ts';
import { lookUpPath } from '../../truth/schema/look-up-path.ts';
import { overlap } from '../../truth/schema/overlap.ts';
import { because } from '../reasons.ts';
import { type CallInReach, MOST_CALLS } from './calls-in-reach.ts';
import {
  anyResponseDestination,
  type Destination,
  eventsOf,
  requestDestination,
  responseDestination,
} from './destinations.ts';
import type { FactContext } from './fact-context.ts';

/** A payload whose own form ties it to a call: what `curl -d` sends. */
export function bindTiedPayload(
  fact: PayloadMention,
  { spec, operations }: Pick<CallInReach, 'spec' | 'operations'>,
  { truth }: FactContext,
): FactTarget {
  const [operation, ...others] = operations.flatMap((key) => operationAt(truth, key) ?? []);
  const evidence = [because('sample', 'the same sample calls it')];
  if (!operation || others.length > 0) return { status: 'ambiguous', candidates: operations, evidence };
  const destination =
    fact.direction === 'request'
      ? requestDestination(operation, fact.mediaType?.value)
      : responseDestination(operation, fact.setting);
  return bound(destination, { spec, operations: [operation.key], certainty: 'certain', evidence });
}

/** How far a payload's names agree with a part of an operation. */
interface Fit {
  readonly call: CallInReach;
  readonly operation: Operation;
  readonly destination: Destination;
  readonly known: number;
  readonly unknown: number;
  /** Points at which it disagrees in all; among equals the fewest. */
  readonly clashes: number;
  readonly certain: boolean;
  /** It agrees with an object further down. */
  readonly nested: boolean;
  readonly detail: string;
}

/** A payload that stands by itself: the call around it in which its names occur, and only if most of them do. */
export function bindPayload(fact: PayloadMention, calls: readonly CallInReach[], context: FactContext): FactTarget {
  const topic = fact.setting?.topic;
  if (topic === 'event') return bindEvent(fact, context);
  if (topic === 'config' || topic === 'other') {
    return {
      status: 'unplaced',
      evidence: [because('words', 'the words around it speak of another thing than a call')],
    };
  }
  const reach = calls.slice(0, MOST_CALLS);
  const fits = reach.flatMap((call) => fitsOf(fact, call, context));
  const nested = () => (fact.direction === 'unknown' ? [] : reach.flatMap((call) => nestedFits(fact, call, context)));
  const best = bestOf(fits) ?? bestOf(nested());
  if (best && best.unknown > (best.nested ? 0 : 1) && suitsAnother(fact, best, context)) {
    return { status: 'unplaced', evidence: [because('names', 'another operation has all of them')] };
  }
  if (!best && isPlainRequest(fact, reach)) return bindWhole(reach, context);
  if (!best) {
    const why = calls.length === 0 ? 'no call stands around it' : 'its names are not those of a call around it';
    return { status: 'unplaced', evidence: [because('names', why)] };
  }
  const { call, operation, destination, known, unknown } = best;
  const evidence = [call.evidence, because('names', `${known} of ${known + unknown} are ${best.detail}`)];
  const certainty = best.certain && call.certainty === 'certain' ? 'certain' : 'likely';
  return bound(destination, { spec: call.spec, operations: [operation.key], certainty, evidence });
}

/**
 * "`POST /x` takes these fields", and none of them is its own: where the words say that it is sent, and the section knows no
 * other call, all of the body has drifted.
 */
function isPlainRequest({ direction, value, fragment }: PayloadMention, reach: readonly CallInReach[]): boolean {
  const [call, ...others] = reach;
  const sure = call?.certainty === 'certain' && call.operations.length === 1 && others.length === 0;
  return sure && direction === 'request' && !fragment && value.kind === 'object' && value.members.length > 1;
}

function bindWhole([call]: readonly CallInReach[], { truth }: FactContext): FactTarget {
  const operation = operationAt(truth, call?.operations[0] ?? '');
  const evidence = [...(call ? [call.evidence] : []), because('names', 'none is its own, and no other call is near')];
  if (!call || !operation) return { status: 'unplaced', evidence };
  const { spec } = call;
  return bound(requestDestination(operation), { spec, operations: [operation.key], certainty: 'likely', evidence });
}

function bound(destination: Destination, rest: Omit<BoundFact, 'status' | 'where' | 'schemas'>): FactTarget {
  if (destination.schemas.length > 0) return { status: 'bound', ...destination, ...rest };
  const lack =
    destination.where === 'request' ? 'the spec describes no body for it' : 'the spec describes no such answer';
  return { status: 'unplaced', evidence: [...rest.evidence, because('schema', lack)] };
}

function fitsOf(fact: PayloadMention, call: CallInReach, context: FactContext): Fit[] {
  return call.operations.flatMap((key) => {
    const operation = operationAt(context.truth, key);
    if (!operation) return [];
    return destinationsOf(fact, operation).flatMap((destination) => {
      const { schemas } = destination;
      const shared = overlap(context.schemas, schemas, fact.value);
      if (shared.known === 0 || shared.known / (shared.known + shared.unknown) < ENOUGH) return [];
      const direction = destination.where === 'request' ? 'request' : 'response';
      const clashes = compareSample(context.schemas, schemas, { sample: fact.value, direction });
      if (clashes.some((clash) => isAnotherKind(clash, context))) return [];
      const certain = fact.direction !== 'unknown';
      const detail = direction === 'request' ? 'in its body' : 'in its answer';
      const disagreeing = clashes.filter(({ kind }) => kind !== 'missing-field' && kind !== 'null-value').length;
      return [{ call, operation, destination, ...shared, clashes: disagreeing, certain, nested: false, detail }];
    });
  });
}

/** A member at the top that can have one value alone, as `type: file`, says of which kind the object is. */
function isAnotherKind(clash: Discrepancy, { schemas }: FactContext): boolean {
  return (
    clash.kind === 'unknown-value' &&
    clash.values.length === 1 &&
    clash.path.filter((step) => step !== '[]').length === 1 &&
    schemas.open(clash.place).types.every((type) => type === 'string')
  );
}

/** Where several names are unknown and some other operation has all of them, the block was put beside the wrong call. */
function suitsAnother(fact: PayloadMention, best: Fit, { truth, schemas }: FactContext): boolean {
  return Object.values(truth.operations).some((operation) =>
    [requestDestination(operation), anyResponseDestination(operation)].some((destination) => {
      if (destination.schemas.length === 0) return false;
      const { known, unknown } = overlap(schemas, destination.schemas, fact.value);
      return unknown === 0 && known > best.known;
    }),
  );
}

function destinationsOf(fact: PayloadMention, operation: Operation): readonly Destination[] {
  const request = requestDestination(operation, fact.mediaType?.value);
  const stated = responseDestination(operation, fact.setting);
  // A status that is stated leaves no choice, where the spec describes its answer.
  const only = fact.setting?.status !== undefined && stated.schemas.length > 0;
  const responses = only ? [stated] : [stated, anyResponseDestination(operation)];
  switch (fact.direction) {
    case 'request':
      return [request];
    case 'response':
      return responses;
    case 'unknown':
      return [...responses, request];
  }
}

/** Below this share of known names the block is taken for something else. */
const ENOUGH = 0.5;

/** The fit that knows the largest share of the names, then the one that disagrees least, then the nearer call. */
function bestOf(fits: readonly Fit[]): Fit | undefined {
  const share = ({ known, unknown }: Fit) => known / (known + unknown);
  const [best] = fits.filter(isGood).sort((one, other) => share(other) - share(one) || one.clashes - other.clashes);
  return best;
}

function isGood({ known, unknown, certain, call }: Fit): boolean {
  if (known === 0 || known / (known + unknown) < ENOUGH) return false;
  // The whole page is no place at which an answer is looked for: all of it must fit.
  if (call.remote) return unknown === 0;
  const sure = certain && call.certainty === 'certain';
  return sure || known > 1 || unknown === 0;
}

/** A block that shows a part of the body alone: most of its names occur together further down. */
function nestedFits(fact: PayloadMention, call: CallInReach, context: FactContext): Fit[] {
  const names = namesOf(fact.value);
  if (names.length < 2) return [];
  return call.operations.flatMap((key) => {
    const operation = operationAt(context.truth, key);
    if (!operation) return [];
    return destinationsOf(fact, operation).flatMap((destination) => {
      const place = placeOfMost(names, destination.schemas, context);
      if (!place) return [];
      return [
        {
          call,
          operation,
          destination: { ...destination, schemas: place.schemas },
          known: place.known,
          unknown: names.length - place.known,
          clashes: 0,
          certain: false,
          nested: true,
          detail: `in \`${place.path}\` of ${destination.where === 'request' ? 'its body' : 'its answer'}`,
        },
      ];
    });
  });
}

/** Of a list the names of its items. */
function namesOf(value: Sample): readonly string[] {
  if (value.kind === 'array') return [...new Set(value.items.flatMap(namesOf))];
  return value.kind === 'object' ? value.members.map(({ name }) => name) : [];
}

interface NestedPlace {
  readonly path: string;
  readonly schemas: readonly TruthPlace[];
  readonly known: number;
}

/** The object below the roots that has most of the names, four of five at least. */
export function placeOfMost(
  names: readonly string[],
  roots: readonly TruthPlace[],
  { schemas }: FactContext,
): NestedPlace | undefined {
  const counts = new Map<string, { readonly path: readonly string[]; known: number }>();
  // The first names of a block tell as much as all of them.
  const asked = names.slice(0, 20);
  for (const name of asked) {
    for (const path of findElsewhere(schemas, roots, name)) {
      const parent = path.slice(0, -1);
      const entry = counts.get(parent.join('\0')) ?? { path: parent, known: 0 };
      counts.set(parent.join('\0'), { ...entry, known: entry.known + 1 });
    }
  }
  const best = [...counts.values()].reduce<{ path: readonly string[]; known: number } | undefined>(
    (first, other) => (first && first.known >= other.known ? first : other),
    undefined,
  );
  if (!best || best.path.length === 0 || best.known < 2 || best.known / asked.length < 0.8) return undefined;
  const found = lookUpPath(schemas, roots, best.path);
  if (found.status !== 'found') return undefined;
  return { path: joinPath(best.path), schemas: found.places, known: best.known };
}

/** What the API sends by itself is held against the spec's events alone, and only where one has most of the names. */
function bindEvent(fact: PayloadMention, { truth, schemas }: FactContext): FactTarget {
  const fits = eventsOf(truth)
    .map((event) => ({ event, ...overlap(schemas, event.schemas, fact.value) }))
    .filter(({ known, unknown }) => known > 1 && known / (known + unknown) >= 0.6)
    .sort((one, other) => one.unknown - other.unknown || other.known - one.known);
  const [best] = fits;
  if (!best) return { status: 'unplaced', evidence: [because('event', 'the specs describe no such event')] };
  const { spec, name, schemas: roots } = best.event;
  return {
    status: 'bound',
    spec,
    operations: [],
    where: 'response',
    certainty: 'likely',
    schemas: roots,
    event: name,
    evidence: [because('event', `its names are those of the event \`${name}\``)],
  };
}
