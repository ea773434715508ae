import { expect, test } from 'vitest';
import {
  alternativesOf,
  defaultOf,
  formatOf,
  isDeprecated,
  itemsOf,
  requiredOf,
} from '../../../src/truth/schema/describe.ts';
import { typesOf } from '../../../src/truth/schema/types-of.ts';
import { valuesOf } from '../../../src/truth/schema/values-of.ts';
import { openOrchard } from './orchard-schemas.ts';

const orchard = `
State: { type: string, enum: [planted, felled] }
Closed: { oneOf: [{ $ref: '#/components/schemas/State' }, { const: dead }, { type: 'null' }, { type: boolean }] }
Open: { anyOf: [{ $ref: '#/components/schemas/State' }, { type: string }] }
Mixed: { anyOf: [{ $ref: '#/components/schemas/State' }, { type: object }] }
Narrow: { allOf: [{ $ref: '#/components/schemas/State' }, { enum: [felled, burnt] }] }
Wrapped: { allOf: [{ $ref: '#/components/schemas/State' }], nullable: true }
List: { type: array, items: { $ref: '#/components/schemas/State' } }
Number: { allOf: [{ type: number }, { type: integer }] }
Union: { oneOf: [{ type: string, format: uuid }, { type: integer }] }
Any: { oneOf: [{ type: string }, {}] }
Nested: { oneOf: [{ anyOf: [{ type: string, format: date }, { type: 'null' }] }, { type: string, format: date }] }
Flag: { type: boolean }
Standard: { allOf: [{ type: integer, default: 7 }] }
Choice: { oneOf: [{ type: integer, default: 7 }, { type: string, default: a }] }
Old: { type: string, deprecated: true }
Needed: { required: [a], oneOf: [{ required: [b, c] }, { required: [c, d] }], allOf: [{ required: [e] }] }
`;

test('unites the types of alternatives and cuts those of parts', async () => {
  const types = await asking(typesOf);
  expect(types('Closed')).toEqual(['string', 'null', 'boolean']);
  expect(types('Number')).toEqual(['integer']);
  expect(types('Union')).toEqual(['string', 'integer']);
  expect(types('Any')).toEqual([]);
  expect(types('Wrapped')).toEqual(['string', 'null']);
  expect(types('Gone')).toEqual([]);
  expect(types('State', 'List')).toEqual(['string', 'array']);
});

test('lists values only where all are listed', async () => {
  const values = await asking(valuesOf);
  expect(values('State')).toEqual(['planted', 'felled']);
  expect(values('Closed')).toEqual(['planted', 'felled', 'dead', null, true, false]);
  expect(values('Open')).toBeUndefined();
  expect(values('Mixed')).toEqual(['planted', 'felled']);
  expect(values('Narrow')).toEqual(['felled']);
  expect(values('Wrapped')).toEqual(['planted', 'felled', null]);
  expect(values('List')).toEqual(['planted', 'felled']);
  expect(values('Flag')).toBeUndefined();
  expect(values('Any')).toBeUndefined();
  expect(values('Gone')).toBeUndefined();
});

test('tells items, alternatives, formats, defaults, requirements and deprecation', async () => {
  const { at } = await openOrchard(orchard);
  expect((await asking(itemsOf))('List')).toEqual([at('List/items')]);
  expect((await asking(itemsOf))('State')).toEqual([]);
  expect((await asking(alternativesOf))('Nested')).toEqual([
    at('Nested/oneOf/1'),
    at('Nested/oneOf/0/anyOf/0'),
    at('Nested/oneOf/0/anyOf/1'),
  ]);
  const format = await asking(formatOf);
  expect([format('Nested'), format('Union'), format('State')]).toEqual(['date', undefined, undefined]);
  const standard = await asking(defaultOf);
  expect([standard('Standard'), standard('Choice'), standard('State')]).toEqual([{ value: 7 }, undefined, undefined]);
  const required = await asking(requiredOf);
  expect(required('Needed')).toEqual(['a', 'e', 'c']);
  expect(required('Needed', 'State')).toEqual([]);
  const deprecated = await asking(isDeprecated);
  expect([deprecated('Old'), deprecated('Old', 'State')]).toEqual([true, false]);
});

type Question<Answer> = (
  schemas: Awaited<ReturnType<typeof openOrchard>>['schemas'],
  roots: ReturnType<Awaited<ReturnType<typeof openOrchard>>['at']>[],
) => Answer;

async function asking<Answer>(question: Question<Answer>): Promise<(...names: string[]) => Answer> {
  const { schemas, at } = await openOrchard(orchard);
  return (...names) => question(schemas, names.map(at));
}
