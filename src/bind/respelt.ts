import type { Operation, SpecIndex } from '../model.ts';

/**
 * `put-trees-id` for `put_trees_id` or `put_trees_id_v2025.0`: sites make slugs of operationIds and leave out the version,
 * so only letters and digits before it tell.
 */
export function respelt(id: string, truth: SpecIndex): Operation | undefined {
  const operations = known.get(truth) ?? byPlainId(truth);
  known.set(truth, operations);
  return operations.get(plain(id));
}

const known = new WeakMap<SpecIndex, ReadonlyMap<string, Operation>>();

/** The first operation that has an id. */
function byPlainId({ operations }: SpecIndex): ReadonlyMap<string, Operation> {
  const first = Object.values(operations).toReversed();
  return new Map(first.map((operation) => [plain(operation.operationId ?? ''), operation]));
}

function plain(text: string): string {
  return text
    .replace(/[-_.]?v\d+(?:[._]\d+)*$/i, '')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}
