import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { locateTruth } from '../../src/truth/openapi/locate.ts';
import { failureOf, keysOf, loadFolder, loadText, operationsOf } from './orchard.ts';

test('follows references across files, and says where things really stand', async () => {
  const truth = await loadFolder({
    'orchard.yaml': `
openapi: 3.1.0
paths:
  /trees/{tree}: { $ref: './paths/trees.json#/~1trees~1%7Btree%7D' }
`,
    'paths/trees.json': JSON.stringify({
      '/trees/{tree}': {
        parameters: [{ $ref: '../parameters.yaml#/tree' }],
        get: { $ref: 'get.yaml' },
      },
    }),
    'paths/get.yaml': 'operationId: readTree\nparameters: [{ $ref: "../orchard.yaml#/x-shared/ripe" }]\n',
    'parameters.yaml': 'tree: { name: tree, in: path, required: true }',
  });
  expect(truth.index.specs[0]?.paths[0]?.place).toEqual({
    file: 'paths/trees.json',
    pointer: '/~1trees~1{tree}',
  });
  expect(operationsOf(truth)).toMatchObject([
    {
      operationId: 'readTree',
      place: { file: 'paths/get.yaml', pointer: '' },
      parameters: [{ name: 'tree', in: 'path', place: { file: 'parameters.yaml', pointer: '/tree' } }],
    },
  ]);
});

test('survives references that go round', async () => {
  const truth = await loadFolder({
    'orchard.yaml': `
openapi: 3.0.3
paths:
  /trees: { $ref: other.yaml#/trees }
  /harvests:
    get: { parameters: [{ $ref: '#/components/parameters/A' }] }
components:
  parameters:
    A: { $ref: '#/components/parameters/B' }
    B: { $ref: '#/components/parameters/A' }
  schemas:
    Tree: { properties: { parent: { $ref: '#/components/schemas/Tree' } } }
`,
    'other.yaml': 'trees: { $ref: orchard.yaml#/paths/~1trees }',
  });
  expect(truth.index.specs[0]?.paths).toMatchObject([
    { template: '/trees', operations: {}, incomplete: true },
    { template: '/harvests' },
  ]);
  expect(operationsOf(truth)).toMatchObject([{ key: 'orchard GET /harvests', parameters: [] }]);
});

test('reads fields beside the reference of a path item, which win', async () => {
  const truth = await loadText(`
openapi: 3.1.0
paths:
  /trees:
    $ref: '#/components/pathItems/Trees'
    get: { operationId: near }
components:
  pathItems:
    Trees: { get: { operationId: far }, post: { operationId: plant } }
`);
  expect(operationsOf(truth).map((operation) => operation.operationId)).toEqual(['near', 'plant']);
});

test('takes what YAML merges into a path item', async () => {
  const truth = await loadText(`
openapi: 3.0.3
x-common: &common
  get: { operationId: far }
  post: { operationId: plant }
paths:
  /trees:
    <<: *common
    get: { operationId: near }
  /leaves: { <<: [*common] }
`);
  expect(operationsOf(truth).map(({ method, path, operationId }) => `${method} ${path} ${operationId}`)).toEqual([
    'GET /trees near',
    'POST /trees plant',
    'GET /leaves far',
    'POST /leaves plant',
  ]);
  const places = operationsOf(truth).map((operation) => locateTruth(operation.place, truth.documents.readText));
  expect(places).toEqual([9, 5, 4, 5]);
});

