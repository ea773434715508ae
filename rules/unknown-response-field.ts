import { defineRule, speaksOfToday } from '../src/rule.ts';
import { reportableMember, unknownMembers } from '../src/truth/schema/unknown-members.ts';

export default defineRule({
  id: 'unknown-response-field',
  summary: 'A guide may only show or read fields that the spec gives the answer.',
  severity: 'error',
  joinsPlaces: true,
  messages: {
    similar: '`{operation}` answers with no field `{field}`; did you mean `{nearest}`?',
    elsewhere: '`{operation}` answers with no field `{field}`; it is at `{path}`.',
    unknown: '`{operation}` answers with no field `{field}`; the spec has {names}.',
    none: '`{operation}` answers with no field `{field}`.',
    several: '`{operation}` answers with no fields {fields}; the spec has {names}.',
  },
  fact(binding, { report, truth, schemas }) {
    const { file, mention, target } = binding;
    if (target.status !== 'bound' || target.where !== 'response' || !speaksOfToday(mention)) return;
    for (const member of unknownMembers(binding, target, { truth, schemas })) {
      report(reportableMember(member, file, target, truth));
    }
  },
});
