import { expect, test } from 'vitest';
import { compareSample } from '../../../src/truth/schema/compare-sample.ts';
import { itemsOf, requiredOf } from '../../../src/truth/schema/describe.ts';
import { findElsewhere } from '../../../src/truth/schema/find-elsewhere.ts';
import { lookUpField } from '../../../src/truth/schema/look-up-field.ts';
import { lookUpPath } from '../../../src/truth/schema/look-up-path.ts';
import { overlap } from '../../../src/truth/schema/overlap.ts';
import { typesOf } from '../../../src/truth/schema/types-of.ts';
import { valuesOf } from '../../../src/truth/schema/values-of.ts';
import { openInMemory } from './orchard-schemas.ts';
import { sampleOf } from './samples.ts';

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const texts = (names: string, count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${names}_${i}`, { type: 'string' }]));
const chain = (name: string, link: (next: (step: number) => unknown) => unknown) =>
  Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`${name}${i}`, link((step) => to(`${name}${i + step}`))]));

const hostile: Readonly<Record<string, unknown>> = {
  Round: { allOf: [to('Back'), to('Round')], properties: { tree: { type: 'string' } } },
  Back: { allOf: [to('Round')], oneOf: [to('Back'), to('Round')], properties: { leaf: to('Back') } },
  Loop: { oneOf: [to('Loop'), to('Pool')] },
  Pool: { anyOf: [to('Loop'), { type: 'object', properties: { leaf: to('Loop') } }] },
  Lists: { type: 'array', items: to('Lists') },
  Wide: {
    oneOf: Array.from({ length: 500 }, (_, i) => ({
      type: 'object',
      properties: { ...texts(`tree${i}`, 100), kind: { enum: [`kind${i}`] }, below: to('Wide') },
    })),
  },
  WideList: { type: 'array', items: to('Wide') },
  Product: {
    allOf: [to('Wide'), { anyOf: Array.from({ length: 60 }, (_, i) => ({ properties: texts(`leaf${i}`, 20) })) }],
  },
  ...chain('Deep', (next) => ({ allOf: [next(1)], properties: { leaf: next(2) } })),
  ...chain('Fork', (next) => ({ oneOf: [next(1), next(2), next(3)] })),
  ...chain('Branch', (next) => ({ properties: { a: next(1), b: next(2), c: { type: 'array', items: next(3) } } })),
};

const { schemas, at } = openInMemory(hostile);

const sample = sampleOf(
  Array.from({ length: 10_000 }, (_, i) => ({
    tree3_1: 'oak',
    leaf: { leaf: [i] },
    below: { kind: 'kind7', nome: i },
  })),
);

test.each(['Round', 'Back', 'Loop', 'Lists', 'Wide', 'WideList', 'Product', 'Deep0', 'Fork0', 'Branch0'])(
  'comes to an end with %s',
  (name) => {
    const roots = [at(name)];
    const [item] = sample.kind === 'array' ? sample.items : [];
    expect(() => {
      lookUpField(schemas, roots, 'nome');
      lookUpPath(schemas, roots, ['leaf', 'leaf', 'nome']);
      findElsewhere(schemas, roots, 'nome');
      typesOf(schemas, roots);
      valuesOf(schemas, roots);
      requiredOf(schemas, roots);
      itemsOf(schemas, roots);
      overlap(schemas, roots, sample);
      compareSample(schemas, roots, { sample, direction: 'request' });
      if (item !== undefined) compareSample(schemas, roots, { sample: item, direction: 'response' });
    }).not.toThrow();
  },
  60_000,
);

test('still knows what is unknown among five hundred alternatives', () => {
  const found = compareSample(schemas, [at('Wide')], {
    sample: sampleOf({ kind: 'kind7', tree7_1: 'oak', tree8_1: 'elm' }),
    direction: 'request',
  });
  expect(found).toMatchObject([{ kind: 'unknown-field', name: 'tree8_1' }]);
});
