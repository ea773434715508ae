import { expect, test } from 'vitest';
import { descendantNames, findElsewhere } from '../../../src/truth/schema/find-elsewhere.ts';
import { lookUpPath } from '../../../src/truth/schema/look-up-path.ts';
import { openOrchard } from './orchard-schemas.ts';

const orchard = `
Page:
  type: object
  properties:
    total: { type: integer }
    trees: { type: array, items: { $ref: '#/components/schemas/Tree' } }
    grid: { type: array, items: { type: array, items: { $ref: '#/components/schemas/Tree' } } }
    bare: { type: array }
    some: { oneOf: [{ $ref: '#/components/schemas/Tree' }, { type: array, items: { $ref: '#/components/schemas/Tree' } }] }
    filter: { type: object, properties: { meta.key: { type: string } } }
    free: { type: object }
Tree:
  type: object
  properties: { id: {}, parent: { $ref: '#/components/schemas/Tree' }, owner: { properties: { email: {} } } }
`;

test.each([
  ['trees.[].id', 'found'],
  ['trees.id', 'found'],
  ['trees', 'found'],
  ['grid.id', 'found'],
  ['grid.[].[].id', 'found'],
  ['some.id', 'found'],
  ['some.[].id', 'found'],
  ['trees.parent.parent.parent.owner.email', 'found'],
  ['filter.meta.key', 'found'],
  ['bare.id', 'open at 1'],
  ['bare.[]', 'open at 1'],
  ['free.a.b', 'open at 1'],
  ['id', 'absent at 0: total trees grid bare some filter free'],
  ['trees.[].name', 'absent at 2: id parent owner'],
  ['trees.name', 'absent at 1: id parent owner'],
  ['total.[]', 'absent at 1: '],
  ['total.x', 'absent at 1: '],
  ['filter.meta.kay', 'absent at 1: meta.key'],
])('follows %s: %s', async (path, expected) => {
  const { schemas, at } = await openOrchard(orchard);
  const answer = lookUpPath(schemas, [at('Page')], path.split('.'));
  const told = {
    found: () => 'found',
    open: () => `open at ${'step' in answer && answer.step}`,
    absent: () => `absent at ${'step' in answer && answer.step}: ${'names' in answer && answer.names.join(' ')}`,
  };
  expect(told[answer.status]()).toBe(expected);
});

test('finds a name at another level, the nearest first', async () => {
  const { schemas, at } = await openOrchard(orchard);
  const roots = [at('Page')];
  expect(findElsewhere(schemas, roots, 'email')[0]).toEqual(['some', 'owner', 'email']);
  expect(findElsewhere(schemas, roots, 'total')).toEqual([['total']]);
  expect(findElsewhere(schemas, roots, 'age')).toEqual([]);
  expect([...descendantNames(schemas, [at('Tree')])]).toEqual(['id', 'parent', 'owner', 'email']);
});
