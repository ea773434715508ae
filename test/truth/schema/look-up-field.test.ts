import { expect, test } from 'vitest';
import { lookUpField } from '../../../src/truth/schema/look-up-field.ts';
import { openOrchard } from './orchard-schemas.ts';

const orchard = `
Tree: { type: object, properties: { name: { type: string } } }
Closed: { type: object, properties: { name: {} }, additionalProperties: false }
Free: { type: object }
Map: { type: object, additionalProperties: { type: integer } }
Pattern: { type: object, properties: { a: {} }, patternProperties: { '^x-': { type: string } } }
Child: { allOf: [{ $ref: '#/components/schemas/Tree' }, { properties: { age: {} } }, { description: no word }] }
Loose: { allOf: [{ $ref: '#/components/schemas/Tree' }, { $ref: '#/components/schemas/Free' }] }
Either: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { properties: { leaf: {} } }, { type: string }, { type: 'null' }] }
EitherOpen: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { $ref: '#/components/schemas/Free' }] }
EitherGone: { anyOf: [{ $ref: '#/components/schemas/Tree' }, { $ref: '#/components/schemas/Gone' }] }
OneNeeded: { properties: { a: {}, b: {} }, oneOf: [{ required: [a] }, { required: [b] }] }
Beside: { properties: { a: {} }, anyOf: [{ properties: { b: {} } }, {}] }
BesideNothing: { anyOf: [{ properties: { b: {} } }, {}] }
Conditional: { properties: { a: {} }, if: {}, then: { properties: { b: {} } }, not: { required: [a] } }
Round: { allOf: [{ $ref: '#/components/schemas/Back' }], properties: { a: {} } }
Back: { allOf: [{ $ref: '#/components/schemas/Round' }], oneOf: [{ $ref: '#/components/schemas/Round' }] }
Animal: { type: object, discriminator: kind, properties: { kind: {} } }
Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { properties: { bark: {} } }] }
Shape: { discriminator: { propertyName: kind }, oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }], properties: { kind: {} } }
Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { properties: { radius: {} } }] }
Square: { allOf: [{ $ref: '#/components/schemas/Shape' }, { properties: { side: {} } }] }
Text: { type: string }
`;

test.each([
  ['a member', 'Tree', 'name', 'found'],
  ['no such member', 'Tree', 'nome', { names: ['name'], closed: false }],
  ['no such member where others are forbidden', 'Closed', 'nome', { names: ['name'], closed: true }],
  ['any member of an object without a word on members', 'Free', 'nome', 'open'],
  ['a key of a map', 'Map', 'anything', 'found'],
  ['a name that fits a pattern', 'Pattern', 'x-a', 'found'],
  ['a name that fits no pattern', 'Pattern', 'y-a', { names: ['a'], closed: false }],
  ['an inherited member', 'Child', 'name', 'found'],
  ['no such member in all parts', 'Child', 'nome', { names: ['name', 'age'], closed: false }],
  ['any member where a part is open', 'Loose', 'nome', 'open'],
  ['a member of one alternative', 'Either', 'leaf', 'found'],
  ['no such member in all alternatives', 'Either', 'nome', { names: ['name', 'leaf'], closed: false }],
  ['any member where an alternative is open', 'EitherOpen', 'nome', 'open'],
  ['any member where an alternative is unknown', 'EitherGone', 'nome', 'open'],
  ['no such member beside alternatives that only require', 'OneNeeded', 'c', { names: ['a', 'b'], closed: false }],
  ['no such member beside an empty alternative', 'Beside', 'c', { names: ['a', 'b'], closed: false }],
  ['any member where an empty alternative stands alone', 'BesideNothing', 'c', 'open'],
  ['a member under a condition', 'Conditional', 'b', 'found'],
  ['no such member whatever the condition', 'Conditional', 'c', { names: ['a', 'b'], closed: false }],
  ['a member of schemas that lead round', 'Round', 'a', 'found'],
  ['no such member of schemas that lead round', 'Round', 'c', { names: ['a'], closed: false }],
  ['any member of a type with subtypes', 'Animal', 'bark', 'open'],
  ['no such member of a subtype', 'Dog', 'meow', { names: ['kind', 'bark'], closed: false }],
  ['a member of a type that lists its subtypes', 'Shape', 'side', 'found'],
  ['no member of a sibling', 'Circle', 'side', { names: ['kind', 'radius'], closed: false }],
  ['no member of a text', 'Text', 'length', { names: [], closed: false }],
  ['any member of what was not read', 'Gone', 'name', 'open'],
])('finds %s', async (_, schema, name, expected) => {
  const { schemas, at } = await openOrchard(orchard);
  const answer = lookUpField(schemas, [at(schema)], name);
  if (typeof expected === 'string') expect(answer.status).toBe(expected);
  else expect(answer).toEqual({ status: 'absent', ...expected });
});

test('takes several schemas for alternatives', async () => {
  const { schemas, at } = await openOrchard(orchard);
  const roots = [at('Tree'), at('Closed')];
  expect(lookUpField(schemas, roots, 'name')).toEqual({
    status: 'found',
    places: [at('Tree/properties/name'), at('Closed/properties/name')],
  });
  expect(lookUpField(schemas, roots, 'nome')).toEqual({ status: 'absent', names: ['name'], closed: false });
});
