import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { loadTruth } from '../../src/truth/load-truth.ts';
import { failureOf, fileSource, keysOf, operationsOf, writeFolder } from './orchard.ts';

const cwd = import.meta.dirname;
const spec = 'openapi: 3.1.0\npaths: { /trees: { get: {} } }';

type Answer = (response: ServerResponse) => void;

interface Orchard {
  readonly origin: string;
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

/** A server on this machine until the test is over. */
async function serve(answers: Readonly<Record<string, string | Answer>>): Promise<Orchard> {
  const requests: Orchard['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, headers: request.headers });
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end('not here');
    else if (typeof answer === 'string') response.end(answer);
    else answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { origin: originOf(server), requests };
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

const redirect = (location: string) => (response: ServerResponse) => void response.writeHead(302, { location }).end();

const load = (location: string, given: object = {}) =>
  loadTruth([fileSource(location, { kind: 'url', ...given })], { cwd });

test('reads a spec from a URL with its references of the same origin', async () => {
  const secret = pathToFileURL(join(writeFolder({ 'secret.yaml': 'get: {}' }), 'secret.yaml')).href;
  const other = await serve({ '/parameters.yaml': 'ripe: { name: ripe, in: query }' });
  const orchard = await serve({
    '/spec/openapi': `
openapi: 3.1.0
servers: [{ url: /v1 }]
paths:
  /trees: { $ref: trees.yaml }
  /leaves: { get: { parameters: [{ $ref: '${other.origin}/parameters.yaml#/ripe' }] } }
  /files: { $ref: '${secret}' }
`,
    '/spec/trees.yaml': 'get: {}',
  });
  const truth = await load(`${orchard.origin}/spec/openapi`);
  expect(keysOf(truth)).toEqual(['orchard GET /trees', 'orchard GET /leaves']);
  expect(operationsOf(truth).map((operation) => operation.place.file)).toEqual([
    `${orchard.origin}/spec/trees.yaml`,
    `${orchard.origin}/spec/openapi`,
  ]);
  expect(truth.index.specs[0]?.servers).toEqual([{ url: '/v1', basePath: '/v1', variables: {} }]);
  expect(truth.documents.readText(`${orchard.origin}/spec/trees.yaml`)).toBe('get: {}');
  expect(other.requests).toEqual([]);
  expect(truth.notes).toEqual([]);
});

test('sends headers from the environment to the own origin only, on redirects too', async () => {
  vi.stubEnv('ORCHARD_TOKEN', 'Bearer apple');
  onTestFinished(() => void vi.unstubAllEnvs());
  const other = await serve({ '/spec.yaml': spec });
  const orchard = await serve({
    '/latest.yaml': redirect('/v1.yaml'),
    '/v1.yaml': redirect(`${other.origin}/spec.yaml`),
  });
  const truth = await load(`${orchard.origin}/latest.yaml`, { headers: { Authorization: 'ORCHARD_TOKEN' } });
  expect(keysOf(truth)).toEqual(['orchard GET /trees']);
  expect(orchard.requests.map((request) => request.headers.authorization)).toEqual(['Bearer apple', 'Bearer apple']);
  expect(other.requests.map((request) => request.headers.authorization)).toEqual([undefined]);
});

test('says which environment variable is not set, and asks nobody', async () => {
  const orchard = await serve({ '/spec.yaml': spec });
  const error = await failureOf(load(`${orchard.origin}/spec.yaml`, { headers: { 'X-Token': 'ORCHARD_TOKEN_UNSET' } }));
  expect(error.message).toMatch(/needs the environment variable `ORCHARD_TOKEN_UNSET` for its header `X-Token`/);
  expect(orchard.requests).toEqual([]);
});

test('never prints the value of a header', async () => {
  vi.stubEnv('ORCHARD_TOKEN', 'apple\npear');
  onTestFinished(() => void vi.unstubAllEnvs());
  const error = await failureOf(load('http://127.0.0.1:9/spec.yaml', { headers: { 'X-Token': 'ORCHARD_TOKEN' } }));
  expect(`${error.message} ${error.hint} ${String(error.cause)}`).not.toContain('apple');
  expect(error.message).toContain('`ORCHARD_TOKEN`');
});

test('says that a location is no URL', async () => {
  const error = await failureOf(load('https//orchard.example'));
  expect(error).toMatchObject({ code: 'usage', message: '`https//orchard.example` is no URL.' });
});

test('says how a server answered that has no spec', async () => {
  const orchard = await serve({
    '/secret.yaml': (response) => void response.writeHead(401).end(),
    '/loop.yaml': redirect('/loop.yaml'),
  });
  const missing = await failureOf(load(`${orchard.origin}/spec.yaml`));
  expect(missing.message).toBe(`The spec \`${orchard.origin}/spec.yaml\` answered with status 404.`);
  const secret = await failureOf(load(`${orchard.origin}/secret.yaml`));
  expect(secret).toMatchObject({
    message: expect.stringContaining('status 401'),
    hint: expect.stringContaining('`headers`'),
  });
  const loop = await failureOf(load(`${orchard.origin}/loop.yaml`));
  expect(loop.message).toContain('redirects more than 5 times');
});

test('says that nobody answered', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  await new Promise((resolve) => server.close(resolve));
  const error = await failureOf(load(`${origin}/spec.yaml`));
  expect(error.message).toBe(`The spec \`${origin}/spec.yaml\` could not be fetched: ECONNREFUSED.`);
});

test('notes an optional spec that nobody serves', async () => {
  const orchard = await serve({});
  const truth = await load(`${orchard.origin}/spec.yaml`, { optional: true });
  expect(truth.index.specs).toEqual([]);
  expect(truth.notes).toEqual([
    `The optional spec \`${orchard.origin}/spec.yaml\` answered with status 404; nothing was checked against it.`,
  ]);
});

test('says that a page of a website is no spec', async () => {
  const orchard = await serve({ '/docs': '<!doctype html><title>Orchard</title>' });
  const error = await failureOf(load(`${orchard.origin}/docs`));
  expect(error.message).toBe(`\`${orchard.origin}/docs\` is no OpenAPI description: it holds no mapping.`);
});
