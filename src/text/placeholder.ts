/** Each marks a text that stands for another one. General forms only: no word of any one API. */
const marks: readonly RegExp[] = [
  // Left out, or left empty.
  /^\s*$/,
  /\.\.\.|…/,
  // `<id>`, `{{id}}`, `${ID}`, `{id}`, `[id]`, `%ID%`, `%s`, `__ID__`
  /<[^<>]{1,200}>|\{[^{}"':,]{1,200}\}/,
  /^\[.{1,200}\]$|^\(.{1,200}\)$/s,
  /\$\w|%\w{1,60}%|^%[sdif]$|^__\w{1,60}__$/,
  /^[:@]\w/,
  // `YOUR_API_KEY`, `your-tree-id`, `tree-id-here`, `my_token`, `TREE_ID`
  /(?:^|[\s_\-/])(?:your|my)[\s_-]/i,
  /[\s_-]here$/i,
  /^[A-Z][A-Z0-9_]{0,60}_(?:ID|UUID|UID|KEY|TOKEN|SECRET|NAME|URL|URI|VALUE)$/,
  // `xxx`, `sk_XXXX`, `***`, `•••`, `###`, `???`
  /x{3,}|[*•#?]{3,}|_{3,}/i,
  // `YYYY-MM-DD`
  /YYYY/,
  // `asc|desc`, `asc | desc`, `one/two` stay values of their own: a slash is common in them.
  /[^|]\|[^|]/,
];

/** A type word where a value should stand. */
const typeWords =
  /^(?:string|str|number|numeric|int|int32|int64|integer|float|double|decimal|bool|boolean|object|dict|array|null|none|any|datetime|date-time|timestamp|uuid|guid)(?:\[\])?\??$/i;

/** Whether a text stands for a value instead of being one: `<id>`, `YOUR_KEY`, `string`, `...`, or a sentence about it. */
export function isPlaceholder(text: string): boolean {
  const start = text.slice(0, 1000);
  return typeWords.test(start) || marks.some((mark) => mark.test(start)) || isSentence(start);
}

/** Four words or more tell a reader something. */
function isSentence(text: string): boolean {
  return /^\S{1,100}(?:\s{1,5}\S{1,100}){3}/.test(text);
}

const INSIDE = /<[A-Za-z_][^<>]*>|\$\{|\$[A-Za-z_]|\{\{|\$\(|\{[A-Za-z_][\w.-]*\}|%[sd]\b|…/;

/** Whether some of a value is a placeholder, as in `Bearer $TOKEN`. */
export function holdsPlaceholder(text: string): boolean {
  return isPlaceholder(text) || INSIDE.test(text.slice(0, 2000));
}
