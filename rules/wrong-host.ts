import { defineRule, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/** The path is right, but it is asked of a server which the spec gives to other paths. */
export default defineRule({
  id: 'wrong-host',
  summary: 'A guide may only send a request to a server that serves its path.',
  severity: 'error',
  messages: {
    other: '`{path}` is not served by `{host}`; the spec has it on {hosts}.',
  },
  operation({ file, mention, target }, { report, truth }) {
    const host = mention.target?.host;
    if (target.status !== 'bound' || !target.otherHosts || !host || !speaksOfToday(mention)) return;
    const operation = operationAt(truth, target.operations[0] ?? '');
    if (!operation) return;
    const [only, ...others] = target.otherHosts;
    report({
      message: 'other',
      at: { file, span: host.span },
      data: {
        path: target.template,
        host: host.text,
        hosts: target.otherHosts.map((name) => `\`${name}\``).join(', '),
      },
      operation: describeOperation(operation),
      truth: operation.place,
      suggestions: target.otherHosts,
      // A host with server variables needs the reader's own value.
      edits:
        only && others.length === 0 && !only.includes('{') && host.kind === 'literal'
          ? [{ span: host.span, text: only }]
          : [],
    });
  },
});
