const WORD =
  'strings?|str|text|number|numeric|integers?|ints?|u?int(?:8|16|32|64)|long|float(?:32|64)?|double|decimal|bool(?:ean)?s?|objects?|json|array|list|map|dict(?:ionary)?|record|set|file|binary|blob|bytes?|date(?:[ -]?time)?|timestamp|uuid|uri|url|email|null|any|unknown|enum|mixed|hash';
const ATOM = String.raw`(?:${WORD})(?:\s?[<[][\w\s,.|"'-]{0,60}[>\]])?(?:\[\]){0,3}`;
const LIST = String.raw`(?:arrays?|lists?|map|dict(?:ionary)?|set) of (?:[a-z][\w-]{0,20} ){0,2}?(?:numbers|${WORD}|objects)(?:\[\])?`;
const TYPE = new RegExp(
  String.raw`^(?:${LIST}|${ATOM})(?![\w-])(?:\s{0,2}(?:,\s?or\b|\||\bor\b|\/|,)\s{0,2}(?:${LIST}|${ATOM})(?![\w-])){0,6}\??`,
  'i',
);
const ONLY_TYPES = new RegExp(String.raw`^(?:${LIST}|${ATOM}|number|objects)$`, 'i');
const FOREIGN = /=>|\bPromise\b|\bReact|\bFunction\b|\bJSX\b|\bNode(?:JS)?\.|\bOmit<|\bPartial<|\bReadableStream\b|^--/;

/** The type expression at the start of a text: `array of strings`, `string | null`. Empty where there is none. */
export function typeAtStart(text: string): string {
  return TYPE.exec(text.slice(0, 200))?.[0].trimEnd() ?? '';
}

/** Whether more of a type follows than what was read of it: `string | { id: string }`. */
export function goesOn(rest: string): boolean {
  return /^\s{0,2}(?:[|&<[{]|or\b|,\s?or\b)/.test(rest);
}

/** Whether a text is the name of a type and nothing else. */
export function isTypeWord(text: string): boolean {
  return text.length <= 60 && ONLY_TYPES.test(text.trim());
}

/** Values of a programming language, which no request can carry: `() => void`, `Promise<Tree>`. */
export function isForeignType(text: string): boolean {
  return FOREIGN.test(text.slice(0, 300));
}

/** `Tree[]`, `array`, `list of trees`: what is inside is a step further. */
export function isListType(text: string): boolean {
  return /\[\]\s*\??$|^\s*(?:arrays?|lists?)\b|\b(?:Array|List)</i.test(text);
}
