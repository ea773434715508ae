import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { joinPath } from '../src/text/list-names.ts';
import { describeFactTarget } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';

export default defineRule({
  id: 'wrong-default',
  summary: 'The default of a field must be the one that the spec gives it.',
  severity: 'error',
  messages: {
    wrong: '`{field}` of `{operation}` defaults to `{right}`, not to `{written}`.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || mention.kind !== 'field' || !speaksOfToday(mention) || !mention.claims.default)
      return;
    const described = describeField(binding, { truth, schemas });
    const right = described.status === 'found' ? printable(described.default) : undefined;
    const { value, span } = mention.claims.default;
    if (described.status !== 'found' || right === undefined || isSame(value, right)) return;
    const operation = describeFactTarget(truth, target);
    report({
      message: 'wrong',
      at: { file, span },
      data: { operation, field: joinPath(pathOf(mention, target)), right, written: value },
      operation,
      truth: described.place,
      ...(target.certainty === 'likely' && { severity: 'warning' }),
      suggestions: [right],
      edits: target.certainty === 'certain' ? replacing(value, span, right) : [],
    });
  },
});

/** Objects, lists and long texts are described in words, and seldom the same. */
function printable(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 60 ? value : undefined;
}

function isSame(written: string, right: string): boolean {
  const plain = (text: string) =>
    text
      .trim()
      .replace(/^["'`]|["'`]$/g, '')
      .replace(/(?<=\d)[,_](?=\d{3})/g, '')
      .toLowerCase();
  if (plain(written) === plain(right)) return true;
  const numbers = [Number(plain(written)), Number(plain(right))];
  // A default in words (`current time`, `20 items`) is not compared.
  return numbers[0] === numbers[1] || /\s/.test(plain(written));
}
