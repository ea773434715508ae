import type { OperationBinding } from '../src/model.ts';
import { defineRule, speaksOfToday } from '../src/rule.ts';
import { aliasTarget, describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Silent where the guide says so itself: only a guide that sends readers to the operation unwarned is out of date. */
export default defineRule({
  id: 'deprecated-operation',
  summary: 'A guide that uses an operation which the spec deprecates must say so.',
  severity: 'warning',
  messages: {
    deprecated: 'The spec deprecates `{operation}`; say so, or use what replaces it.',
    alias: 'The spec deprecates `{operation}`, an alias of `{target}`.',
  },
  operations(bindings, { report, truth }) {
    const warned = new Set(
      bindings.filter(({ mention }) => mention.method && mention.stance === 'deprecated').flatMap(keysOf),
    );
    for (const binding of bindings) {
      const { file, mention, target } = binding;
      // One warning on a page is enough; the page need not repeat it at each call.
      if (target.status !== 'bound' || !mention.method || !speaksOfToday(mention)) continue;
      if (keysOf(binding).some((key) => warned.has(key))) continue;
      const [operation, ...others] = target.operations.flatMap((key) => operationAt(truth, key) ?? []);
      if (!operation?.deprecated || others.length > 0) continue;
      const name = describeOperation(operation);
      const shared = { at: { file, span: mention.span }, operation: name, truth: operation.place };
      const alias = aliasTarget(truth, operation);
      if (alias === undefined) report({ ...shared, message: 'deprecated', data: { operation: name } });
      else report({ ...shared, message: 'alias', data: { operation: name, target: alias }, suggestions: [alias] });
    }
  },
});

function keysOf({ page, target }: OperationBinding): string[] {
  return target.status === 'bound' ? target.operations.map((key) => `${page}\0${key}`) : [];
}
