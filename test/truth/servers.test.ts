import { expect, test } from 'vitest';
import { readServers, readSwaggerServers } from '../../src/truth/openapi/servers.ts';

/** Host and base path of each server, `-` for a relative one. */
const read = (url: string, variables: object = {}) =>
  readServers([{ url, variables }]).map(({ host, basePath }) => `${host ?? '-'} ${basePath}`);

test.each([
  ['https://api.orchard.example', 'api.orchard.example '],
  ['https://API.Orchard.example:8443/v1/', 'api.orchard.example:8443 /v1'],
  ['//api.orchard.example/v1', 'api.orchard.example /v1'],
  ['https://user:secret@api.orchard.example/v1?x=1#y', 'api.orchard.example /v1'],
  ['/', '- '],
  ['/api/v1', '- /api/v1'],
  ['api//v1/', '- /api/v1'],
  ['./', '- '],
  ['', '- '],
  ['wss://live.orchard.example', 'live.orchard.example '],
])('takes %s apart', (url, server) => {
  expect(read(url)).toEqual([server]);
});

test('keeps a variable of the host in braces and lists its values', () => {
  const variables = { Region: { default: 'eu', enum: ['eu', 'us'] }, port: { default: 443 } };
  const servers = readServers([{ url: 'https://{Region}.orchard.example:{port}/v1', variables }]);
  expect(servers).toEqual([
    {
      url: 'https://{Region}.orchard.example:{port}/v1',
      host: '{Region}.orchard.example:{port}',
      basePath: '/v1',
      variables: { Region: { default: 'eu', values: ['eu', 'us'] }, port: { default: '443', values: [] } },
    },
  ]);
});

test('puts a variable of the path in, once for each value it may take', () => {
  expect(read('https://api.orchard.example/{version}/', { version: { default: 'v2', enum: ['v1', 'v2'] } })).toEqual([
    'api.orchard.example /v2',
    'api.orchard.example /v1',
  ]);
  expect(read('https://api.orchard.example/{version}')).toEqual(['api.orchard.example /{version}']);
});

test('knows variables that hold a whole path, a host with its path, or all of it', () => {
  expect(read('{basePath}', { basePath: { default: '/api/v1' } })).toEqual(['- /api/v1']);
  expect(read('https://api.orchard.example{basePath}', { basePath: { default: '/api' } })).toEqual([
    'api.orchard.example /api',
  ]);
  expect(read('https://api.orchard.example/{basePath}', { basePath: { default: '/api' } })).toEqual([
    'api.orchard.example /api',
  ]);
  expect(read('https://api.orchard.example/{basePath}', { basePath: { default: '' } })).toEqual([
    'api.orchard.example ',
  ]);
  expect(read('{scheme}://{host}/v1', { scheme: { default: 'https' }, host: { default: 'orchard.example' } })).toEqual([
    '{host} /v1',
  ]);
  expect(read('https://{host}', { host: { default: 'orchard.example/api' } })).toEqual(['{host} /api']);
  const all = { default: 'https://a.example', enum: ['https://a.example', 'https://b.example/x'] };
  expect(read('{server}/v1', { server: all })).toEqual(['a.example /v1', 'b.example /x/v1']);
  expect(read('{server}/v1')).toEqual(['- /{server}/v1']);
});

test('does not multiply for ever', () => {
  const many = { default: '0', enum: Array.from({ length: 30 }, (_, i) => String(i)) };
  expect(read('/{a}/{b}/{c}', { a: many, b: many, c: many }).length).toBeLessThanOrEqual(32);
  expect(read('/{a}/{b}/{c}', { a: many, b: many, c: many })[0]).toBe('- /0/0/0');
  expect(read('{a}', { a: { default: 'https://{a}' } })).toHaveLength(1);
  expect(read('{a}', { a: { default: '{a}//{a}' } })).toHaveLength(1);
});

test('skips servers that say nothing', () => {
  expect(readServers([null, {}, { url: 7 }, 'https://api.orchard.example'])).toEqual([]);
});

test('puts the three fields of Swagger 2.0 together', () => {
  const brief = (root: object) => readSwaggerServers(root).map(({ url, host, basePath }) => [url, host, basePath]);
  expect(brief({ host: 'api.orchard.example:80', basePath: '/v1/', schemes: ['https', 'http'] })).toEqual([
    ['https://api.orchard.example:80/v1/', 'api.orchard.example:80', '/v1'],
    ['http://api.orchard.example:80/v1/', 'api.orchard.example:80', '/v1'],
  ]);
  expect(brief({ host: 'api.orchard.example', basePath: 'v1' })).toEqual([
    ['https://api.orchard.example/v1', 'api.orchard.example', '/v1'],
  ]);
  expect(brief({ basePath: '/v1' })).toEqual([['/v1', undefined, '/v1']]);
  expect(brief({})).toEqual([['/', undefined, '']]);
});
