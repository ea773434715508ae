import { expect, test } from 'vitest';
import type { Operation } from '../../src/model.ts';
import { loadFolder, loadText, operationsOf } from './orchard.ts';

const place = (pointer: string) => ({ file: 'orchard.yaml', pointer });

test('knows where the schemas of a body and of its answers stand', async () => {
  const operation = await onlyOperation(`
openapi: 3.0.3
paths:
  /trees:
    post:
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Tree' } }
          text/plain: {}
      responses:
        '201': { $ref: '#/components/responses/Planted' }
        4XX: { description: no }
        default: { content: { application/problem+json: { schema: {} } } }
        x-note: nothing
components:
  schemas: { Tree: {} }
  headers: { Rate: { schema: { type: integer }, required: true } }
  responses:
    Planted:
      headers: { X-Rate: { $ref: '#/components/headers/Rate' }, Location: { description: where } }
      content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } }
`);
  const post = '/paths/~1trees/post';
  expect(operation.body).toEqual({
    required: true,
    content: [
      { mediaType: 'application/json', schema: place(`${post}/requestBody/content/application~1json/schema`) },
      { mediaType: 'text/plain' },
    ],
    place: place(`${post}/requestBody`),
  });
  const planted = '/components/responses/Planted';
  expect(operation.responses).toEqual([
    {
      status: '201',
      content: [{ mediaType: 'application/json', schema: place(`${planted}/content/application~1json/schema`) }],
      headers: [
        {
          name: 'X-Rate',
          in: 'header',
          required: true,
          deprecated: false,
          schema: place('/components/headers/Rate/schema'),
          place: place('/components/headers/Rate'),
        },
        {
          name: 'Location',
          in: 'header',
          required: false,
          deprecated: false,
          place: place(`${planted}/headers/Location`),
        },
      ],
      place: place(planted),
    },
    { status: '4XX', content: [], headers: [], place: place(`${post}/responses/4XX`) },
    {
      status: 'default',
      content: [
        {
          mediaType: 'application/problem+json',
          schema: place(`${post}/responses/default/content/application~1problem+json/schema`),
        },
      ],
      headers: [],
      place: place(`${post}/responses/default`),
    },
  ]);
});

test('takes a body that leads out of the spec for one of which nothing is known', async () => {
  const operation = await onlyOperation(`
openapi: 3.0.3
paths:
  /trees:
    post:
      requestBody: { $ref: '#/components/requestBodies/Gone' }
      responses: { '200': { $ref: '#/components/responses/Gone' } }
`);
  expect(operation.body?.content).toEqual([{ mediaType: '' }]);
  expect(operation.responses).toMatchObject([{ status: '200', content: [{ mediaType: '' }] }]);
});

test('finds the schema and the style of a parameter', async () => {
  const operation = await onlyOperation(`
openapi: 3.1.0
paths:
  /trees:
    get:
      parameters:
        - { name: sides, in: query, style: pipeDelimited, schema: { type: array } }
        - { name: where, in: query, content: { application/json: { schema: { type: object } } } }
        - { name: bare, in: query }
`);
  const list = '/paths/~1trees/get/parameters';
  expect(operation.parameters.map(({ name, schema, style }) => ({ name, schema, style }))).toEqual([
    { name: 'sides', schema: place(`${list}/0/schema`), style: 'pipeDelimited' },
    { name: 'where', schema: place(`${list}/1/content/application~1json/schema`), style: undefined },
    { name: 'bare', schema: undefined, style: undefined },
  ]);
});

