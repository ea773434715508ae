import type { FactBinding, Span, TruthPlace } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { joinPath } from '../src/text/list-names.ts';
import { jsonTypesOf } from '../src/text/type-words.ts';
import { describeFactTarget } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';
import { discrepanciesOf } from '../src/truth/schema/discrepancies.ts';

export default defineRule({
  id: 'wrong-type',
  summary: 'A field must have the type that the spec gives it.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    value: '`{field}` of `{operation}` is {right}, and this is {written}.',
    whole: '`{operation}` has {right} here, and this is {written}.',
    word: '`{field}` of `{operation}` is {right}, not {written}.',
  },
  fact(binding, context) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || !speaksOfToday(mention)) return;
    const operation = describeFactTarget(context.truth, target);
    for (const { message, field, span, right, written, place } of wrongTypes(binding, context)) {
      context.report({
        message,
        at: { file, span },
        data: { operation, field, right: inWords(right), written },
        operation,
        truth: place,
        ...(target.certainty === 'likely' && { severity: 'warning' }),
        suggestions: message === 'word' && right.length === 1 ? right : [],
      });
    }
  },
});

interface WrongType {
  readonly message: 'value' | 'whole' | 'word';
  readonly field: string;
  readonly span: Span;
  readonly right: readonly string[];
  readonly written: string;
  readonly place: TruthPlace;
}

function wrongTypes(binding: FactBinding, { truth, schemas }: Pick<RuleContext, 'truth' | 'schemas'>): WrongType[] {
  const { mention, target } = binding;
  if (target.status !== 'bound') return [];
  if (mention.kind === 'payload') {
    return discrepanciesOf(mention, target, schemas).flatMap((each) => {
      if (each.kind !== 'wrong-type') return [];
      const { path, span, expected: right, place } = each;
      const message = path.every((step) => step === '[]') ? ('whole' as const) : ('value' as const);
      return [{ message, field: joinPath(path), span, right, written: article(each.found), place }];
    });
  }
  const claim = mention.kind === 'field' ? mention.claims.type : undefined;
  const described = describeField(binding, { truth, schemas });
  if (mention.kind !== 'field' || !claim || described.status !== 'found' || described.types.length === 0) return [];
  const said = jsonTypesOf(claim.value)?.filter((type) => type !== 'null') ?? [];
  const right = described.types.filter((type) => type !== 'null');
  if (said.length === 0 || right.length === 0 || said.some((type) => suits(type, right))) return [];
  // In a query everything is text, and a list is written in many ways.
  if (
    target.where !== 'request' &&
    target.where !== 'response' &&
    (said.includes('string') || said.includes('array') || right.includes('array'))
  )
    return [];
  return [
    {
      message: 'word',
      field: joinPath(pathOf(mention, target)),
      span: claim.span,
      right,
      written: inWords(said),
      place: described.place,
    },
  ];
}

/** Guides call any number a number. */
function suits(said: string, right: readonly string[]): boolean {
  return (
    right.includes(said) ||
    (said === 'number' && right.includes('integer')) ||
    (said === 'integer' && right.includes('number'))
  );
}

function inWords(types: readonly string[]): string {
  return types.map(article).join(' or ');
}

function article(type: string): string {
  if (type === 'null') return 'null';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
