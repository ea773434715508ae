import type { FactBinding, Place } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { joinPath } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';

/** Two statements that cannot both hold: the spec shows it, or leaves open which of them is right. */
export default defineRule({
  id: 'contradiction',
  summary: 'Guides must not contradict themselves or each other.',
  severity: 'error',
  messages: {
    credential: '`{operation}` is said to take `{credential}` here, and in `{other}` that it does not.',
    default: '`{field}` of `{operation}` is said to default to `{one}` here, and in `{other}` to `{two}`.',
    link: 'The text says `{text}`, its link leads to `{linked}`.',
  },
  facts(bindings, context) {
    for (const { first, second } of opposed(bindings.flatMap((binding) => statementsOf(binding, context)))) {
      const { at, operation, subject } = second;
      const shared = { at, operation, severity: 'warning' as const, related: [first.at] };
      const other = first.at.file;
      if (second.kind === 'credential') {
        const data = { operation, credential: subject, other };
        context.report({ ...shared, message: 'credential', data });
      } else {
        const data = { field: subject, operation, one: second.value, two: first.value, other };
        context.report({ ...shared, message: 'default', data });
      }
    }
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

/** What a guide says of one thing about which the spec says nothing. */
interface Statement {
  readonly kind: 'credential' | 'default';
  readonly operation: string;
  readonly subject: string;
  readonly value: string;
  readonly at: Place;
}

function statementsOf(binding: FactBinding, context: Pick<RuleContext, 'schemas' | 'truth'>): readonly Statement[] {
  const { file, mention, target } = binding;
  const [key, ...others] = target.status === 'bound' ? target.operations : [];
  const operation = operationAt(context.truth, key ?? '');
  if (target.status !== 'bound' || !operation || others.length > 0 || !speaksOfToday(mention)) return [];
  const shared = { operation: describeOperation(operation), at: { file, span: mention.span } };
  if (mention.kind === 'credential' && target.credential && operation.security === undefined)
    return [{ ...shared, kind: 'credential', subject: target.credential.name, value: mention.relation }];
  if (mention.kind !== 'field' || !mention.claims.default) return [];
  const described = describeField(binding, context);
  if (described.status !== 'found' || described.default !== undefined) return [];
  const { value, span } = mention.claims.default;
  const subject = joinPath(pathOf(mention, target));
  return [{ ...shared, kind: 'default', subject, value: value.trim(), at: { file, span } }];
}

/** Of two opposed statements the second is told; one that says the same as an earlier one is none. */
function opposed(statements: readonly Statement[]): { readonly first: Statement; readonly second: Statement }[] {
  const known = new Map<string, Statement>();
  return statements.flatMap((second) => {
    const key = JSON.stringify([second.kind, second.operation, second.subject]);
    const first = known.get(key);
    if (!first) known.set(key, second);
    const differs = first && first.value.toLowerCase() !== second.value.toLowerCase();
    // "Takes" is what the message says of the place where it stands.
    const [one, two] = second.kind === 'credential' && second.value === 'refuses' ? [second, first] : [first, second];
    return differs && one && two ? [{ first: one, second: two }] : [];
  });
}
