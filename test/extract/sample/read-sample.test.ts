import { describe, expect, it } from 'vitest';
import { readSample } from '../../../src/extract/sample/read-sample.ts';
import { verbatim } from '../../../src/text/source-text.ts';
import { showSample } from '../describe-fact.ts';

/** Values in one line each: strings quoted, unknown values as `?text`, `...` where something was left out. */
function read(text: string): readonly string[] {
  return (
    readSample(verbatim(text))?.values.map(
      ({ value, fragment, label }) =>
        `${label === undefined ? '' : `[${label}] `}${fragment ? 'part ' : ''}${showSample(value)}`,
    ) ?? []
  );
}

describe('JSON', () => {
  it.each([
    ['{}', '{}'],
    ['[]', '[]'],
    [
      ' {"kind":"apple","age":12,"ripe":true,"rows":[1,-2.5e3],"pest":null} ',
      '{kind: "apple", age: 12, ripe: true, rows: [1, -2.5e3], pest: null}',
    ],
    ['{"name":"a\\"b\\u0041\\n"}', '{name: "a\\"bA\\n"}'],
    ['{"a":{"b":{"c":[{"d":1}]}}}', '{a: {b: {c: [{d: 1}]}}}'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what is left out', () => {
  it.each([
    ['{ ... }', '{...}'],
    ['{\n  "a": 1,\n  ...\n}', '{a: 1, ...}'],
    ['{\n  "a": 1\n  …\n}', '{a: 1, ...}'],
    ['{ "a": 1, ... }', '{a: 1, ...}'],
    ['{ ..., "a": 1 }', '{a: 1, ...}'],
    ['{ "a": ..., "b": 2 }', '{a: ?..., b: 2, ...}'],
    ['{ "a": { ... }, "b": [ ... ] }', '{a: {...}, b: [...]}'],
    ['[1, 2, ...]', '[1, 2, ...]'],
    ['[{ "a": 1 }, ...more trees]', '[{a: 1}, ...]'],
    ['["a", "..."]', '["a", ?..., ...]'],
    ['{ "a": 1, "..." }', '{a: 1, ...}'],
    ['{ "a": 1, "...": "..." }', '{a: 1, ...}'],
    ['{ "a": "apple..." }', '{a: "apple..."}'],
    ['{ "a": 1 // ...\n}', '{a: 1, ...}'],
    ['{ "a": 1, /* other fields */ }', '{a: 1, ...}'],
    ['{ "a": 1, // the age\n }', '{a: 1}'],
    ['{ ...tree, "a": 1 }', '{a: 1, ...}'],
    ['{ "a": { "b": 1 }', '{a: {b: 1}, ...}'],
    ['{ "a": [1, 2', '{a: [1, 2, ...], ...}'],
    ['{ "a": "unclosed', '{a: ?"unclosed, ...}'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what people write', () => {
  it.each([
    ['{ "a": 1, }', '{a: 1}'],
    ['{ "a": 1\n "b": 2 }', '{a: 1, b: 2}'],
    ['{ "a": 1 "b": 2, "c": 3 }', '{a: ?1 "b": 2, c: 3, ...}'],
    ['# a\n{ "a": 1 # one\n}', '[a] {a: 1}'],
    ['{ kind: \'apple\', "rows": [1,], }', '{kind: "apple", rows: [1]}'],
    ['{ "a": string, "b": <uuid>, "c": number | null // x\n}', '{a: ?string, b: ?<uuid>, c: ?number | null}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: shell writes it so
    ['{ "a": YOUR_KEY, "b": $ID, "c": ${ID}, "d": {{ id }} }', '{a: ?YOUR_KEY, b: ?$ID, c: ?${ID}, d: ?{{ id }}}'],
    ['{ "a": "x" | "y", "b": f("}", [1]) }', '{a: ?"x" | "y", b: ?f("}", [1])}'],
    ['{ "a": , "b": 007 }', '{a: ?, b: ?007}'],
    ['{ “a”: 1,\n "b": “x”,\n "c": 3 }', '{b: ?“x”, c: 3, ...}'],
    ['{ "a”: 1,\n "c": "d”,\n "e": 3 }', '{c: ?"d”, e: 3, ...}'],
    ['{ "<kind>": 1, "{{x}}": 2, "$ref": "#/a" }', '{$ref: "#/a", ...}'],
    ['{ "a": "one\n two", "b": 1 }', '{a: "one\\n two", b: 1}'],
    ['{ "a"?: string; "b": 1 }', '{a: ?string, b: 1}'],
    ['{ here: be, [dragons]: 1, "a": 1 }', '{here: ?be, a: 1, ...}'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('may come as several documents, or without braces', () => {
    expect(read('{"a":1}\n{"a":2}\n')).toEqual(['{a: 1}', '{a: 2}']);
    expect(read('// Request\n{"a":1}\n\n// Response\n{"b":2}')).toEqual(['[Request] {a: 1}', '[Response] {b: 2}']);
    expect(read('{"a":1}, {"a":2},')).toEqual(['{a: 1}', '{a: 2}']);
    expect(read('"a": { "b": 1 },\n"c": 2')).toEqual(['part {a: {b: 1}, c: 2, ...}']);
    expect(read('...\n"a": 1\n...')).toEqual(['part {a: 1, ...}']);
    expect(read('{ "a": [1, 2}, "b": 3 }')).toEqual(['{a: [1, 2, ...]}', 'part {b: 3, ...}']);
  });

  it.each(['', 'GET /trees', 'kind: apple', '"apple"', '12', 'event: x\ndata: {"a":1}', '// nothing'])(
    '"%s" is no sample',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it('tells whether all of it was read', () => {
    const clean = (text: string) => {
      const read = readSample(verbatim(text));
      return read?.tidy && read.end === text.length;
    };
    expect(clean('{ "a": 1, ... } // x')).toBe(true);
    expect(clean('{ trees { id } }')).toBe(false);
    expect(clean('{ "a": 1 } and more')).toBe(false);
  });
});

describe('a hostile text', () => {
  it.each([
    '{"a":',
    '[',
    '{',
    '"',
    '\\"',
    "'",
    '`',
    '{"a": x (',
    '{"a": "\\',
    '{"a": "b\n',
    '/*',
    '//',
    '<',
    '...',
    '{"a": <',
    '{{',
    '{"a":{{',
    '"a": (\n',
    '“a": "',
    '[,',
    ', ',
    '}',
    '{"a": 1 "b',
  ])('may repeat %s without end', (text) => {
    for (const lead of ['', '{"a": ', '["']) readSample(verbatim(lead + text.repeat(100_000)));
    expect(readSample(verbatim(`{"a":${'['.repeat(200)}`))).toBeUndefined();
  });
});