test('follows a reference that stands for all paths', async () => {
  const truth = await loadFolder({
    'orchard.yaml': 'openapi: 3.0.3\npaths: { $ref: paths/index.yaml, /near: { get: {} } }',
    'paths/index.yaml': '/trees: { $ref: trees.yaml }\n<<: { /leaves: { get: {} } }',
    'paths/trees.yaml': 'get: {}',
  });
  expect(keysOf(truth)).toEqual(['/near', '/trees', '/leaves'].map((path) => `orchard GET ${path}`));
  const error = await failureOf(loadText('openapi: 3.0.3\npaths: { $ref: https://orchard.example/paths.yaml }'));
  expect(error.message).toMatch(/^The paths of `orchard\.yaml` are `https:/);
});

test('names a reference that is no address', async () => {
  const error = await failureOf(loadText("openapi: 3.0.3\npaths: { /trees: { $ref: 'http://[' } }"));
  expect(error.message).toBe('`orchard.yaml` has the `$ref` `http://[`, which is no URL.');
});

test('does not stumble over references that lead nowhere', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /a: { get: { parameters: [{ $ref: 'a%2Fb.yaml' }, { $ref: '#/no/where' }, { $ref: '#anchor' }, { $ref: '' }] } }
  /b: { $ref: '#/components/pathItems/Gone' }
  /c: { get: { parameters: [{ $ref: 'file://host/x.yaml' }, { $ref: 'urn:orchard:tree' }, { $ref: '#/%E0%A4%A' }] } }
`);
  expect(keysOf(truth)).toEqual(['orchard GET /a', 'orchard GET /c']);
  expect(truth.index.specs[0]?.paths[1]).toMatchObject({ template: '/b', incomplete: true });
  expect(truth.notes).toEqual([]);
});

test('leaves references to the network alone', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = serverAddress(server.address());
  const truth = await loadText(`
openapi: 3.1.0
paths:
  /trees: { $ref: 'http://127.0.0.1:${port}/trees.yaml' }
  /harvests:
    get:
      parameters: [{ $ref: 'http://127.0.0.1:${port}/parameters.yaml#/ripe' }]
`);
  expect(asked).toEqual([]);
  expect(truth.notes).toEqual([]);
  expect(keysOf(truth)).toEqual(['orchard GET /harvests']);
  expect(truth.index.specs[0]?.paths[0]).toMatchObject({ template: '/trees', incomplete: true });
});

test('refuses a spec whose path item is in a file that is not there', async () => {
  const error = await failureOf(loadText('openapi: 3.0.3\npaths: { /trees: { $ref: paths/trees.yaml } }'));
  expect(error.message).toBe('The spec `orchard.yaml` refers to `paths/trees.yaml`, which is not there.');
});

test('notes another file that is not there', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths: { /trees: { get: { responses: { 200: { $ref: answers.md } } } } }
`);
  expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  expect(truth.notes).toEqual([
    '`orchard.yaml` refers to `answers.md`, which is not there; what it describes is unknown.',
  ]);
});

test('resolves pointers to values for later work, through references and files, without copies', async () => {
  const { documents } = await loadFolder({
    'orchard.yaml': `
openapi: 3.1.0
paths: {}
components: { schemas: { Tree: { $ref: 'tree.yaml#/Tree' }, Loop: { $ref: '#/components/schemas/Loop' } } }
`,
    'tree.yaml': 'Tree: { type: object, properties: { ripe: { type: boolean } } }',
  });
  const tree = documents.resolve({ file: 'orchard.yaml', pointer: '/components/schemas/Tree' });
  expect(tree).toMatchObject({
    place: { file: 'tree.yaml', pointer: '/Tree' },
    value: { type: 'object', properties: { ripe: { type: 'boolean' } } },
  });
  expect(documents.resolve({ file: 'tree.yaml', pointer: '/Tree' })?.value).toBe(tree?.value);
  const ripe = documents.resolve({ file: 'orchard.yaml', pointer: '/components/schemas/Tree/properties/ripe' });
  expect(ripe?.place).toEqual({ file: 'tree.yaml', pointer: '/Tree/properties/ripe' });
  expect(documents.resolve({ file: 'orchard.yaml', pointer: '/components/schemas/Loop' })).toBeUndefined();
  expect(documents.resolve({ file: 'orchard.yaml', pointer: '/components/schemas/Loop/a' })).toBeUndefined();
  expect(documents.resolve({ file: 'orchard.yaml', pointer: '/constructor' })).toBeUndefined();
  expect(documents.readText('tree.yaml')).toMatch(/^Tree:/);
  expect(documents.readText('elsewhere.yaml')).toBeUndefined();
});

function serverAddress(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}
