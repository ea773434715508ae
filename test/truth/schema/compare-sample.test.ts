import { expect, test } from 'vitest';
import { compareSample, type Discrepancy } from '../../../src/truth/schema/compare-sample.ts';
import { overlap } from '../../../src/truth/schema/overlap.ts';
import { openOrchard } from './orchard-schemas.ts';
import { formSample, sampleOf } from './samples.ts';

const tree = `
Tree:
  type: object
  required: [name, id]
  properties:
    id: { type: string, readOnly: true }
    name: { type: string }
    age: { type: integer }
    height: { type: number }
    state: { type: string, enum: [planted, felled] }
    secret: { type: string, writeOnly: true }
    owner: { type: object, properties: { email: { type: string } } }
    fruits: { type: array, items: { $ref: '#/components/schemas/Fruit' } }
Fruit:
  type: object
  additionalProperties: false
  properties: { kind: { enum: [apple, pear] }, ripe: { type: [boolean, 'null'] } }
`;

test('has nothing against a sample that says what the spec says', async () => {
  expect(
    await compare(tree, 'Tree', {
      name: 'Old oak',
      age: 120.0,
      height: 17.5,
      state: 'planted',
      owner: { email: 'a@orchard.example' },
      fruits: [{ kind: 'apple', ripe: null }, {}],
    }),
  ).toEqual([]);
});

test('names a member that the spec does not have, with those that it has', async () => {
  expect(await compare(tree, 'Tree', { name: 'oak', fruits: [{ weight: 3 }] })).toMatchObject([
    {
      kind: 'unknown-field',
      name: 'weight',
      path: ['fruits', '[]', 'weight'],
      names: ['kind', 'ripe'],
      closed: true,
      place: { pointer: '/components/schemas/Fruit' },
    },
  ]);
});

test('says where a member at the wrong level belongs', async () => {
  expect(await compare(tree, 'Tree', { name: 'oak', email: 'x@y.z', ripe: true })).toMatchObject([
    { kind: 'unknown-field', name: 'email', elsewhere: ['owner', 'email'], closed: false },
    { kind: 'unknown-field', name: 'ripe', elsewhere: ['fruits', '[]', 'ripe'] },
  ]);
});

test('tells types apart as JSON does', async () => {
  const found = await compare(tree, 'Tree', { name: 5, age: 1.5, height: 3, owner: 'me', fruits: {} });
  expect(found).toMatchObject([
    { kind: 'wrong-type', path: ['name'], expected: ['string'], found: 'number' },
    { kind: 'wrong-type', path: ['age'], expected: ['integer'], found: 'number' },
    { kind: 'wrong-type', path: ['owner'], expected: ['object'], found: 'string' },
    { kind: 'wrong-type', path: ['fruits'], expected: ['array'], found: 'object' },
  ]);
});

test('says nothing of placeholders, whatever they stand for', async () => {
  const sample = {
    name: '<name>',
    age: '<number>',
    height: '{{height}}',
    state: 'YOUR_STATE',
    owner: '...',
    fruits: '…',
  };
  expect(await compare(tree, 'Tree', sample)).toEqual([]);
});

test('knows a value that is none of those listed', async () => {
  expect(await compare(tree, 'Tree', { name: 'oak', state: 'plantd', fruits: [{ kind: 'plum' }] })).toMatchObject([
    { kind: 'unknown-value', value: 'plantd', values: ['planted', 'felled'], nearest: 'planted' },
    { kind: 'unknown-value', value: 'plum', values: ['apple', 'pear'], path: ['fruits', '[]', 'kind'] },
  ]);
});

test('gives null where none is allowed a kind of its own', async () => {
  const found = await compare(tree, 'Tree', { name: null, fruits: [{ ripe: null }] });
  expect(found).toMatchObject([{ kind: 'null-value', path: ['name'] }]);
});

test('misses what a request must have, but for what the server gives and what has a default', async () => {
  expect(await compare(tree, 'Tree', { age: 3 })).toMatchObject([
    { kind: 'missing-field', name: 'name', path: ['name'], required: ['name', 'id'] },
  ]);
  expect(await compare(tree, 'Tree', { age: 3 }, 'response')).toEqual([]);
  const spec = 'Tree: { type: object, required: [age], properties: { age: { type: integer, default: 1 } } }';
  expect(await compare(`\n${spec}\n`, 'Tree', {})).toEqual([]);
});

test('tells what is read only from what is unknown', async () => {
  expect(await compare(tree, 'Tree', { name: 'oak', id: 'x' })).toMatchObject([{ kind: 'read-only', name: 'id' }]);
  expect(await compare(tree, 'Tree', { secret: 'x', id: 'x' }, 'response')).toMatchObject([
    { kind: 'write-only', name: 'secret' },
  ]);
});

test('says nothing below a value or a schema of which nothing is known', async () => {
  const spec = `
Tree:
  type: object
  properties:
    gone: { $ref: '#/components/schemas/Gone' }
    round: { $ref: '#/components/schemas/Round' }
    free: { type: object }
    any: {}
Round: { $ref: '#/components/schemas/Round' }
`;
  const sample = { gone: { a: 1 }, round: [1], free: { a: { b: 1 } }, any: { a: 1 } };
  expect(await compare(spec, 'Tree', sample)).toEqual([]);
});

