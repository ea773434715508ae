import { defineRule, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Silent where the guide says so itself: only a guide that sends readers to the operation unwarned is out of date. */
export default defineRule({
  id: 'deprecated-operation',
  summary: 'A guide that uses an operation which the spec deprecates must say so.',
  severity: 'warning',
  messages: {
    deprecated: 'The spec deprecates `{operation}`; say so, or use what replaces it.',
    alias: 'The spec deprecates `{operation}`, an alias of `{target}`.',
  },
  operation({ file, mention, target }, { report, truth }) {
    if (target.status !== 'bound' || !mention.method || !speaksOfToday(mention)) return;
    const operations = target.operations.flatMap((key) => operationAt(truth, key) ?? []);
    const [operation, ...others] = operations;
    if (!operation?.deprecated || others.length > 0) return;
    const name = describeOperation(operation);
    const shared = { at: { file, span: mention.span }, operation: name, truth: operation.place };
    if (operation.aliasOf === undefined) report({ ...shared, message: 'deprecated', data: { operation: name } });
    else
      report({
        ...shared,
        message: 'alias',
        data: { operation: name, target: operation.aliasOf },
        suggestions: [operation.aliasOf],
      });
  },
});
