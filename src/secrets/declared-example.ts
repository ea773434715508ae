import type { Span } from '../model.ts';

const WORDS = String.raw`(?:examples?|samples?|dummy|fake|mock(?:ed)?|demo|placeholders?|fictional|made[- ]up|invented|redacted|revoked|expired|invalid|rotated|throwaway|not (?:an? )?(?:real|valid|live)|e\.g\.|such as|looks? like|for illustration)`;
const NOUNS = String.raw`(?:keys?|tokens?|secrets?|credentials?|passwords?|values?|jwts?|urls?|pairs?|dsn|strings?)`;

/** `example: ghp_…`, `EXAMPLE_KEY=…`, "an example token, `…`", "e.g. `…`" */
const BEFORE = new RegExp(
  String.raw`(?<![a-z0-9.@/-])${WORDS}(?![./@]\w)(?:[\s_-]{1,3}[\w-]{1,30}){0,3}[^\w\n]{0,12}$`,
  'i',
);
/** `… # example`, "… (revoked)", "… is not a real key" */
const AFTER = new RegExp(String.raw`^[^\w\n]{0,12}(?:[\w'’]{1,20}[ ,]{1,2}){0,4}${WORDS}(?![./@-]?\w)`, 'i');
/** "The keys below are examples", "this example token", "a revoked key", around the value. */
const ABOUT = new RegExp(
  String.raw`\b${WORDS} (?:[\w-]{1,20} ){0,2}${NOUNS}\b|\b${NOUNS} (?:[\w-]{1,20} ){0,2}(?:is|are|was|were|has been|have been) (?:[\w-]{1,20} )?${WORDS}\b`,
  'i',
);
const EXAMPLE_COLUMN = /\b(?:examples?|samples?|placeholders?)\b/i;

/** How many lines above and below may speak of a value. */
const NEAR = 3;

/** Whether the text around a value says itself that it is an example, or that it is void. */
export function isDeclaredExample(text: string, { start, end }: Span): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  // Lines of a page may be very long; what stands far away says nothing of the value.
  const before = text.slice(Math.max(lineStart, start - 200), start);
  const after = text.slice(end, Math.min(lineEnd, end + 200));
  if (BEFORE.test(before) || AFTER.test(after) || ABOUT.test(before) || ABOUT.test(after)) return true;
  const around = [...linesAbove(text, lineStart), ...linesBelow(text, lineEnd)];
  return around.some((line) => ABOUT.test(line)) || standsInExampleColumn(text, lineStart, start);
}

function linesAbove(text: string, lineStart: number): readonly string[] {
  return text
    .slice(Math.max(0, lineStart - 1000), lineStart)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-NEAR);
}

function linesBelow(text: string, lineEnd: number): readonly string[] {
  return text
    .slice(lineEnd, lineEnd + 1000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, NEAR);
}

/** A column headed "Example" holds examples. */
function standsInExampleColumn(text: string, lineStart: number, start: number): boolean {
  const row = text.slice(lineStart, start);
  if (!row.trimStart().startsWith('|')) return false;
  const rows = text
    .slice(Math.max(0, lineStart - 20_000), lineStart)
    .split('\n')
    .slice(0, -1);
  const first = rows.findLastIndex((line) => !line.trimStart().startsWith('|')) + 1;
  const head = rows[first]?.split('|')[row.split('|').length - 1];
  return head !== undefined && EXAMPLE_COLUMN.test(head);
}
