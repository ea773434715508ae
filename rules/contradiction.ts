import { defineRule, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** Two statements of one page that the spec shows to be about different things, so that one of them must be wrong. */
export default defineRule({
  id: 'contradiction',
  summary: 'A page must not contradict itself.',
  severity: 'error',
  messages: {
    link: 'The text says `{text}`, its link leads to `{linked}`.',
  },
  operation({ file, mention, target }, { report, truth }) {
    if (target.status !== 'bound' || target.linked === undefined || !mention.method || !speaksOfToday(mention)) return;
    const linked = operationAt(truth, target.linked);
    const said = operationAt(truth, target.operations[0] ?? '');
    if (!linked || !said) return;
    const operation = describeOperation(linked);
    report({
      message: 'link',
      at: { file, span: mention.span },
      data: { text: describeOperation(said), linked: operation },
      operation,
      truth: linked.place,
      suggestions: [operation],
    });
  },
});
