import type { BoundFact, Operation, OperationKey, Spec, SpecIndex, SpecPath } from '../../model.ts';

/** A path with the spec it belongs to. */
export interface OwnedPath {
  readonly spec: Spec;
  readonly path: SpecPath;
}

export function findSpec(index: SpecIndex, name: string): Spec | undefined {
  return index.specs.find((spec) => spec.name === name);
}

export function operationAt(index: SpecIndex, key: OperationKey): Operation | undefined {
  return Object.hasOwn(index.operations, key) ? index.operations[key] : undefined;
}

/** An operationId is unique within a spec only; without `spec` the first in the order of the specs. */
export function operationById(index: SpecIndex, operationId: string, spec?: string): Operation | undefined {
  const operations = identified.get(index) ?? byId(index);
  identified.set(index, operations);
  return operations.get(operationId)?.find((operation) => spec === undefined || operation.spec === spec);
}

const identified = new WeakMap<SpecIndex, ReadonlyMap<string, readonly Operation[]>>();

function byId({ operations }: SpecIndex): ReadonlyMap<string, readonly Operation[]> {
  const found = new Map<string, Operation[]>();
  for (const operation of Object.values(operations)) {
    if (operation.operationId === undefined) continue;
    const equals = found.get(operation.operationId);
    if (equals) equals.push(operation);
    else found.set(operation.operationId, [operation]);
  }
  return found;
}

/** All paths, in the order of the specs and of their files. */
export function allPaths(index: SpecIndex): readonly OwnedPath[] {
  return index.specs.flatMap((spec) => spec.paths.map((path) => ({ spec, path })));
}

/** `METHOD /path`, as messages name an operation. */
export function describeOperation(operation: Pick<Operation, 'method' | 'path'>): string {
  return `${operation.method} ${operation.path}`;
}

/** The operation that a bound fact speaks of, or the event. */
export function describeFactTarget(index: SpecIndex, { operations, event }: BoundFact): string {
  const [operation] = operations.flatMap((key) => operationAt(index, key) ?? []);
  return operation ? describeOperation(operation) : (event ?? '');
}

/**
 * The operation of which this one is another name, as `METHOD /path`: the one that `x-alias-of` names, or the only equal
 * one that is not deprecated. Equal are operations of one method with the same summary whose paths end alike.
 */
export function aliasTarget(index: SpecIndex, operation: Operation): string | undefined {
  if (operation.aliasOf !== undefined) return operation.aliasOf;
  const { summary, method, spec } = operation;
  if (summary === undefined || summary === '') return undefined;
  const equals = Object.values(index.operations).filter(
    (other) =>
      other !== operation &&
      !other.deprecated &&
      other.spec === spec &&
      other.method === method &&
      other.summary === summary &&
      lastSegments(other.path) === lastSegments(operation.path),
  );
  const [only, ...others] = equals;
  return only && others.length === 0 ? describeOperation(only) : undefined;
}

/** From the last literal word on, parameters without their names. */
function lastSegments(path: string): string {
  const segments = path.split('/').map((segment) => segment.replace(/\{[^{}]*\}/g, '{}'));
  return segments.slice(segments.findLastIndex((segment) => segment !== '' && segment !== '{}')).join('/');
}
