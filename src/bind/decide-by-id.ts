import type { OperationMention, Target } from '../model.ts';
import { operationAt, operationById } from '../truth/openapi/lookup.ts';
import type { Knowledge } from './knowledge.ts';
import { because } from './reasons.ts';
import { respelt } from './respelt.ts';
import { wordCost } from './word-cost.ts';

/** Up to here two operationIds differ by a slip of the pen, not by what they name. */
const SLIP = 0.3;

/** A mention that names an operation by its operationId alone. */
export function decideById(mention: OperationMention, { truth, usage }: Knowledge): Target {
  const id = mention.operationId ?? '';
  const found = operationById(truth, id) ?? respelt(id, truth);
  if (found) {
    const { spec, path: template, key } = found;
    return { status: 'bound', spec, template, operations: [key], evidence: [because('operationId', `\`${id}\``)] };
  }
  const nearest = Object.values(truth.operations)
    .flatMap(({ key, operationId }) => {
      const cost = operationId === undefined ? SLIP : wordCost(id, operationId);
      return cost < SLIP ? [{ operation: key, likeness: 1 - cost, firm: 1, rewrite: operationId }] : [];
    })
    .sort((a, b) => b.likeness - a.likeness);
  const spec = operationAt(truth, nearest[0]?.operation ?? '')?.spec;
  const evidence = [because('operationId', `no spec has the operationId \`${id}\``)];
  if (spec !== undefined) return { status: 'missing', reason: 'operation', spec, nearest, evidence };
  // Without a neighbour it may be another site's id, or no id at all, unless all others of its form are ids of a spec.
  const [first] = truth.specs;
  return first && usage.namesOperations(mention.source)
    ? { status: 'missing', reason: 'operation', spec: first.name, nearest, evidence }
    : { status: 'unplaced', evidence };
}
