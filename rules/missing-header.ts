import type { FactBinding, OperationKey } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** A call that shows headers shows those it needs; one without any may leave them to what was said above. */
export default defineRule({
  id: 'missing-header',
  summary: 'A call that shows its headers must show those which the spec requires.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    missing: '`{operation}` requires the header {names}, which this call does not send.',
  },
  facts(bindings, { report, truth }) {
    for (const [first, ...others] of callsWithHeaders(bindings)) {
      if (!first) continue;
      const operation = operationAt(truth, first.key);
      const sent = [first, ...others].map(({ name }) => name.toLowerCase());
      const missing = (operation?.parameters ?? []).filter(
        ({ in: place, name, required }) =>
          place === 'header' && required && !sent.includes(name.toLowerCase()) && !OMITTED.test(name),
      );
      if (!operation || missing.length === 0) continue;
      const name = describeOperation(operation);
      const names = missing.map((parameter) => parameter.name);
      report({
        message: 'missing',
        at: first.at,
        data: { operation: name, names: listNames(names) },
        operation: name,
        ...(missing[0] && { truth: missing[0].place }),
        suggestions: names,
      });
    }
  },
});

/** Tools send these by themselves, and the specification forbids to describe them as parameters (OpenAPI 3.1, 4.8.12). */
const OMITTED = /^(?:accept|content-type|authorization|user-agent|host|content-length)$/i;

interface SentHeader {
  readonly key: OperationKey;
  readonly name: string;
  readonly at: { readonly file: string; readonly span: FactBinding['mention']['span'] };
}

function callsWithHeaders(bindings: readonly FactBinding[]): Iterable<readonly SentHeader[]> {
  const calls = new Map<string, SentHeader[]>();
  for (const { page, file, mention, target } of bindings) {
    if (mention.kind !== 'field' || mention.place !== 'header' || mention.source !== 'curl' || !speaksOfToday(mention))
      continue;
    const [key, ...others] = target.status === 'bound' ? target.operations : [];
    if (key === undefined || others.length > 0 || mention.request === undefined) continue;
    const call = JSON.stringify([page, file, mention.request]);
    const headers = calls.get(call) ?? [];
    headers.push({ key, name: mention.path.join('.'), at: { file, span: mention.span } });
    calls.set(call, headers);
  }
  return calls.values();
}
