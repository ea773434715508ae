import { expect, test } from 'vitest';
import type { Schema } from '../../../src/truth/schema/schema.ts';
import { openOrchard } from './orchard-schemas.ts';

test.each<[string, string, Partial<Schema>]>([
  ['null of OpenAPI 3.0', '{ type: string, nullable: true }', { types: ['string', 'null'], nullable: true }],
  ['null of Swagger 2.0', '{ type: string, x-nullable: true }', { types: ['string', 'null'] }],
  ['lists of types', '{ type: [string, "null", integer] }', { types: ['string', 'null', 'integer'] }],
  ['null among values', '{ type: string, enum: [a, null] }', { types: ['string', 'null'], values: ['a', null] }],
  ['types that follow from values', '{ enum: [1, 2] }', { types: ['number'], values: [1, 2] }],
  ['a constant', '{ const: oak }', { types: ['string'], values: ['oak'] }],
  ['a file', '{ type: file }', { types: [] }],
  [
    'a parameter of Swagger 2.0',
    '{ name: a, in: query, required: true, type: integer }',
    { types: ['integer'], required: new Set() },
  ],
  ['an object without members', '{ type: object }', { others: 'open' }],
  ['an object with members', '{ type: object, properties: { a: {} } }', { others: 'silent' }],
  ['a schema without a word', '{ description: nothing }', { others: 'silent', types: [] }],
  ['members of any kind', '{ properties: { a: {} }, additionalProperties: {} }', { others: 'open' }],
  ['no other members', '{ properties: { a: {} }, additionalProperties: false }', { others: 'closed' }],
  ['unevaluated members alone', '{ properties: { a: {} }, unevaluatedProperties: false }', { others: 'closed' }],
  ['unevaluated members beside others', '{ allOf: [{}], unevaluatedProperties: false }', { others: 'silent' }],
  ['true', 'true', { others: 'open', unknown: false }],
  ['false', 'false', { others: 'open', unknown: true }],
  ['a reference to nothing', "{ $ref: '#/components/schemas/Gone' }", { unknown: true }],
  ['a reference to itself', "{ $ref: '#/components/schemas/Tree' }", { unknown: true }],
  ['no schema', '7', { unknown: true }],
])('reads %s', async (_, text, expected) => {
  const { schemas, at } = await openOrchard(`\nTree: ${text}\n`);
  expect(schemas.open(at('Tree'))).toMatchObject(expected);
});

test('leads to what a schema contains, whatever it is called', async () => {
  const { schemas, at } = await openOrchard(`
Tree:
  properties: { a/b: {}, __proto__: {}, constructor: {} }
  patternProperties: { '^x-': {} }
  additionalProperties: { type: string }
  items: {}
  allOf: [{}]
  oneOf: [{}, {}]
  anyOf: [{}]
`);
  const tree = schemas.open(at('Tree'));
  const pointer = at('Tree').pointer;
  expect(tree.name).toBe('Tree');
  expect([...tree.properties.keys()].sort()).toEqual(['__proto__', 'a/b', 'constructor']);
  expect(tree.properties.get('a/b')?.pointer).toBe(`${pointer}/properties/a~1b`);
  expect(tree.patterns.map(({ matches }) => [matches('x-a'), matches('a')])).toEqual([[true, false]]);
  expect(tree.others).toEqual(at('Tree/additionalProperties'));
  expect(tree.items?.pointer).toBe(`${pointer}/items`);
  expect(tree.alternatives).toEqual([at('Tree/oneOf/0'), at('Tree/oneOf/1'), at('Tree/anyOf/0')]);
});

test('takes patterns that cannot be used for patterns that fit everything', async () => {
  const { schemas, at } = await openOrchard(`
Tree: { patternProperties: { '(': {}, '^(a+)+$': {} } }
`);
  const name = `${'a'.repeat(60)}!`;
  expect(schemas.open(at('Tree')).patterns.map(({ matches }) => matches(name))).toEqual([true, true]);
});

test('merges what YAML merges', async () => {
  const { schemas, at } = await openOrchard(`
Base: &base { type: object, properties: &members { a: {}, b: {} } }
Tree: { <<: *base, properties: { <<: *members, a: { type: string } } }
`);
  const tree = schemas.open(at('Tree'));
  expect(tree.types).toEqual(['object']);
  expect([...tree.properties.keys()]).toEqual(['a', 'b']);
  expect(tree.properties.get('b')?.pointer).toBe('/components/schemas/Tree/properties/<</b');
  expect(schemas.open(at('Tree/properties/a')).types).toEqual(['string']);
});

test('reads what stands beside a reference', async () => {
  const { schemas, at } = await openOrchard(`
Tree: { type: object, properties: { a: {} } }
Owner:
  properties:
    plain: { $ref: '#/components/schemas/Tree', description: the tree }
    maybe: { $ref: '#/components/schemas/Tree', nullable: true, deprecated: true, default: {} }
    more: { $ref: '#/components/schemas/Tree', properties: { b: {} } }
`);
  const open = (name: string) => schemas.open(at(`Owner/properties/${name}`));
  expect(open('plain')).toBe(schemas.open(at('Tree')));
  expect(open('maybe')).toMatchObject({ types: ['object', 'null'], deprecated: true, default: {} });
  expect([...open('maybe').properties.keys()]).toEqual(['a']);
  expect(open('more').allOf).toEqual([at('Tree')]);
  expect([...open('more').properties.keys()]).toEqual(['b']);
});

test('reads a map whose keys are listed as an object', async () => {
  const { schemas, at } = await openOrchard(`
Sides: { propertyNames: { $ref: '#/components/schemas/Side' }, additionalProperties: { type: integer } }
Side: { enum: [north, south] }
`);
  const sides = schemas.open(at('Sides'));
  expect([...sides.properties.keys()]).toEqual(['north', 'south']);
  expect(sides.others).toBe('closed');
});

test('knows what a discriminator chooses', async () => {
  const { schemas, at } = await openOrchard(`
Shape:
  oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }]
  discriminator: { propertyName: kind, mapping: { round: '#/components/schemas/Circle', edgy: Square, other: Elsewhere } }
Circle: {}
Square: {}
Old: { discriminator: kind }
`);
  const choices = schemas.open(at('Shape')).discriminator?.choices ?? new Map();
  expect(Object.fromEntries(choices)).toEqual({
    Circle: at('Shape/oneOf/0'),
    Square: at('Shape/oneOf/1'),
    round: at('Shape/oneOf/0'),
    edgy: at('Shape/oneOf/1'),
    other: at('Elsewhere'),
  });
  expect(schemas.open(at('Old')).discriminator).toEqual({ property: 'kind', choices: new Map() });
});
