// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of guides are what is tested.
import { describe, expect, it, test } from 'vitest';
import { knownServers, plainHost, serversOf } from '../../src/bind/hosts.ts';
import { hostOf, truthOf } from './orchard.ts';

const regional = {
  url: 'https://{region}.orchard.example/api',
  variables: { region: { default: 'eu', enum: ['eu', 'us'] } },
};
const tenant = { url: 'https://{farm}.farms.example', variables: { farm: { default: 'demo' } } };
const anywhere = { url: '{scheme}://{host}', variables: { scheme: { default: 'https' }, host: { default: 'x' } } };

describe('serversOf', () => {
  it.each<[title: string, server: string | object, address: string, known: boolean]>([
    ['the host itself', 'https://api.orchard.example', 'https://api.orchard.example/trees', true],
    ['another case', 'https://api.orchard.example', 'https://API.Orchard.example/trees', true],
    ['no scheme', 'https://api.orchard.example', 'api.orchard.example/trees', true],
    ['the default port', 'https://api.orchard.example', 'https://api.orchard.example:443/trees', true],
    ['the default port of the spec', 'http://api.orchard.example:80', 'http://api.orchard.example/trees', true],
    ['another port', 'https://api.orchard.example', 'https://api.orchard.example:8443/trees', false],
    ['another host', 'https://api.orchard.example', 'https://docs.orchard.example/trees', false],
    ['a longer host', 'https://orchard.example', 'https://api.orchard.example/trees', false],
    ['a host that only ends so', 'https://orchard.example', 'https://myorchard.example/trees', false],
    ['a dot for any character', 'https://api.orchard.example', 'https://apixorchard.example/trees', false],
    ['a value of an enumeration', regional, 'https://us.orchard.example/trees', true],
    ['no value of an enumeration', regional, 'https://docs.orchard.example/trees', false],
    ['the variable itself', regional, 'https://{region}.orchard.example/trees', true],
    ['the variable as a shell variable', regional, 'https://$REGION.orchard.example/trees', true],
    ['the variable in angle brackets', regional, 'https://<region>.orchard.example/trees', true],
    ['any value of an open variable', tenant, 'https://north-slope.farms.example/trees', true],
    ['a value with dots', tenant, 'https://north.slope.farms.example/trees', true],
    ['an upper-case placeholder', tenant, 'https://YOUR_FARM.farms.example/trees', true],
    ['no value at all', tenant, 'https://farms.example/trees', false],
    ['another end', tenant, 'https://demo.farms.example.org/trees', false],
    ['a server that is nothing but variables', anywhere, 'https://weather.example/trees', false],
    ['localhost with its port', 'http://localhost:7070', 'http://localhost:7070/trees', true],
    ['localhost by its number', 'http://localhost:7070', 'http://127.0.0.1:7070/trees', true],
    ['localhost for all interfaces', 'http://localhost:7070', 'http://0.0.0.0:7070/trees', true],
    ['localhost with another port', 'http://localhost:7070', 'http://localhost:3000/trees', false],
    ['a relative server', '/v2', 'https://api.orchard.example/trees', false],
  ])('%s', (_, server, address, known) => {
    const truth = truthOf({ servers: [server], paths: { '/trees': 'GET' } });
    expect(serversOf(hostOf(address), knownServers(truth, {}))).toHaveLength(known ? 1 : 0);
  });
});

describe('aliases of the configuration', () => {
  const truth = truthOf({ name: 'control', servers: ['https://control.orchard.example'], paths: { '/farms': 'GET' } });
  const servers = knownServers(truth, {
    control: { $CP: 'https://control.orchard.example', $EDGE: 'https://edge.example/v1/' },
  });

  it.each(['$CP/farms', '${CP}/farms', '{{CP}}/farms', 'https://$CP/farms'])('%s is the server', (address) => {
    const [server, ...others] = serversOf(hostOf(address), servers);
    expect(others).toEqual([]);
    expect(server).toMatchObject({ server: 0, basePath: '', label: 'control.orchard.example' });
  });

  test('a server that no spec names belongs to the spec all the same', () => {
    const [server] = serversOf(hostOf('$EDGE/farms'), servers);
    expect(server).toMatchObject({ basePath: '/v1', label: 'edge.example' });
    expect(server?.server).toBeUndefined();
  });

  test('another name is unknown', () => {
    expect(serversOf(hostOf('$CPX/farms'), servers)).toEqual([]);
  });

  test('aliases of a spec that is not there do not matter', () => {
    expect(knownServers(truth, { tenant: { $T: 'https://tenant.example' } })).toHaveLength(1);
  });
});

test('one host may be several servers', () => {
  const truth = truthOf(
    { name: 'v1', servers: ['https://api.orchard.example/v1'], paths: { '/trees': 'GET' } },
    { name: 'v2', servers: ['https://api.orchard.example/v2'], paths: { '/trees': 'GET' } },
  );
  const found = serversOf(hostOf('https://api.orchard.example/v2/trees'), knownServers(truth, {}));
  expect(found.map(({ spec, basePath }) => `${spec.name} ${basePath}`)).toEqual(['v1 /v1', 'v2 /v2']);
});

test('a placeholder is one variable in every spelling', () => {
  const spellings = ['$BASE_URL', '${BASE_URL}', '{{BASE_URL}}', '{{ base_url }}', '<BASE_URL>', 'https://BASE_URL/'];
  expect(new Set(spellings.map(plainHost))).toEqual(new Set(['base_url']));
});
