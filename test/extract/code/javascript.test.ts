// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

const js = (code: string) => read('js', code);

describe('calls in JavaScript', () => {
  it.each([
    ["fetch('/trees')", 'GET~ /trees'],
    [
      "await fetch('https://api.orchard.example/trees', { method: 'post', body })",
      'POST https://api.orchard.example/trees',
    ],
    ["fetch('/trees', { method })", '? /trees'],
    ["fetch('/trees', { ...options })", '? /trees'],
    ["fetch('/trees', options)", '? /trees'],
    ["const options = { 'method': 'PUT' };\nfetch('/trees', options)", 'PUT /trees'],
    ["fetch('/trees', { headers: {} })", 'GET~ /trees'],
    ["axios.post<Tree>('/trees', tree)", 'POST /trees'],
    ["axios({ url: '/trees', method: 'DELETE' })", 'DELETE /trees'],
    ["axios.request({ method: 'patch', url: '/trees' })", 'PATCH /trees'],
    ["axios('/trees')", 'GET~ /trees'],
    ["axios\n  .get('/trees')\n  .then(show)", 'GET /trees'],
    ["request.post({ uri: '/trees' }, done)", 'POST /trees'],
    [
      "var options = { 'method': 'PUT', 'hostname': 'api.orchard.example', 'path': '/trees' };\nhttps.request(options, done)",
      'PUT ${hostname}/trees',
    ],
    ["ky.put('/trees').json()", 'PUT /trees'],
    ["$fetch('/trees')", 'GET~ /trees'],
    ["new EventSource('/trees/stream')", 'GET~ /trees/stream'],
    ["const xhr = new XMLHttpRequest();\nxhr.open('GET', '/trees')", 'GET /trees'],
    ["https.get('https://api.orchard.example/trees', (res) => {})", 'GET https://api.orchard.example/trees'],
    ['fetch(`${BASE}/trees/${tree.id}`)', 'GET~ ${BASE}/trees/${tree.id}'],
    ['fetch(`/trees/${encodeURIComponent(id)}`)', 'GET~ /trees/${id}'],
    ["fetch(BASE + '/trees/' + id)", 'GET~ ${BASE}/trees/${id}'],
    ["fetch(new URL('/trees', BASE))", 'GET~ ${BASE}/trees'],
    ["const url = new URL('https://api.orchard.example/trees');\nfetch(url)", 'GET~ https://api.orchard.example/trees'],
    ["fetch('ORCHARD_URL/trees')", 'GET~ ORCHARD_URL/trees'],
  ])('%s', (code, expected) => {
    expect(js(code)).toEqual([expected]);
  });

  it.each([
    "app.post('/webhook', (req, res) => {})",
    "router.get('/trees', list)",
    "http.get('/trees', ({ request }) => HttpResponse.json([]))",
    "request(app).get('/trees')",
    'client.trees.list()',
    "cache.get('/trees')",
    "window.open('/trees')",
    "cookies.get('tree')",
    'fetch(url)',
    "// fetch('/trees')",
  ])('%s is none', (code) => {
    expect(js(code)).toEqual([]);
  });

  it('survive fragments', () => {
    expect(js("});\nconst r = await fetch('/trees', { method: 'POST', body: {\n  ...\n")).toEqual(['POST /trees']);
  });

  it('have the spans of the method and of the address where it was defined', () => {
    const code = "const url = 'https://api.orchard.example/trees';\nfetch(url, { method: 'PUT' });";
    const [sample] = samplesOf('ts', code);
    expect(sample?.method && covered(code, sample.method.span)).toBe('PUT');
    expect(sample && covered(code, sample.target.pathSpan)).toBe('/trees');
    expect(sample && covered(code, sample.span)).toBe('fetch(url');
  });

  it('carry the values of constants and of base URLs', () => {
    const [sample] = samplesOf('ts', "const BASE = 'https://api.orchard.example/v1';\nfetch(`${BASE}/trees`)");
    expect(sample?.variables).toEqual({ BASE: 'https://api.orchard.example/v1' });
    const code = "const api = axios.create({ baseURL: 'https://api.orchard.example/v1' });\napi.get('/trees')";
    const [based] = samplesOf('ts', code);
    expect(based?.variables).toEqual({ api: 'https://api.orchard.example/v1' });
    expect(based && covered(code, based.target.pathSpan)).toBe('/trees');
  });

  it.each([
    ["const BASE = process.env.BASE ?? 'https://api.orchard.example';\nfetch(`${BASE}/trees`)", 'BASE'],
    ["const config = { base: 'https://api.orchard.example' };\nfetch(config.base + '/trees')", 'config.base'],
  ])('carry the value that the sample gives in %s', (code, name) => {
    expect(samplesOf('ts', code)[0]?.variables).toEqual({ [name]: 'https://api.orchard.example' });
  });

  it('are read from the scripts of a page', () => {
    expect(read('html', "<p>Don't</p>\n<script>\nfetch('/trees')\n</script>")).toEqual(['GET~ /trees']);
  });

  it('take their stance from comments', () => {
    expect(samplesOf('js', "// Deprecated\nfetch('/trees')")[0]?.stance).toBe('deprecated');
  });
});
