/** The JSON types that a guide's word for a type stands for; nothing where it says something else or is not understood. */
export function jsonTypesOf(word: string): readonly string[] | undefined {
  const text = word.trim().replace(/[`*_]/g, '').toLowerCase();
  if (text.length > 80) return undefined;
  const parts = splitUnion(text);
  const types = parts.map(typesOfPart);
  return types.every((each) => each !== undefined) ? [...new Set(types.flatMap((each) => each ?? []))] : undefined;
}

/** `string | null`, `string or number`, `string, nullable`. */
function splitUnion(text: string): readonly string[] {
  return text
    .replace(/^\?|\?$/g, '')
    .split(/\s*(?:\||,|\/|\bor\b)\s*/)
    .filter((part) => part !== '' && part !== 'nullable' && part !== 'optional' && part !== 'required');
}

const WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:array|list|arrays?|lists?|set|tuple)(?: of .{1,60}|\s*[<([].{0,60}[>)\]])?$|\[\]$|^\[.{0,60}\]$/, ['array']],
  [
    /^(?:str|string|text|uuid|uri|url|email|date|date-?time|datetime|iso ?8601(?: string)?|password|binary|base64|guid|string\s*[<(].{1,40}[>)])$/,
    ['string'],
  ],
  [/^(?:int|integer|int32|int64|long|short|integer\s*[<(].{1,40}[>)])$/, ['integer']],
  [/^(?:num|number|float|double|decimal|number\s*[<(].{1,40}[>)])$/, ['number']],
  [/^(?:bool|boolean)$/, ['boolean']],
  [/^(?:obj|object|map|dict|dictionary|hash|json object|record(?:<.{1,60}>)?|map(?:<.{1,60}>)?)$/, ['object']],
  [/^(?:null|none)$/, ['null']],
];

function typesOfPart(part: string): readonly string[] | undefined {
  return WORDS.find(([pattern]) => pattern.test(part))?.[1];
}
