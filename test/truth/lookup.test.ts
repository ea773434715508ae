import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadTruth } from '../../src/truth/load-truth.ts';
import { allPaths, describeOperation, findSpec, operationAt, operationById } from '../../src/truth/openapi/lookup.ts';
import { fileSource, writeFolder } from './orchard.ts';

async function twoSpecs() {
  const spec = (path: string) => `openapi: 3.0.3\npaths: { ${path}: { get: { operationId: list } } }`;
  const cwd = writeFolder({ 'trees.yaml': spec('/trees'), 'leaves.yaml': spec('/leaves') });
  const sources = ['trees', 'leaves'].map((name) => fileSource(join(cwd, `${name}.yaml`), { name }));
  return (await loadTruth(sources, { cwd })).index;
}

test('finds specs, operations and paths in the order of the specs', async () => {
  const index = await twoSpecs();
  expect(findSpec(index, 'leaves')?.file).toBe('leaves.yaml');
  expect(findSpec(index, 'roots')).toBeUndefined();
  expect(operationAt(index, 'trees GET /trees')?.path).toBe('/trees');
  expect(operationAt(index, 'constructor')).toBeUndefined();
  expect(operationById(index, 'list')?.spec).toBe('trees');
  expect(operationById(index, 'list', 'leaves')?.path).toBe('/leaves');
  expect(operationById(index, 'list', 'roots')).toBeUndefined();
  expect(allPaths(index).map(({ spec, path }) => `${spec.name} ${path.template}`)).toEqual([
    'trees /trees',
    'leaves /leaves',
  ]);
  expect(describeOperation({ method: 'GET', path: '/trees' })).toBe('GET /trees');
});
