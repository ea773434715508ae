import type { Finding } from '../model.ts';
import type { Rule } from '../rule.ts';

/**
 * A finding whose edits change words alone, or that has none. A rule knows no syntax: whether a word can stand where another one
 * stood, in a table, in quote marks or in an expression, follows from the marks in both.
 */
export function withSafeEdits(finding: Finding, rules: readonly Rule[], sourceOf: (file: string) => string): Finding {
  const { edits, file } = finding;
  if (edits.length === 0 || rules.some(({ id, editsMarks }) => editsMarks && id === finding.rule)) return finding;
  const text = sourceOf(file);
  const safe = edits.every(({ span, text: by }) => keepsSyntax(text.slice(span.start, span.end), by));
  return safe ? finding : { ...finding, edits: [] };
}

/** Whether a text has the same marks of Markdown, JSX, JSON and code as the one it replaces, and is a word where that is one. */
export function keepsSyntax(before: string, after: string): boolean {
  return after !== '' && marksOf(before) === marksOf(after) && kindOf(before) === kindOf(after);
}

function marksOf(text: string): string {
  return (text.match(/[\s\p{Cc}"'`|<>{}[\]()\\$*~&]/gu) ?? []).sort().join('');
}

/** In samples and expressions a number, `true` and a word are different things. */
function kindOf(text: string): 'keyword' | 'number' | 'word' {
  if (/^(?:true|false|null|undefined)$/.test(text)) return 'keyword';
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? 'number' : 'word';
}
