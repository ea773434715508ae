import type { MethodMention, Operation, OperationMention } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** A method is refuted only where the spec has the path, and has it without that method. */
export default defineRule({
  id: 'wrong-method',
  summary: 'A guide may only call a path with the methods that the spec gives it.',
  severity: 'error',
  messages: {
    stated: 'The spec has no `{method}` for `{path}`, only {methods}.',
    implied: 'This sample sends `{method}` to `{path}`, for which the spec has only {methods}.',
    linked: 'The spec has no `{method}` for `{path}`; the link leads to `{linked}`.',
    'no-method': '`{method}` is no HTTP method; for `{path}` the spec has {methods}.',
  },
  operation({ file, mention, target }, { report, truth }) {
    const { method } = mention;
    if (target.status !== 'missing' || target.reason !== 'method' || !method || !speaksOfToday(mention)) return;
    const operations = target.nearest.flatMap(({ operation }) => operationAt(truth, operation) ?? []);
    const [first, ...others] = operations;
    if (!first || isAnsweredAnyway(method, operations)) return;
    const only = others.length === 0 ? first : undefined;
    const at = { file, span: method.implied ? mention.span : method.span };
    const data = {
      method: method.value,
      path: target.template ?? first.path,
      methods: operations.map((operation) => `\`${operation.method}\``).join(', '),
    };
    const linked = operationAt(truth, target.linked ?? '');
    if (linked) {
      const operation = describeOperation(linked);
      const said = { operation, truth: linked.place, suggestions: [operation] };
      return report({
        message: 'linked',
        at: { file, span: mention.span },
        data: { ...data, linked: operation },
        ...said,
      });
    }
    report({
      message: isHttpMethod(method.value)
        ? method.implied && mention.source !== 'table'
          ? 'implied'
          : 'stated'
        : 'no-method',
      at,
      data,
      ...(only && { operation: describeOperation(only) }),
      truth: first.place,
      ...remedyFor(mention, only),
    });
  },
});

/**
 * What to write, where the spec leaves one answer. Who writes `DELETE` and finds `GET` has the wrong path rather than the
 * wrong method; and `session.post(` is code, not a method to be replaced.
 */
function remedyFor({ method, text, source }: OperationMention, only: Operation | undefined) {
  if (!method || !only) return {};
  const changes = (name: string) => !['GET', 'HEAD', 'OPTIONS'].includes(name);
  if (isHttpMethod(method.value) && changes(method.value) !== changes(only.method)) return {};
  const spelt = !method.implied && source !== 'call' && text.startsWith(method.value);
  return { suggestions: [only.method], edits: spelt ? [{ span: method.span, text: only.method }] : [] };
}

/** Servers answer `HEAD` wherever they answer `GET`, and `OPTIONS` everywhere (RFC 9110, 9.3.2 and 9.3.7); specs seldom say so. */
function isAnsweredAnyway(method: MethodMention, operations: readonly Operation[]): boolean {
  return (
    method.value === 'OPTIONS' ||
    (method.value === 'HEAD' && operations.some((operation) => operation.method === 'GET'))
  );
}

function isHttpMethod(word: string): boolean {
  return /^(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|QUERY)$/.test(word);
}
