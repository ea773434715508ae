import type { Operation, OperationKey, Spec, SpecIndex, SpecPath } from '../../model.ts';

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
  return Object.values(index.operations).find(
    (operation) => operation.operationId === operationId && (spec === undefined || operation.spec === spec),
  );
}

/** All paths, in the order of the specs and of their files. */
export function allPaths(index: SpecIndex): readonly OwnedPath[] {
  return index.specs.flatMap((spec) => spec.paths.map((path) => ({ spec, path })));
}

/** `METHOD /path`, as messages name an operation. */
export function describeOperation(operation: Pick<Operation, 'method' | 'path'>): string {
  return `${operation.method} ${operation.path}`;
}
