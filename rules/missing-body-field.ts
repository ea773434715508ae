import type { FactBinding, OperationKey, Place, TruthPlace } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { joinPath } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';
import { discrepanciesOf } from '../src/truth/schema/discrepancies.ts';

/**
 * Only a body that is sent as it stands must be complete: one with elisions, a fragment, or a change is not. Where most of
 * them leave out the same field, the spec is as likely to be wrong as they are.
 */
export default defineRule({
  id: 'missing-body-field',
  summary: 'A body that reads as complete must have the fields that the spec requires.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    missing: '`{operation}` requires the field `{field}`, which this body does not have.',
    mostly:
      '`{operation}` requires the field `{field}`, which {count} of its {all} bodies in these guides do not have.',
  },
  facts(bindings, context) {
    const byOperation = new Map<OperationKey, SentBody[]>();
    const bodies = bindings.flatMap((binding) => readBody(binding, context));
    for (const body of bodies) {
      const others = byOperation.get(body.key);
      if (others) others.push(body);
      else byOperation.set(body.key, [body]);
    }
    const lackingIn = new Map([...byOperation].map(([key, all]) => [key, countLacking(all)]));
    for (const { at, key, gaps } of bodies) {
      const operation = operationAt(context.truth, key);
      if (!operation) continue;
      const name = describeOperation(operation);
      const others = byOperation.get(key) ?? [];
      for (const { field, place } of gaps) {
        const lacking = lackingIn.get(key)?.get(field) ?? 0;
        const shared = { at, operation: name, truth: place, suggestions: [field.replace(/^.*\./, '')] };
        if (lacking > 2 && lacking / others.length > 0.5) {
          const data = { operation: name, field, count: String(lacking), all: String(others.length) };
          context.report({ ...shared, message: 'mostly', data, severity: 'warning' });
        } else context.report({ ...shared, message: 'missing', data: { operation: name, field } });
      }
    }
  },
});

interface SentBody {
  readonly at: Place;
  readonly key: OperationKey;
  readonly gaps: readonly { readonly field: string; readonly place: TruthPlace }[];
}

/** How many of the bodies do not have each field. */
function countLacking(bodies: readonly SentBody[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { gaps } of bodies) {
    for (const field of new Set(gaps.map((gap) => gap.field))) counts.set(field, (counts.get(field) ?? 0) + 1);
  }
  return counts;
}

/** The body that a sample sends, and the required fields that it does not have. */
function readBody({ file, mention, target }: FactBinding, { truth, schemas, pages }: RuleContext): SentBody[] {
  if (target.status !== 'bound' || target.where !== 'request' || target.certainty !== 'certain') return [];
  if (mention.kind !== 'payload' || mention.request === undefined || mention.fragment || !speaksOfToday(mention))
    return [];
  // A request line and a body without a server is a sketch, of which more may be left out.
  const call = pages.get(file)?.mentions[mention.request];
  if (mention.source === 'http' && !(call?.kind === 'operation' && call.target?.host)) return [];
  const [key = ''] = target.operations;
  if (operationAt(truth, key)?.method === 'PATCH') return [];
  const missing = discrepanciesOf(mention, target, schemas).filter((each) => each.kind === 'missing-field');
  const { start } = missing[0]?.span ?? mention.span;
  const gaps = missing.map(({ path, place }) => ({ field: joinPath(path), place }));
  return [{ at: { file, span: { start, end: start + 1 } }, key, gaps }];
}
