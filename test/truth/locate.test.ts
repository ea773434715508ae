import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { createLocator, locateTruth } from '../../src/truth/openapi/locate.ts';
import { joinPointer } from '../../src/truth/schema/json.ts';

const lineIn = (text: string, pointer: string) => locateTruth({ file: 'orchard', pointer }, () => text);

const yaml = `# The orchard
---
openapi: 3.1.0   # comment
info:
  description: |
    paths:
      /trees: not here
    # nor here
  title: "a: b"
"paths":

  /trees/{tree}:
    # what one can do
    get:
      summary: 'it''s "ripe"'
      parameters:
      - name: tree
        in: path
      -
        name: ripe
      - { name: color, in: query,
          schema: { enum: [red, "gr]een",
            blue] } }
      responses:
        200: {description: fine}
        '404':
          description: >-
            folded: text
            get: nothing
  '/it''s': &leaves
    get: {}
  "/tab\\tbed": *leaves
  /~home: !tag
    put: {}
x-list:
- - a
  - b
- key: value
  "quoted key" : other
x-plain: some: text
`;

test.each([
  ['', 3],
  ['/openapi', 3],
  ['/info/description', 5],
  ['/info/title', 9],
  ['/paths', 10],
  ['/paths/~1trees~1{tree}', 12],
  ['/paths/~1trees~1{tree}/get', 14],
  ['/paths/~1trees~1{tree}/get/parameters', 16],
  ['/paths/~1trees~1{tree}/get/parameters/0', 17],
  ['/paths/~1trees~1{tree}/get/parameters/0/name', 17],
  ['/paths/~1trees~1{tree}/get/parameters/0/in', 18],
  ['/paths/~1trees~1{tree}/get/parameters/1/name', 20],
  ['/paths/~1trees~1{tree}/get/parameters/2', 21],
  ['/paths/~1trees~1{tree}/get/parameters/2/schema', 22],
  ['/paths/~1trees~1{tree}/get/parameters/2/schema/enum/1', 22],
  ['/paths/~1trees~1{tree}/get/parameters/2/schema/enum/2', 23],
  ['/paths/~1trees~1{tree}/get/responses/200/description', 25],
  ['/paths/~1trees~1{tree}/get/responses/404', 26],
  ["/paths/~1it's", 30],
  ['/paths/~1tab\tbed', 32],
  ['/paths/~1tab\tbed/get', 31],
  ['/paths/~1~0home', 33],
  ['/paths/~1~0home/put', 34],
  ['/x-list/0/1', 37],
  ['/x-list/1', 38],
  ['/x-list/1/quoted key', 39],
])('finds %s in YAML', (pointer, line) => {
  expect(lineIn(yaml, pointer)).toBe(line);
  expect(lineIn(yaml.replaceAll('\n', '\r\n'), pointer)).toBe(line);
});

const json = `{
  "openapi": "3.1.0", "info": { "title": "a \\"}{\\\\" },
  "paths": {
    "\\/trees\\/{tree}": {
      "get": { "parameters": [ { "name": "tree" },
        { "name": "ripe" }
      ] }
    },
    "/a~b": {}, "x": [[1, 2],
      [3]]
  }
}`;

test.each([
  ['', 1],
  ['/info/title', 2],
  ['/paths/~1trees~1{tree}', 4],
  ['/paths/~1trees~1{tree}/get', 5],
  ['/paths/~1trees~1{tree}/get/parameters/1', 6],
  ['/paths/~1trees~1{tree}/get/parameters/1/name', 6],
  ['/paths/~1a~0b', 9],
  ['/paths/x/0/1', 9],
  ['/paths/x/1/0', 10],
])('finds %s in JSON', (pointer, line) => {
  expect(lineIn(json, pointer)).toBe(line);
  expect(lineIn(`\uFEFF${json}`, pointer)).toBe(line);
});

test('follows aliases in flow collections, and anchors of their own', () => {
  const text = 'tree: &tree\n  leaf: green\nboth: &both { a: &a { b: c },\n  d: *tree, e: [*a] }\nf: { g: *both }\n';
  expect(lineIn(text, '/both/a/b')).toBe(3);
  expect(lineIn(text, '/both/d/leaf')).toBe(2);
  expect(lineIn(text, '/both/e/0')).toBe(4);
  expect(lineIn(text, '/both/e/0/b')).toBe(3);
  expect(lineIn(text, '/f/g/d/leaf')).toBe(2);
});

test('finds everything in JSON that stands on one line', () => {
  const text = JSON.stringify(JSON.parse(json));
  expect(lineIn(text, '/paths/~1trees~1{tree}/get/parameters/1')).toBe(1);
});

test('answers nothing where the file is gone or has changed', () => {
  expect(locateTruth({ file: 'orchard', pointer: '/paths' }, () => undefined)).toBeUndefined();
  for (const text of [yaml, json]) {
    expect(lineIn(text, '/paths/~1leaves')).toBeUndefined();
    expect(lineIn(text, '/openapi/version/deep')).toBeUndefined();
    expect(lineIn(text, '/paths/~1trees~1{tree}/get/parameters/9')).toBeUndefined();
  }
});

test.each([
  '',
  '\n',
  '#',
  '{',
  '{"a',
  '{"a":',
  '[[[',
  '}',
  ']{',
  'a: {b',
  ': :',
  '- - -',
  '*a',
  '&a *a',
  "'",
  '{:,]}',
  'a: &b *b',
])('comes to an end in %j', (text) => {
  expect(() => lineIn(text, '/a/0/b')).not.toThrow();
  expect(() => lineIn(text, '/0/0')).not.toThrow();
});

test('answers a line of the text or nothing, whatever the text', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    ': ',
    ':',
    '\n',
    '\n  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '#',
    ' ',
    '&a ',
    '*a',
    '|',
  );
  const token = fc.constantFrom('a', 'b', '0', '1');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(token, { maxLength: 4 }), (pieces, tokens) => {
      const text = pieces.join('');
      const line = lineIn(text, tokens.map((each) => `/${each}`).join('')) ?? 1;
      return line >= 1 && line <= text.split('\n').length;
    }),
    { numRuns: 2000 },
  );
});

const corpora = join(import.meta.dirname, '../../../shared/corpora');

test
  .skipIf(!existsSync(corpora))
  .each(['ollama/docs/openapi.yaml', 'trigger.dev/docs/v3-openapi.yaml', 'anycrawl/apps/docs/openapi.json'])(
  'agrees with a parser on every key and item of ../shared/corpora/%s',
  (file) => {
    const text = readFileSync(join(corpora, file), 'utf8');
    const locate = createLocator(() => text);
    const expected = linesByParser(text);
    expect(expected.size).toBeGreaterThan(1000);
    const found = [...expected.keys()].map((pointer) => [pointer, locate({ file, pointer })]);
    expect(found).toEqual([...expected]);
  },
);

function linesByParser(text: string): ReadonlyMap<string, number> {
  const lineCounter = new LineCounter();
  const lines = new Map<string, number>();
  const walk = (node: unknown, pointer: string): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const child = joinPointer(pointer, String(key.value));
        lines.set(child, lineCounter.linePos(key.range?.[0] ?? 0).line);
        walk(value, child);
      }
    }
    if (!isSeq(node)) return;
    for (const [i, item] of node.items.entries()) {
      const child = joinPointer(pointer, i);
      if (isMap(item) || isSeq(item) || isScalar(item))
        lines.set(child, lineCounter.linePos(item.range?.[0] ?? 0).line);
      walk(item, child);
    }
  };
  walk(parseDocument(text, { lineCounter }).contents, '');
  return lines;
}
