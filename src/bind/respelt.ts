import type { Operation, SpecIndex } from '../model.ts';

/**
 * `put-trees-id` for `put_trees_id` or `put_trees_id_v2025.0`: sites make slugs of operationIds and leave out the version,
 * so only letters and digits before it tell.
 */
export function respelt(id: string, truth: SpecIndex): Operation | undefined {
  const plain = (text: string) =>
    text
      .replace(/[-_.]?v\d+(?:[._]\d+)*$/i, '')
      .replace(/[^a-z0-9]/gi, '')
      .toLowerCase();
  return Object.values(truth.operations).find((operation) => plain(operation.operationId ?? '') === plain(id));
}
