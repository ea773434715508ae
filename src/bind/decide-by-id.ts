import type { OperationMention, SpecIndex, Target } from '../model.ts';
import { operationAt, operationById } from '../truth/openapi/lookup.ts';
import { wordCost } from './likeness.ts';
import { because } from './reasons.ts';

/** Up to here two operationIds differ by a slip of the pen, not by what they name. */
const SLIP = 0.3;

/** A mention that names an operation by its operationId alone. */
export function decideById(mention: OperationMention, truth: SpecIndex): Target {
  const id = mention.operationId ?? '';
  const found = operationById(truth, id) ?? respelt(id, truth);
  if (found) {
    const { spec, path: template, key } = found;
    return { status: 'bound', spec, template, operations: [key], evidence: [because('operationId', `\`${id}\``)] };
  }
  const nearest = Object.values(truth.operations)
    .flatMap(({ key, operationId }) => {
      const cost = operationId === undefined ? SLIP : wordCost(id, operationId);
      return cost < SLIP ? [{ operation: key, likeness: 1 - cost, rewrite: operationId }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness);
  const spec = operationAt(truth, nearest[0]?.operation ?? '')?.spec;
  const evidence = [because('operationId', `no spec has the operationId \`${id}\``)];
  // Without a neighbour it may be another site's id, or no id at all.
  return spec === undefined
    ? { status: 'unplaced', evidence }
    : { status: 'missing', reason: 'operation', spec, nearest, evidence };
}

/** `put-trees-id` for `put_trees_id`: sites make slugs of operationIds, so only letters and digits tell. */
function respelt(id: string, truth: SpecIndex) {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.values(truth.operations).find((operation) => plain(operation.operationId ?? '') === plain(id));
}
