import type { FactBinding } from '../src/model.ts';
import { defineRule, type RuleContext, speaksOfToday } from '../src/rule.ts';
import { listNames } from '../src/text/list-names.ts';
import { describeOperation, operationAt } from '../src/truth/openapi/lookup.ts';
import { overlap } from '../src/truth/schema/overlap.ts';
import { reportableMember, unknownMembers } from '../src/truth/schema/unknown-members.ts';

export default defineRule({
  id: 'unknown-body-field',
  summary: 'A guide may only send fields that the spec gives the body.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    other: '`{operation}` takes no field `{field}`; all of this body is taken by {others}.',
    similar: '`{operation}` takes no field `{field}`; did you mean `{nearest}`?',
    elsewhere: '`{operation}` takes no field `{field}`; it belongs at `{path}`.',
    unknown: '`{operation}` takes no field `{field}`; the spec has {names}.',
    several: '`{operation}` takes no fields {fields}; the spec has {names}.',
    none: '`{operation}` takes no field `{field}`.',
  },
  fact(binding, { report, truth, schemas, pages }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || target.where !== 'request' || !speaksOfToday(mention)) return;
    const members = unknownMembers(binding, target, { truth, schemas });
    const others = members.length > 0 ? takersOf(binding, { truth, schemas }) : [];
    const call = mention.request === undefined ? undefined : pages.get(file)?.mentions[mention.request];
    for (const member of members) {
      const problem = reportableMember(member, file, target, truth);
      if (others.length === 0 || member.nearest !== undefined || member.above.length > 0) report(problem);
      else {
        const { operation, field } = problem.data;
        const address = call?.kind === 'operation' && call.target ? [{ file, span: call.target.span }] : [];
        const related = [...address, ...problem.related];
        const data = { operation, field, others: listNames(others) };
        report({ ...problem, message: 'other', data, suggestions: [], edits: [], related });
      }
    }
  },
});

/** More operations than these have all names by chance. */
const MOST_TAKERS = 3;

/** The other operations of the same method that take all that a sample sends: the body betrays the wrong path. */
function takersOf({ mention, target }: FactBinding, { truth, schemas }: Pick<RuleContext, 'schemas' | 'truth'>) {
  const [key = ''] = target.status === 'bound' ? target.operations : [];
  const own = operationAt(truth, key);
  if (mention.kind !== 'payload' || mention.request === undefined || !own) return [];
  const takers = Object.values(truth.operations).filter(({ spec, method, body, key: other }) => {
    if (other === key || spec !== own.spec || method !== own.method || !body) return false;
    const roots = body.content.flatMap(({ schema }) => schema ?? []);
    const { known, unknown } = overlap(schemas, roots, mention.value);
    return known > 1 && unknown === 0;
  });
  return takers.length > MOST_TAKERS ? [] : takers.map(describeOperation);
}
