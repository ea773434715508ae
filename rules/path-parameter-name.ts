import { distance } from 'fastest-levenshtein';
import type { PathSegment, SegmentPair } from '../src/model.ts';
import { defineRule, replacing, speaksOfToday } from '../src/rule.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';

/**
 * Guides rightly shorten and respell parameters: `:id` for `{file_id}`, `{indexUid}` for `{index_uid}`. What is left is
 * a name that is almost the spec's and yet another one, which a reader will look for in vain.
 */
export default defineRule({
  id: 'path-parameter-name',
  summary: 'A path parameter that is almost called what the spec calls it must be called just that.',
  severity: 'warning',
  messages: {
    almost: 'The parameter of `{path}` is called `{name}`, not `{written}`.',
  },
  operation({ file, mention, target }, { report, truth }) {
    if (target.status !== 'bound' || !target.pairs || !speaksOfToday(mention)) return;
    const operation = operationAt(truth, target.operations[0] ?? '');
    if (!operation) return;
    for (const { segment, name } of target.pairs.flatMap(almostNamed)) {
      const text = segment.text.replace(segment.name, () => name);
      report({
        message: 'almost',
        at: { file, span: segment.span },
        data: { path: target.template, name, written: segment.name },
        operation: describeOperation(operation),
        truth: operation.place,
        suggestions: [text],
        // In code a parameter may be a variable that is named elsewhere too.
        edits: mention.source === 'call' ? [] : replacing(segment.text, segment.span, text),
      });
    }
  },
});

type ParameterSegment = Extract<PathSegment, { kind: 'parameter' }>;

function almostNamed({ mention, spec }: SegmentPair): { segment: ParameterSegment; name: string }[] {
  if (mention.kind !== 'parameter' || spec.kind !== 'template' || !['brace', 'colon'].includes(mention.style))
    return [];
  const [name, ...others] = spec.names;
  if (name === undefined || others.length > 0) return [];
  const [written, right] = [plain(mention.name), plain(name)];
  const shortened =
    right.endsWith(written) || written.endsWith(right) || right.startsWith(written) || written.startsWith(right);
  // `uid` is no short form of `uuid`: it starts like it and ends like it, but names another kind of id.
  const short = shortened && Math.abs(written.length - right.length) > 1;
  if (written === right || short || written === 'id' || /^\W*$/.test(written)) return [];
  return distance(written, right) <= 2 && Math.min(written.length, right.length) >= 3
    ? [{ segment: mention, name }]
    : [];
}

/** Without case and separators; `tree_uid` and `tree_id` are one name, since `uid` says no more than `id` does. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?<=[a-z])(?<!u)uid$/, 'id');
}
