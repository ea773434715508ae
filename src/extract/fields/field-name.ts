import type { Phrase } from '../phrase/phrase.ts';
import type { Range } from '../phrase/ranges.ts';

/** A field as one text names it: `tree.fruits[].weight`. Ranges are in the phrase's text. */
export interface NamedField extends Range {
  readonly path: readonly string[];
  /** The `?` of `weight?`. */
  readonly optional?: Range;
}

const WORD = String.raw`[A-Za-z_][\w-]{0,79}`;
const INDEX = String.raw`(?:\[[\w*-]{0,30}\]){0,2}`;
const NAME = new RegExp(String.raw`^(?:\[\]\.)?${WORD}${INDEX}(?:\.${WORD}${INDEX}){0,9}$`);
/** Words that stand for a value and never for a field. */
const LITERAL = /^(?:true|false|null|nil|none|undefined|NaN|v\d+)$/i;
const FILE_OR_HOST =
  /\.(?:json|jsonl|ndjson|ya?ml|toml|mdx?|txt|csv|[cm]?[jt]sx?|py|sh|go|rb|java|php|rs|html?|css|xml|env|ini|conf|cfg|lock|log|zip|tar|gz|pdf|png|jpe?g|svg|gif|pem|crt|sql|jsonnet|proto|com|io|dev|org|net|example|app|cloud|ai)$/i;
/** Constants and environment variables. */
const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;
const HEADER =
  /^(?:X-[\w-]+|[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+|Authorization|Accept|Cookie|ETag|Location|Origin|Host|Prefer|Range|Link|Date|Age|Vary|Via)$/;

/** The steps to a field, or nothing where a text does not look like the name of one. */
export function parseFieldName(text: string): readonly string[] | undefined {
  if (text.length > 160 || !NAME.test(text) || LITERAL.test(text) || isConstant(text)) return undefined;
  if (FILE_OR_HOST.test(text) || /^www\./.test(text)) return undefined;
  // `filter[name]` is what a query string calls one parameter.
  if (/^[\w-]+\[[A-Za-z_]{3,}\]$/.test(text)) return [text];
  const steps = text.split('.').flatMap((step) => splitIndexes(step));
  return steps.includes('') ? undefined : steps;
}

/** `ORCHARD_URL`, `GET`, `MAX`: nothing that a JSON document calls a field. */
export function isConstant(text: string): boolean {
  return text.length > 1 && CONSTANT.test(text);
}

/** `X-Orchard-Id`, `Content-Type`, `Authorization`. */
export function isHeaderName(text: string): boolean {
  return text.length <= 80 && HEADER.test(text);
}

/** A name that no English word spells: with an underscore, a capital inside, or several steps. */
export function looksLikeIdentifier(path: readonly string[]): boolean {
  return path.length > 1 || /_|[a-z][A-Z]/.test(path[0] ?? '');
}

/** The field that the text from `start` to `end` names, without the marks of an optional one around it. */
export function readFieldName(phrase: Phrase, start: number, end: number): NamedField | undefined {
  const text = phrase.text.slice(start, end);
  const lead = text.length - text.trimStart().length;
  const name = text.trim().replace(/[?*†]{1,2}$/, '');
  const path = parseFieldName(name);
  if (!path) return undefined;
  const from = start + lead;
  const to = from + name.length;
  const optional = phrase.text[to] === '?' && to < end ? { start: to, end: to + 1 } : undefined;
  return { start: from, end: to, path, ...(optional && { optional }) };
}

/** `fruits[0]` is a step to the list and one into its items. */
function splitIndexes(step: string): readonly string[] {
  const [name = '', ...indexes] = step.split('[');
  if (!indexes.every((index) => /^(?:\d{0,4}|\*|[a-z]|index|idx)\]$/i.test(index))) return [''];
  return name === '' ? indexes.map(() => '[]') : [name, ...indexes.map(() => '[]')];
}
