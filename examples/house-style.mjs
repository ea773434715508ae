import { defineRule } from 'specwins';

/** Named in `plugins` of the configuration, it runs beside the rules of specwins. */
export default defineRule({
  id: 'bare-operation-id',
  summary: 'A guide names operations by method and path, not by operationId.',
  severity: 'warning',
  url: 'https://orchard.example/style#operations',
  messages: {
    bare: 'Write `{call}` for `{id}`.',
  },
  operation({ file, mention, target }, { report, truth }) {
    if (mention.operationId === undefined || mention.target || target.status !== 'bound') return;
    const operation = truth.operations[target.operations[0] ?? ''];
    if (!operation) return;
    const call = `${operation.method} ${operation.path}`;
    report({
      message: 'bare',
      at: { file, span: mention.span },
      data: { call, id: mention.operationId },
      suggestions: [call],
    });
  },
});