const shapes = `
Shape:
  oneOf:
    - { $ref: '#/components/schemas/Circle' }
    - { $ref: '#/components/schemas/Square' }
  discriminator: { propertyName: kind, mapping: { round: '#/components/schemas/Circle' } }
Circle: { type: object, properties: { kind: { type: string }, radius: { type: number } } }
Square: { type: object, properties: { kind: { type: string }, side: { type: number } } }
Tagged:
  anyOf:
    - { type: object, properties: { type: { const: text }, text: { type: string } } }
    - { type: object, properties: { type: { const: image }, url: { type: string }, alt: { type: string } } }
Untagged:
  type: object
  properties:
    shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }] }
Mixed:
  anyOf:
    - { type: string, enum: [auto, none] }
    - { type: array, items: { type: string, enum: [north, south] } }
    - { type: object, properties: { deep: { type: boolean } } }
`;

test('lets the discriminator choose', async () => {
  expect(await compare(shapes, 'Shape', { kind: 'round', side: 2 })).toMatchObject([
    { kind: 'unknown-field', name: 'side', names: ['kind', 'radius'] },
  ]);
  expect(await compare(shapes, 'Shape', { kind: 'Square', side: 2 })).toEqual([]);
  expect(await compare(shapes, 'Shape', { kind: '<kind>', side: 2, radius: 3 })).toEqual([]);
});

test('lets a member choose that has one value only', async () => {
  expect(await compare(shapes, 'Tagged', { type: 'text', url: 'x' })).toMatchObject([
    { kind: 'unknown-field', name: 'url', names: ['type', 'text'] },
  ]);
  expect(await compare(shapes, 'Tagged', { type: 'video', url: 'x' })).toMatchObject([
    { kind: 'unknown-value', value: 'video', values: ['image'] },
  ]);
});

test('takes a member for unknown only where no alternative has it', async () => {
  expect(await compare(shapes, 'Untagged', { shape: { radius: 1, side: 2 } })).toEqual([]);
  expect(await compare(shapes, 'Untagged', { shape: { radius: 'wide', sides: 2 } })).toMatchObject([
    { kind: 'wrong-type', path: ['shape', 'radius'], expected: ['number'] },
    { kind: 'unknown-field', name: 'sides' },
  ]);
});

test('lets the kind of the value choose', async () => {
  expect(await compare(shapes, 'Mixed', 'auto')).toEqual([]);
  expect(await compare(shapes, 'Mixed', ['north'])).toEqual([]);
  expect(await compare(shapes, 'Mixed', { deep: true })).toEqual([]);
  expect(await compare(shapes, 'Mixed', 'north')).toMatchObject([{ kind: 'unknown-value', values: ['auto', 'none'] }]);
  expect(await compare(shapes, 'Mixed', ['auto'])).toMatchObject([{ kind: 'unknown-value', path: ['[]'] }]);
  expect(await compare(shapes, 'Mixed', 7)).toMatchObject([{ kind: 'wrong-type' }]);
});

test('makes choices beside members, and choices behind each other', async () => {
  const spec = `
Order:
  type: object
  properties: { id: { type: string } }
  required: [id]
  oneOf:
    - { required: [tree], properties: { tree: { type: string } } }
    - { required: [fruit], properties: { fruit: { type: string }, count: { type: integer } } }
  anyOf:
    - { properties: { note: { type: string } } }
    - { properties: { remark: { type: string } } }
`;
  expect(await compare(spec, 'Order', { id: 'a', fruit: 'pear', count: 1, remark: 'x' })).toEqual([]);
  expect(await compare(spec, 'Order', { id: 'a', fruit: 'pear', cuont: 1 })).toMatchObject([
    { kind: 'unknown-field', name: 'cuont' },
  ]);
});

test('reads form values as text', async () => {
  const spec = `
Query:
  type: object
  properties:
    limit: { type: integer }
    ripe: { type: boolean }
    sides: { type: array, items: { type: string, enum: [north, south] } }
    ids: { type: array, items: { type: integer } }
`;
  const { schemas, at } = await openOrchard(spec);
  const roots = [at('Query')];
  const good = formSample({ limit: '20', ripe: 'true', sides: 'north,south', ids: '1,2' });
  expect(compareSample(schemas, roots, { sample: good, direction: 'request' })).toEqual([]);
  const bad = formSample({ limit: 'many', ripe: 'perhaps', sides: 'north,west', ids: '1,x' });
  const found = compareSample(schemas, roots, { sample: bad, direction: 'request' });
  expect(found).toMatchObject([
    { kind: 'wrong-type', path: ['limit'], found: 'string' },
    { kind: 'wrong-type', path: ['ripe'] },
    { kind: 'unknown-value', value: 'west', path: ['sides', '[]'] },
    { kind: 'wrong-type', path: ['ids', '[]'], expected: ['integer'] },
  ]);
});

test('counts the names that a sample and a schema share', async () => {
  const { schemas, at } = await openOrchard(tree);
  expect(overlap(schemas, [at('Tree')], sampleOf({ name: 1, age: 2, wings: 3 }))).toEqual({ known: 2, unknown: 1 });
  const list = {
    ...(await openOrchard(`${tree}\nList: { type: array, items: { $ref: '#/components/schemas/Tree' } }\n`)),
  };
  const sample = sampleOf([{ name: 1 }, { age: 2, wings: 3 }]);
  expect(overlap(list.schemas, [list.at('List')], sample)).toEqual({ known: 2, unknown: 1 });
});

async function compare(
  spec: string,
  name: string,
  value: unknown,
  direction: 'request' | 'response' = 'request',
): Promise<readonly Discrepancy[]> {
  const { schemas, at } = await openOrchard(spec);
  return compareSample(schemas, [at(name)], { sample: sampleOf(value), direction });
}
