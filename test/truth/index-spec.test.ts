import { expect, test } from 'vitest';
import { keysOf, loadText, operationsOf } from './orchard.ts';

test('lists every method, with those that only OpenAPI 3.2 knows', async () => {
  const truth = await loadText(`
openapi: 3.2.0
paths:
  /trees:
    summary: All trees
    description: no method
    get: {}
    post: {}
    query: {}
    trace: {}
    x-internal: {}
    additionalOperations:
      COPY: { operationId: copyTrees }
  x-paths: { get: {} }
`);
  expect(keysOf(truth)).toEqual(['GET', 'POST', 'QUERY', 'TRACE', 'COPY'].map((method) => `orchard ${method} /trees`));
  expect(truth.index.specs[0]?.paths).toMatchObject([
    { template: '/trees', operations: { GET: 'orchard GET /trees', COPY: 'orchard COPY /trees' } },
  ]);
  expect(operationsOf(truth).at(-1)?.place.pointer).toBe('/paths/~1trees/additionalOperations/COPY');
});

test('keeps what an operation says of itself', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /trees/{tree}:
    delete:
      operationId: fellTree
      summary: Fell a tree
      tags: [trees, saws]
      deprecated: true
`);
  expect(operationsOf(truth)).toEqual([
    {
      key: 'orchard DELETE /trees/{tree}',
      spec: 'orchard',
      method: 'DELETE',
      path: '/trees/{tree}',
      operationId: 'fellTree',
      summary: 'Fell a tree',
      tags: ['trees', 'saws'],
      deprecated: true,
      parameters: [],
      responses: [],
      servers: [0],
      place: { file: 'orchard.yaml', pointer: '/paths/~1trees~1{tree}/delete' },
    },
  ]);
});

test('lets parameters of an operation override those of its path by name and place', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /trees/{tree}:
    parameters:
      - { name: tree, in: path }
      - { name: ripe, in: query }
      - { name: ripe, in: header }
    get:
      parameters:
        - { name: ripe, in: query, required: true, deprecated: true }
        - { name: whole, in: querystring }
        - broken
`);
  const place = (pointer: string) => ({ file: 'orchard.yaml', pointer: `/paths/~1trees~1{tree}${pointer}` });
  expect(operationsOf(truth)[0]?.parameters).toEqual([
    { name: 'tree', in: 'path', required: true, deprecated: false, place: place('/parameters/0') },
    { name: 'ripe', in: 'query', required: true, deprecated: true, place: place('/get/parameters/0') },
    { name: 'ripe', in: 'header', required: false, deprecated: false, place: place('/parameters/2') },
  ]);
});

test('leaves the bodies of Swagger 2.0 out of the parameters', async () => {
  const truth = await loadText(`
swagger: '2.0'
paths:
  /trees:
    post:
      parameters: [{ name: tree, in: body }, { name: age, in: formData }, { name: ripe, in: query }]
`);
  expect(operationsOf(truth)[0]?.parameters.map((parameter) => parameter.name)).toEqual(['ripe']);
});

test('takes the nearest servers: of the operation, the path item, the description', async () => {
  const truth = await loadText(`
openapi: 3.0.3
servers: [{ url: https://api.orchard.example/v1 }]
paths:
  /trees: { get: {} }
  /leaves:
    servers: [{ url: https://leaves.orchard.example }]
    get: {}
    post: { servers: [{ url: https://api.orchard.example/v1 }, { url: https://upload.orchard.example }] }
    put: { servers: [] }
`);
  expect(truth.index.specs[0]?.servers.map((server) => server.host)).toEqual([
    'api.orchard.example',
    'leaves.orchard.example',
    'upload.orchard.example',
  ]);
  expect(operationsOf(truth).map((operation) => operation.servers)).toEqual([[0], [1], [0, 2], [1]]);
});

test('spells what an alias names as method and path', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /api/v1/trees:
    get: { operationId: listTrees }
    post: {}
  /a: { get: { x-alias-of: get /api/v1/trees } }
  /b: { post: { x-alias-of: /api/v1/trees } }
  /c: { get: { x-alias-of: listTrees } }
  /d: { get: { x-alias-of: '#/paths/~1api~1v1~1trees/post' } }
  /e: { get: { x-alias-of: '/paths/~1api~1v1~1trees/get' } }
  /f: { x-alias-of: /api/v1/trees, get: {}, post: {} }
  /g: { get: { x-alias-of: something else } }
  /h: { delete: { x-alias-of: /api/v1/trees } }
  /i: { get: { x-alias-of: 7 } }
`);
  const aliases = operationsOf(truth).map(({ method, path, aliasOf }) => [`${method} ${path}`, aliasOf]);
  expect(Object.fromEntries(aliases.slice(2))).toEqual({
    'GET /a': 'GET /api/v1/trees',
    'POST /b': 'POST /api/v1/trees',
    'GET /c': 'GET /api/v1/trees',
    'GET /d': 'POST /api/v1/trees',
    'GET /e': 'GET /api/v1/trees',
    'GET /f': 'GET /api/v1/trees',
    'POST /f': 'POST /api/v1/trees',
    'GET /g': 'something else',
    'DELETE /h': '/api/v1/trees',
    'GET /i': undefined,
  });
});

test('tells paths apart that differ in the query only', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /trees?action=count: { get: {} }
  /trees#plant: { get: {} }
  /trees/: { get: {} }
  trees: { get: {} }
  /nothing: null
`);
  expect(keysOf(truth)).toHaveLength(4);
  const [nothing, ...trees] = truth.index.specs[0]?.paths.toReversed() ?? [];
  expect(nothing).toMatchObject({ template: '/nothing', operations: {} });
  for (const path of trees) expect(path.segments).toEqual([{ kind: 'literal', text: 'trees' }]);
});

test('is not fooled by names that every object has', async () => {
  const truth = await loadText(`
openapi: 3.0.3
paths:
  /trees:
    get: { operationId: constructor, parameters: [{ name: __proto__, in: query }] }
`);
  expect(operationsOf(truth)).toMatchObject([{ operationId: 'constructor', parameters: [{ name: '__proto__' }] }]);
});
