import type { Binding, FactBinding, Hedge, Operation, Span, TruthPlace } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { joinPath, listNames } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';

/** A guide that says "verify against handler" leaves to its readers what its writer did not look up. */
export default defineRule({
  id: 'hedge',
  summary: 'A guide must not leave open whether what it says holds.',
  severity: 'warning',
  messages: {
    pinned: '`{text}` leaves this open; the spec has {answer}, so say what it says.',
    unverified: '`{text}` marks this as unverified; verify it, or take it out.',
    unfinished: '`{text}` marks this as unfinished; finish it, or take it out.',
  },
  page({ file, hedges = [] }, context) {
    for (const hedge of hedges) {
      const { span, text, says, certain } = hedge;
      const at = { file, span };
      const answer = answerTo(hedge, context.bindingsIn(file), context);
      if (answer) {
        const { operation, truth } = answer;
        context.report({ message: 'pinned', at, data: { text, answer: answer.text }, operation, truth });
      } else if (certain) context.report({ message: says, at, data: { text } });
    }
  },
});

type Truth = Pick<RuleContext, 'truth' | 'schemas'>;

/** What the spec has of the only thing that a hedge can speak of. */
interface Answer {
  readonly text: string;
  readonly operation?: string;
  readonly truth: TruthPlace;
}

/** The nearest place around the hedge that speaks of an operation or a field decides, and last the section. */
function answerTo(hedge: Hedge, bindings: readonly Binding[], truth: Truth): Answer | undefined {
  const { around, section, certain } = hedge;
  for (const span of around) {
    const inside = bindings.filter(({ mention }) => isWithin(mention.span, span));
    const operations = inside.filter(isOperation);
    if (operations.length > 0) return onlyOperation(operations, truth);
    const fields = inside.filter(isField);
    if (fields.length > 0) return certain ? onlyField(fields, truth) : undefined;
  }
  // What may speak of something else is not tied to an operation that stands far away.
  if (!certain) return undefined;
  return onlyOperation(
    bindings.filter(({ mention }) => mention.kind === 'operation' && mention.section === section),
    truth,
  );
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isOperation({ mention }: Binding): boolean {
  return mention.kind === 'operation';
}

function isField(binding: Binding): binding is FactBinding {
  return binding.mention.kind === 'field';
}

/** The operations of one path, where all that is named there is of that path. */
function onlyOperation(bindings: readonly Binding[], { truth }: Truth): Answer | undefined {
  const found = new Map<string, Operation>();
  for (const { mention, target } of bindings) {
    if (target.status !== 'bound' || !('operations' in target) || !speaksOfToday(mention)) return undefined;
    for (const key of target.operations) {
      const operation = operationAt(truth, key);
      if (operation) found.set(key, operation);
    }
  }
  const operations = [...found.values()];
  const [first, ...others] = operations;
  if (!first || others.some(({ path }) => path !== first.path)) return undefined;
  const text = listNames(operations.map(describeOperation));
  return { text, truth: first.place, ...(others.length === 0 && { operation: describeOperation(first) }) };
}

/** The field, where one alone is named there and the spec describes it in one operation. */
function onlyField(bindings: readonly FactBinding[], truth: Truth): Answer | undefined {
  const answers = new Map<string, Answer>();
  for (const binding of bindings) {
    const { mention, target } = binding;
    if (mention.kind !== 'field' || target.status !== 'bound' || target.operations.length !== 1) return undefined;
    const described = describeField(binding, truth);
    if (described.status !== 'found' || !speaksOfToday(mention)) return undefined;
    const operation = describeOperation(described.operation);
    const text = `\`${joinPath(pathOf(mention, target))}\` of \`${operation}\``;
    answers.set(text, { text, operation, truth: described.place });
  }
  const [only, ...others] = answers.values();
  return others.length === 0 ? only : undefined;
}
