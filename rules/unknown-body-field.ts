import { defineRule, speaksOfToday } from '../src/rule.ts';
import { reportableMember, unknownMembers } from '../src/truth/schema/unknown-members.ts';

export default defineRule({
  id: 'unknown-body-field',
  summary: 'A guide may only send fields that the spec gives the body.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    similar: '`{operation}` takes no field `{field}`; did you mean `{nearest}`?',
    elsewhere: '`{operation}` takes no field `{field}`; it belongs at `{path}`.',
    unknown: '`{operation}` takes no field `{field}`; the spec has {names}.',
    several: '`{operation}` takes no fields {fields}; the spec has {names}.',
    none: '`{operation}` takes no field `{field}`.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || target.where !== 'request' || !speaksOfToday(mention)) return;
    for (const member of unknownMembers(binding, target, { truth, schemas })) {
      report(reportableMember(member, file, target, truth));
    }
  },
});
