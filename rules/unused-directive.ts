import type { Directive } from '../src/model.ts';
import { defineRule } from '../src/rule.ts';

/** A directive that silences nothing hides the drift of tomorrow. */
export default defineRule({
  id: 'unused-directive',
  summary: 'A directive must silence something, and name rules that exist.',
  severity: 'warning',
  messages: {
    unused: '`{directive}` silences nothing; remove it.',
    'unused-rules': '`{directive}` silences nothing of {rules}; remove it.',
    unknown: 'There is no rule `{name}` to silence.',
    misspelt: 'There is no rule `{name}` to silence; did you mean `{nearest}`?',
  },
  directive({ file, directive, used, unknownRules }, { report }) {
    const at = { file, span: directive.span };
    for (const { name, nearest } of unknownRules) {
      if (nearest === undefined) report({ message: 'unknown', at, data: { name } });
      else report({ message: 'misspelt', at, data: { name, nearest }, suggestions: [nearest] });
    }
    if (used || unknownRules.length > 0) return;
    const name = nameOf(directive.kind);
    if (directive.rules.length === 0) report({ message: 'unused', at, data: { directive: name } });
    else {
      const rules = directive.rules.map((rule) => `\`${rule}\``).join(', ');
      report({ message: 'unused-rules', at, data: { directive: name, rules } });
    }
  },
});

/** The directive as a writer types it. */
function nameOf(kind: Directive['kind']): string {
  return kind === 'ignore-fence' ? 'specwins-ignore' : `specwins-${kind}`;
}
