import type { FactTarget, FieldMention, Operation } from '../../model.ts';
import { operationAt } from '../../truth/openapi/lookup.ts';
import { findParameter } from '../../truth/schema/described-field.ts';
import { findElsewhere } from '../../truth/schema/find-elsewhere.ts';
import { lookUpPath } from '../../truth/schema/look-up-path.ts';
import { because } from '../reasons.ts';
import { placeOfMost } from './bind-payload.ts';
import { type CallInReach, MOST_CALLS } from './calls-in-reach.ts';
import { anyResponseDestination, type Destination, requestDestination, responseDestination } from './destinations.ts';
import type { FactContext } from './fact-context.ts';

/** Fields that one table, list or group of components states together; a field in prose stands alone. */
export type FieldSet = readonly FieldMention[];

/**
 * Ties the fields of one set to one operation: the nearest in which most of them occur. A set of which little is known
 * speaks of something else, and all of it stays open.
 */
export function bindFieldSet(
  fields: FieldSet,
  calls: readonly CallInReach[],
  context: FactContext,
): ReadonlyMap<FieldMention, FactTarget> {
  const why =
    calls.length === 0 ? 'no call stands around it' : 'few of the names beside it are those of a call around it';
  const none: FactTarget = { status: 'unplaced', evidence: [because('names', why)] };
  const reading = bestReading(fields, calls, context);
  const best = reading && isForeignTopic(fields, reading) ? undefined : reading;
  return new Map(fields.map((field) => [field, best ? targetOf(field, best, { size: fields.length, context }) : none]));
}

/** A configuration or an event may have names that a call has too; only most of them, and several, outweigh the words. */
function isForeignTopic(fields: FieldSet, { found }: Reading): boolean {
  const topic = fields[0]?.setting?.topic;
  if (topic !== 'config' && topic !== 'other' && topic !== 'event') return false;
  const known = [...found.values()].filter((spot) => !spot.open).length;
  return known < 3 || known / fields.length < 0.7;
}

/** One operation as the meaning of a set: where each field was found, and where those that were not should be. */
interface Reading {
  readonly call: CallInReach;
  readonly operation: Operation;
  readonly found: ReadonlyMap<FieldMention, Spot>;
  readonly home: Destination | undefined;
  readonly nested: boolean;
}

/** Where a field is, and from which schemas its path starts. `open`: it may be there, and nothing describes it. */
interface Spot extends Destination {
  readonly open: boolean;
  /** The path from there. */
  readonly path: readonly string[];
}

function bestReading(fields: FieldSet, calls: readonly CallInReach[], context: FactContext): Reading | undefined {
  const operations = calls.slice(0, MOST_CALLS).flatMap((call) =>
    call.operations.flatMap((key) => {
      const operation = operationAt(context.truth, key);
      return operation ? [{ call, operation }] : [];
    }),
  );
  const whole = operations.map(({ call, operation }) => readAs(fields, { call, operation }, context));
  return (
    bestOf(whole, fields) ??
    bestOf(
      operations.flatMap((each) => readNested(fields, each, context) ?? []),
      fields,
    )
  );
}

function bestOf(readings: readonly Reading[], fields: FieldSet): Reading | undefined {
  const known = ({ found }: Reading) => [...found.values()].filter((spot) => !spot.open).length;
  return readings
    .filter((reading) => isGood(reading, known(reading), fields))
    .reduce<Reading | undefined>((best, other) => (best && known(best) >= known(other) ? best : other), undefined);
}

function isGood({ call, home }: Reading, known: number, fields: FieldSet): boolean {
  const [only, ...others] = fields;
  if (others.length === 0) {
    // One name alone, and nothing says where it is: unknown is not wrong.
    return known > 0 || (only?.request !== undefined && only.place !== 'unknown' && home !== undefined);
  }
  return known > 1 && known / fields.length >= (call.certainty === 'certain' ? 0.5 : 0.6);
}

type Meant = Pick<Reading, 'call' | 'operation'>;

function readAs(fields: FieldSet, meant: Meant, context: FactContext): Reading {
  const found = new Map<FieldMention, Spot>();
  for (const field of fields) {
    const spot = findField(field, meant.operation, context);
    if (spot) found.set(field, spot);
  }
  return { ...meant, found, home: homeOf(fields, found, meant.operation), nested: false };
}

/** Where a field is: in the place that the guide says, else wherever the operation has it. */
function findField(field: FieldMention, operation: Operation, context: FactContext): Spot | undefined {
  let open: Spot | undefined;
  for (const destination of destinationsOf(field, operation)) {
    const { status, path } = holds(field, destination, { operation, context });
    if (status === 'found') return { ...destination, path, open: false };
    // Where a guide says which place it means, another that may have the name is no answer.
    if (status === 'open' && (destination.where === field.place || isVague(field))) {
      open ??= { ...destination, path, open: true };
    }
  }
  return open;
}

function isVague({ place }: FieldMention): boolean {
  return place === 'unknown' || place === 'request';
}

interface Held {
  readonly status: 'found' | 'open' | 'absent';
  readonly path: readonly string[];
}

