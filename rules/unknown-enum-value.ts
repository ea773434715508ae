import type { FactBinding, Span, TruthPlace } from '../src/model.ts';
import { defineRule, type RuleContext, replacing, speaksOfToday } from '../src/rule.ts';
import { likeName } from '../src/text/like-names.ts';
import { joinPath, listNames } from '../src/text/list-names.ts';
import { isPlaceholder } from '../src/text/placeholder.ts';
import { describeFactTarget } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';
import { discrepanciesOf } from '../src/truth/schema/discrepancies.ts';

export default defineRule({
  id: 'unknown-enum-value',
  summary: 'A field may only have the values that the spec lists for it.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    similar: '`{field}` of `{operation}` cannot be `{value}`; did you mean `{nearest}`?',
    unknown: '`{field}` of `{operation}` cannot be `{value}`; the spec has {values}.',
  },
  fact(binding, context) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || !speaksOfToday(mention)) return;
    const operation = describeFactTarget(context.truth, target);
    for (const { field, value, span, values, place } of strangeValues(binding, context)) {
      if (isShouted(value, values)) continue;
      const like = likeName(value, values);
      const shared = {
        at: { file, span },
        operation,
        truth: place,
        ...(target.certainty === 'likely' && { severity: 'warning' as const }),
      };
      if (like?.firm) {
        const sure = like.sure && target.certainty === 'certain';
        const edits = sure ? replacing(value, span, like.name) : [];
        context.report({
          ...shared,
          message: 'similar',
          data: { operation, field, value, nearest: like.name },
          suggestions: [like.name],
          edits,
        });
      } else {
        const data = { operation, field, value, values: listNames(values) };
        context.report({ ...shared, message: 'unknown', data, suggestions: values.length === 1 ? values : [] });
      }
    }
  },
});

interface StrangeValue {
  readonly field: string;
  readonly value: string;
  readonly span: Span;
  readonly values: readonly string[];
  readonly place: TruthPlace;
}

function strangeValues(
  binding: FactBinding,
  { truth, schemas }: Pick<RuleContext, 'truth' | 'schemas'>,
): StrangeValue[] {
  const { mention, target } = binding;
  if (target.status !== 'bound') return [];
  if (mention.kind === 'payload') {
    return discrepanciesOf(mention, target, schemas).flatMap((each) =>
      each.kind === 'unknown-value' ? [{ ...each, field: joinPath(each.path) }] : [],
    );
  }
  const described = describeField(binding, { truth, schemas });
  if (mention.kind !== 'field' || described.status !== 'found' || described.values === undefined) return [];
  const values = described.values.filter((value) => value !== null).map(String);
  const { claims } = mention;
  const stated = [
    ...(claims.values ?? []),
    ...(claims.value ? [claims.value] : []),
    ...(claims.default ? [claims.default] : []),
  ];
  const { place } = described;
  return stated
    .filter(
      ({ value }) =>
        !values.includes(value) && value !== 'null' && value !== '' && !isPlaceholder(value) && !isList(value, values),
    )
    .map(({ value, span }) => ({ field: joinPath(pathOf(mention, target)), value, span, values, place }));
}

/** `ORDER_FIELD` among values in small letters stands for one of them. */
function isShouted(value: string, values: readonly string[]): boolean {
  return /^[A-Z][A-Z0-9_-]*$/.test(value) && !values.some((each) => /^[A-Z][A-Z0-9_-]+$/.test(each));
}

/** `?fields=id,name`: each of the values is one. */
function isList(value: string, values: readonly string[]): boolean {
  return value.includes(',') && value.split(',').every((each) => values.includes(each.trim()));
}
