import { defineRule, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Only a call that could be run as it stands must be complete; prose names an operation and not all of a call. */
export default defineRule({
  id: 'missing-query-parameter',
  summary: 'A call must give the query parameters that the spec requires.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    missing: '`{operation}` requires the query parameter {names}, which this call does not give.',
  },
  operation({ file, mention, target }, { report, truth }) {
    const { source, target: address } = mention;
    if (target.status !== 'bound' || !address || (source !== 'curl' && source !== 'http') || !speaksOfToday(mention))
      return;
    const [operation, ...others] = target.operations.flatMap((key) => operationAt(truth, key) ?? []);
    if (!operation || others.length > 0 || /[$<{*]|\.\.\./.test(address.text.replace(/^[^?]*/, ''))) return;
    const given = new Set(address.query.map(({ name }) => plain(name)));
    const missing = operation.parameters.filter(
      ({ in: place, name, required }) => place === 'query' && required && !given.has(plain(name)),
    );
    if (missing.length === 0) return;
    const name = describeOperation(operation);
    report({
      message: 'missing',
      at: { file, span: address.span },
      data: { operation: name, names: listNames(missing.map((parameter) => parameter.name)) },
      operation: name,
      ...(missing[0] && { truth: missing[0].place }),
      suggestions: missing.map((parameter) => parameter.name),
    });
  },
});

/** `ids[]` and `filter[name]` give `ids` and `filter`. */
function plain(name: string): string {
  return name.replace(/\[.*$/s, '');
}