function holds(
  { path }: FieldMention,
  { where, schemas }: Destination,
  { operation, context }: { readonly operation: Operation; readonly context: FactContext },
): Held {
  if (where !== 'request' && where !== 'response') {
    const own = operation.parameters.filter((parameter) => parameter.in === where);
    return { status: findParameter(own, path.join('.')) ? 'found' : 'absent', path };
  }
  if (schemas.length === 0) return { status: 'absent', path };
  let best: Held & { readonly step: number } = { status: 'absent', path, step: 0 };
  for (const reading of readingsOf(path, schemas, context)) {
    const answer = lookUpPath(context.schemas, schemas, reading);
    if (answer.status !== 'absent') return { status: answer.status, path: reading };
    if (answer.step > best.step) best = { status: 'absent', path: reading, step: answer.step };
  }
  return { status: best.status, path: best.path };
}

/** "The `message` object" may be an item of `messages`, or stand further down. */
function readingsOf(
  path: readonly string[],
  roots: Destination['schemas'],
  { schemas }: FactContext,
): readonly (readonly string[])[] {
  const [owner, ...rest] = path;
  if (owner === undefined || rest.length === 0 || owner === '[]') return [path];
  const below = findElsewhere(schemas, roots, owner).map((way) => [...way, ...rest]);
  return [path, [`${owner}s`, ...rest], ...below.slice(0, 3)];
}

/** The stated place first; guides call any input a parameter, so the other places of the same direction follow. */
function destinationsOf(field: FieldMention, operation: Operation): readonly Destination[] {
  const { query, path, header, cookie } = parameters;
  const inputs = () => [requestDestination(operation), query, path, header, cookie];
  const outputs = () => [responseDestination(operation, field.setting), anyResponseDestination(operation)];
  switch (field.place) {
    case 'response':
      return outputs();
    case 'unknown':
      return [...inputs(), ...outputs()];
    case 'request':
      return inputs();
    case 'path':
    case 'query':
    case 'header':
    case 'cookie':
      // In a sample it stands where it is sent; in words any input may be called a parameter.
      return isSent(field) ? [parameters[field.place]] : [parameters[field.place], ...inputs()];
  }
}

const parameters = {
  query: { where: 'query', schemas: [] },
  path: { where: 'path', schemas: [] },
  header: { where: 'header', schemas: [] },
  cookie: { where: 'cookie', schemas: [] },
} as const satisfies Record<string, Destination>;

function isSent({ source, request }: FieldMention): boolean {
  return request !== undefined && ['call', 'curl', 'http', 'url'].includes(source);
}

/** Where a field that was not found belongs: the stated place, or the one in which its neighbours are. */
function homeOf(
  fields: FieldSet,
  found: ReadonlyMap<FieldMention, Spot>,
  operation: Operation,
): Destination | undefined {
  const [first] = fields;
  const stated = first && fields.every(({ place }) => place === first.place) ? first.place : 'unknown';
  if (stated !== 'unknown' && first) {
    const [destination] = destinationsOf(first, operation);
    if (stated !== 'request' || (destination?.schemas.length ?? 0) > 0) return destination;
  }
  const spots = [...found.values()].filter((spot) => !spot.open);
  const counts = new Map<string, number>();
  for (const { where } of spots) counts.set(where, (counts.get(where) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  // A list that mixes places has no one place in which a name must be.
  return most && counts.size === 1 ? spots.find(({ where }) => where === most[0]) : undefined;
}

/** A set that describes an object further down. */
function readNested(fields: FieldSet, meant: Meant, context: FactContext): Reading | undefined {
  const names = fields.flatMap(({ path }) => path[0] ?? []);
  const [first] = fields;
  if (names.length < 2 || !first) return undefined;
  for (const destination of destinationsOf(first, meant.operation)) {
    const place = destination.schemas.length > 0 ? placeOfMost(names, destination.schemas, context) : undefined;
    if (!place) continue;
    const home = { ...destination, schemas: place.schemas };
    const found = new Map<FieldMention, Spot>();
    for (const field of fields) {
      const { status, path } = holds(field, home, { operation: meant.operation, context });
      if (status !== 'absent') found.set(field, { ...home, path, open: status === 'open' });
    }
    return { ...meant, found, home, nested: true };
  }
  return undefined;
}

function targetOf(
  field: FieldMention,
  reading: Reading,
  { size, context }: { readonly size: number; readonly context: FactContext },
): FactTarget {
  const { call, operation, found, home, nested } = reading;
  const spot = found.get(field) ?? (home && { ...home, path: holds(field, home, { operation, context }).path });
  const known = [...found.values()].filter((each) => !each.open).length;
  const evidence = [
    call.evidence,
    ...(size > 1 ? [because('names', `${known} of the ${size} beside it are its own`)] : []),
  ];
  if (!spot) return { status: 'unplaced', evidence: [...evidence, because('place', 'nothing says where it is')] };
  const tied = field.request !== undefined || size > 1;
  const sure = call.certainty === 'certain' && field.place !== 'unknown' && !nested && tied;
  return {
    status: 'bound',
    spec: call.spec,
    operations: [operation.key],
    where: spot.where,
    certainty: sure ? 'certain' : 'likely',
    schemas: spot.schemas,
    ...(spot.path !== field.path && { path: spot.path }),
    evidence,
  };
}