test('reads the body parameter of Swagger 2.0 in every media type', async () => {
  const text = `
swagger: '2.0'
consumes: [application/json, application/xml]
produces: [application/json]
paths:
  /trees:
    post:
      parameters:
        - { name: tree, in: body, required: true, schema: { $ref: '#/definitions/Tree' } }
        - { name: sides, in: query, type: array, items: { type: string }, collectionFormat: pipes }
      responses: { '200': { schema: { type: string }, headers: { X-Rate: { type: integer } } }, '204': {} }
definitions: { Tree: {} }
`;
  const operation = await onlyOperation(text);
  const post = '/paths/~1trees/post';
  const schema = place(`${post}/parameters/0/schema`);
  expect(operation.body).toEqual({
    required: true,
    content: [
      { mediaType: 'application/json', schema },
      { mediaType: 'application/xml', schema },
    ],
    place: place(`${post}/parameters/0`),
  });
  expect(operation.parameters).toMatchObject([
    { name: 'sides', style: 'pipes', schema: place(`${post}/parameters/1`) },
  ]);
  expect(operation.responses).toMatchObject([
    {
      status: '200',
      content: [{ mediaType: 'application/json', schema: place(`${post}/responses/200/schema`) }],
      headers: [{ name: 'X-Rate', schema: place(`${post}/responses/200/headers/X-Rate`) }],
    },
    { status: '204', content: [] },
  ]);
  const silent = await onlyOperation(text.replace(/^consumes.*$/m, ''));
  expect(silent.body?.content).toEqual([{ mediaType: '', schema }]);
});

test('reads the form fields of Swagger 2.0', async () => {
  const spec = (type: string, consumes = '') => `
swagger: '2.0'
paths:
  /trees:
    parameters: [{ name: age, in: formData, type: integer }]
    post:
      ${consumes}
      parameters: [{ name: leaf, in: formData, type: ${type}, required: true }]
`;
  const operation = await onlyOperation(spec('string'));
  expect(operation.body).toMatchObject({
    required: true,
    content: [
      {
        mediaType: 'application/x-www-form-urlencoded',
        fields: [
          { name: 'age', schema: place('/paths/~1trees/parameters/0') },
          { name: 'leaf', required: true, schema: place('/paths/~1trees/post/parameters/0') },
        ],
      },
    ],
  });
  const types = async (text: string) => (await onlyOperation(text)).body?.content.map(({ mediaType }) => mediaType);
  expect(await types(spec('file'))).toEqual(['multipart/form-data']);
  expect(await types(spec('file', 'consumes: [image/png]'))).toEqual(['image/png']);
});

test('lists what the API sends by itself', async () => {
  const truth = await loadText(`
openapi: 3.1.0
webhooks:
  treeFell: { post: { requestBody: { content: { application/json: { schema: { type: object } } } } } }
  treeGrew: { $ref: '#/components/pathItems/Grew' }
x-webhooks: { treeDied: { post: {} } }
paths:
  /trees:
    post:
      callbacks:
        onHarvest:
          '{$request.body#/url}': { post: { requestBody: { content: { text/plain: {} } } } }
components:
  pathItems: { Grew: { post: { requestBody: { content: { application/json: {} } } } } }
`);
  expect(truth.index.specs[0]?.events).toEqual([
    {
      name: 'treeFell',
      body: [
        {
          mediaType: 'application/json',
          schema: place('/webhooks/treeFell/post/requestBody/content/application~1json/schema'),
        },
      ],
    },
    { name: 'treeGrew', body: [{ mediaType: 'application/json' }] },
    { name: 'treeDied', body: [] },
    { name: 'onHarvest', body: [{ mediaType: 'text/plain' }] },
  ]);
});

test('takes what YAML merges, and follows references to other files', async () => {
  const truth = await loadFolder({
    'orchard.yaml': `
openapi: 3.0.3
x-common: &common
  responses: { '200': { $ref: 'answers.yaml#/ok' } }
paths:
  /trees: { get: { <<: *common } }
`,
    'answers.yaml': 'ok: { content: { application/json: { schema: { type: object } } } }\n',
  });
  expect(operationsOf(truth)[0]?.responses).toMatchObject([
    { status: '200', place: { file: 'answers.yaml', pointer: '/ok' }, content: [{ schema: { file: 'answers.yaml' } }] },
  ]);
});

async function onlyOperation(text: string): Promise<Operation> {
  const [operation] = operationsOf(await loadText(text));
  if (operation === undefined) throw new Error('the spec has no operation');
  return operation;
}
