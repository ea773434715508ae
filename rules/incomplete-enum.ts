import { defineRule, speaksOfToday } from '../src/rule.ts';
import { joinPath, listNames } from '../src/text/list-names.ts';
import { describeFactTarget } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';

/** A list of examples is no drift; only one that says that it is all of them, and is most of them. */
export default defineRule({
  id: 'incomplete-enum',
  summary: 'A list of values that reads as complete must be complete.',
  severity: 'warning',
  messages: {
    missing: '`{field}` of `{operation}` can also be {missing}.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || mention.kind !== 'field' || !speaksOfToday(mention)) return;
    const { values: stated = [], exhaustive } = mention.claims;
    const [first] = stated;
    const last = stated.at(-1);
    if (exhaustive !== true || !first || !last || stated.length < 2) return;
    const described = describeField(binding, { truth, schemas });
    if (described.status !== 'found' || described.values === undefined) return;
    const values = described.values.filter((value) => value !== null && value !== '').map(String);
    const written = stated.map(({ value }) => value);
    const missing = values.filter((value) => !written.includes(value));
    const known = values.length - missing.length;
    if (missing.length === 0 || known < written.length || known / values.length < 0.6) return;
    const operation = describeFactTarget(truth, target);
    report({
      message: 'missing',
      at: { file, span: { start: first.span.start, end: last.span.end } },
      data: { operation, field: joinPath(pathOf(mention, target)), missing: listNames(missing) },
      operation,
      truth: described.place,
      suggestions: missing,
    });
  },
});
