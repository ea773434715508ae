import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

describe('request lines', () => {
  it.each(['', 'http', 'text', 'bash', 'shell', 'json'])('are read in a fence of language "%s"', (lang) => {
    expect(read(lang, 'POST /trees\n{ "kind": "apple" }')).toEqual(['POST /trees']);
  });

  it('may come many at once, aligned and with comments', () => {
    const code = [
      'GET    /v1/trees              # List trees',
      'PUT    /v1/trees/:treeId      // Change a tree',
      'DELETE /v1/trees/{tree_id} — fell it',
      'PATCH  /v1/trees/<id>  change a tree',
    ].join('\n');
    expect(read('', code)).toEqual([
      'GET /v1/trees',
      'PUT /v1/trees/:treeId',
      'DELETE /v1/trees/{tree_id}',
      'PATCH /v1/trees/<id>',
    ]);
  });

  it.each([
    ['GET https://api.orchard.example/trees', 'GET https://api.orchard.example/trees'],
    ['GET {{ baseUrl }}/trees', 'GET {{ baseUrl }}/trees'],
    ['GET $BASE/trees', 'GET $BASE/trees'],
    ['GET /trees/(id)', 'GET /trees/(id)'],
    ['GET localhost:8080/trees', 'GET localhost:8080/trees'],
    ['DEL /trees/7', 'DEL /trees/7'],
    ['GET /trees?limit=2&ripe=true HTTP/1.1', 'GET /trees?limit=2&ripe=true'],
    ['> GET /trees HTTP/1.1', 'GET /trees'],
    ['GET /trees?\n  limit=2', 'GET /trees?'],
    ['GET /trees\n  ?limit=2\n  &ripe=true', 'GET /trees?limit=2&ripe=true'],
  ])('%s', (code, expected) => {
    expect(read('', code)).toEqual([expected]);
  });

  it.each(['GET|POST /trees', 'GET, POST /trees', 'GET/POST /trees'])('%s: one sample for each method', (code) => {
    expect(read('', code)).toEqual(['GET /trees', 'POST /trees']);
  });

  it('may be in lower case where the fence is HTTP', () => {
    expect(read('http', 'get /trees')).toEqual(['GET /trees']);
    expect(read('text', 'get /trees')).toEqual([]);
  });

  it.each([
    ['', 'GET or'],
    ['', 'GET the trees from /trees'],
    ['', 'POST requests are answered'],
    ['', 'HTTP/1.1 200 OK'],
    ['', 'GET /trees 200 in 12ms'],
    ['', 'GET /trees 200'],
    ['', 'POST /trees 201 4.512 ms - 27'],
    ['', '127.0.0.1 - - "GET /trees HTTP/1.1" 200'],
    ['', 'DELETE / UPDATE / INSERT'],
    ['sql', 'DELETE /trees'],
    ['diff', 'GET /trees'],
    ['js', 'GET /trees are listed by the server'],
    ['dockerfile', 'COPY /trees /app'],
  ])('%s: "%s" states none', (lang, code) => {
    expect(read(lang, code)).toEqual([]);
  });

  it('have exact spans', () => {
    const code = 'intro\n  GET   /trees/{id},';
    const [sample] = samplesOf('', code);
    expect(sample && [covered(code, sample.span), sample.text, sample.source]).toEqual([
      'GET   /trees/{id}',
      'GET /trees/{id}',
      'request-line',
    ]);
  });
});

describe('raw HTTP', () => {
  it('takes the host from the header', () => {
    const code = 'POST /trees HTTP/1.1\nAccept: */*\nHost: api.orchard.example:8080\n\n{}';
    const [sample] = samplesOf('http', code);
    expect(sample?.source).toBe('http');
    expect(sample?.target.host).toMatchObject({ text: 'api.orchard.example:8080', kind: 'literal' });
    expect(sample?.target.host && covered(code, sample.target.host.span)).toBe('api.orchard.example:8080');
  });

  it('reads no headers behind the empty line, and keeps the host of a full URL', () => {
    expect(samplesOf('http', 'GET /trees HTTP/1.1\n\nHost: api.orchard.example')[0]?.target.host).toBeUndefined();
    const [absolute] = samplesOf('http', 'GET http://a.example/trees HTTP/1.1\nHost: b.example');
    expect(absolute?.target.host?.text).toBe('a.example');
  });

  it('knows the variables of editor clients', () => {
    const [sample] = samplesOf('http', '@baseUrl = https://api.orchard.example\n\nGET {{baseUrl}}/trees');
    expect(sample?.variables).toEqual({ baseUrl: 'https://api.orchard.example' });
  });
});
