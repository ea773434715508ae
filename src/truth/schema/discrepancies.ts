import type { BoundFact, PayloadMention } from '../../model.ts';
import { compareSample, type Discrepancy } from './compare-sample.ts';
import type { Schemas } from './schema.ts';

/** Several rules look at one payload; what was compared once is kept as long as its binding lives. */
const compared = new WeakMap<BoundFact, readonly Discrepancy[]>();

/** The points at which a bound payload and the spec disagree. */
export function discrepanciesOf(
  { value }: PayloadMention,
  target: BoundFact,
  schemas: Schemas,
): readonly Discrepancy[] {
  const known = compared.get(target);
  if (known) return known;
  const direction = target.where === 'request' ? 'request' : 'response';
  const found = compareSample(schemas, target.schemas, { sample: value, direction });
  compared.set(target, found);
  return found;
}
