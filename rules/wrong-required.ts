import { defineRule, speaksOfToday } from '../src/rule.ts';
import { joinPath } from '../src/text/list-names.ts';
import { describeFactTarget } from '../src/truth/openapi/lookup.ts';
import { describeField, pathOf } from '../src/truth/schema/described-field.ts';

/** Of answers guides say "required" in other senses, so only what is sent is judged. */
export default defineRule({
  id: 'wrong-required',
  summary: 'A guide must call required what the spec requires, and nothing else.',
  severity: 'error',
  messages: {
    required: 'The spec requires `{field}` of `{operation}`; the guide calls it optional.',
    optional: 'The spec does not require `{field}` of `{operation}`; the guide calls it required.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || mention.kind !== 'field' || target.where === 'response' || !speaksOfToday(mention))
      return;
    const claim = mention.claims.required;
    const described = describeField(binding, { truth, schemas });
    if (
      !claim ||
      described.status !== 'found' ||
      described.required === undefined ||
      described.required === claim.value
    )
      return;
    // What has a default need not be sent, whatever the spec's own list says.
    if (described.required && described.default !== undefined) return;
    // A spec that requires nothing beside it leaves such things out altogether.
    if (!described.required && !described.othersRequired) return;
    const operation = describeFactTarget(truth, target);
    report({
      message: described.required ? 'required' : 'optional',
      at: { file, span: claim.span },
      data: { operation, field: joinPath(pathOf(mention, target)) },
      operation,
      truth: described.place,
      severity: described.required && target.certainty === 'certain' ? 'error' : 'warning',
      suggestions: [described.required ? 'required' : 'optional'],
    });
  },
});
