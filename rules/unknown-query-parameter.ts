import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { likeName } from '../src/text/like-names.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation } from '../src/truth/openapi/lookup.ts';
import { describeField } from '../src/truth/schema/described-field.ts';

export default defineRule({
  id: 'unknown-query-parameter',
  summary: 'A guide may only use query parameters that the spec gives the operation.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    similar: '`{operation}` has no query parameter `{name}`; did you mean `{nearest}`?',
    unknown: '`{operation}` has no query parameter `{name}`; the spec has {names}.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || target.where !== 'query' || mention.kind !== 'field' || !speaksOfToday(mention))
      return;
    const described = describeField(binding, { truth, schemas });
    // An operation of which no query parameter is described is not described in that respect.
    if (described.status !== 'absent' || described.names.length === 0) return;
    const name = mention.path.join('.');
    const { names, place } = described;
    const like = likeName(name, names);
    const operation = describeOperation(described.operation);
    const shared = {
      at: { file, span: mention.span },
      operation,
      truth: place,
      ...(target.certainty === 'likely' && { severity: 'warning' as const }),
    };
    if (like) {
      const sure = like.sure && target.certainty === 'certain';
      const edits = sure ? replacing(name, mention.span, like.name) : [];
      const data = { operation, name, nearest: like.name };
      report({ ...shared, message: 'similar', data, suggestions: [like.name], edits });
    } else report({ ...shared, message: 'unknown', data: { operation, name, names: listNames(names) } });
  },
});
