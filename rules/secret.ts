import { defineRule } from '../src/rule.ts';

/** What a guide shows, everybody has: a credential in it is lost, whether it was meant as a sample or not. */
export default defineRule({
  id: 'secret',
  summary: 'A guide must not show a credential that looks real.',
  severity: 'error',
  messages: {
    found: 'This looks like {kind}; write a placeholder such as `{placeholder}`, and revoke it if it was ever valid.',
  },
  page({ file }, { report, secretsIn, vocabulary }) {
    for (const { kind, placeholder, span, value } of secretsIn(file)) {
      // What the spec prints itself, as an example or a default, its authors have looked at.
      if (linesOf(value).every((line) => vocabulary.occursAnywhere(line))) continue;
      report({
        message: 'found',
        at: { file, span },
        data: { kind, placeholder },
        suggestions: [placeholder],
        redacted: true,
      });
    }
  },
});

/** A private key stands in a spec as one text, whatever its line ends. */
function linesOf(value: string): readonly string[] {
  return value.split(/\\n|\s+/);
}
