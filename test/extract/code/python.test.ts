// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

const py = (code: string) => read('python', code);

describe('calls in Python', () => {
  it.each([
    ['r = requests.get("https://api.orchard.example/trees", params={})', 'GET https://api.orchard.example/trees'],
    ["requests.request('POST', 'https://api.orchard.example/trees')", 'POST https://api.orchard.example/trees'],
    ['requests.request(method, url="https://api.orchard.example/trees")', '? https://api.orchard.example/trees'],
    [
      'requests.post(\n  url="https://api.orchard.example/trees",\n  json={},\n)',
      'POST https://api.orchard.example/trees',
    ],
    ['httpx.delete(f"{BASE}/trees/{tree_id}")', 'DELETE ${BASE}/trees/{tree_id}'],
    [
      'requests.get(f"https://api.orchard.example/trees/{tree.id!r}")',
      'GET https://api.orchard.example/trees/{tree.id}',
    ],
    ['requests.get("{}/trees/{}".format(BASE, id))', 'GET ${base}/trees/{}'],
    ['requests.get("%s/trees/%s" % (BASE, id))', 'GET ${base}/trees/%s'],
    ['requests.get(BASE + "/trees")', 'GET ${BASE}/trees'],
    ['requests.get("https://api.orchard.example"\n  "/trees")', 'GET https://api.orchard.example/trees'],
    ['s = requests.Session()\ns.put("https://api.orchard.example/trees")', 'PUT https://api.orchard.example/trees'],
    ['with httpx.Client(base_url="https://api.orchard.example") as c:\n  c.get("/trees")', 'GET ${c}/trees'],
    ['async with session.get("https://api.orchard.example/trees") as r: pass', 'GET https://api.orchard.example/trees'],
    [
      'urllib.request.Request("https://api.orchard.example/trees", method="PUT")',
      'PUT https://api.orchard.example/trees',
    ],
    ['urllib.request.urlopen("https://api.orchard.example/trees", data=b)', 'POST~ https://api.orchard.example/trees'],
    [
      'conn = http.client.HTTPSConnection("api.orchard.example")\nconn.request("POST", "/trees", b)',
      'POST ${conn}/trees',
    ],
    ['url = "https://api.orchard.example/trees"\nrequests.post(url)', 'POST https://api.orchard.example/trees'],
  ])('%s', (code, expected) => {
    expect(py(code)).toEqual([expected]);
  });

  it.each([
    '@app.post("/webhook")\ndef hook(): pass',
    'client.get("/trees")',
    'client.trees.get("https://api.orchard.example/trees")',
    'requests.get(url)',
    'os.environ.get("/trees")',
    '# requests.get("https://api.orchard.example/trees")',
  ])('%s is none', (code) => {
    expect(py(code)).toEqual([]);
  });

  it('carry the values of constants and of base URLs', () => {
    const code = 'BASE = "https://api.orchard.example/v1"\nrequests.get(f"{BASE}/trees")';
    const [sample] = samplesOf('py', code);
    expect(sample?.variables).toEqual({ BASE: 'https://api.orchard.example/v1' });
    expect(sample && covered(code, sample.target.pathSpan)).toBe('/trees');
    const [based] = samplesOf('py', 'c = httpx.Client(base_url="https://api.orchard.example")\nc.get("/trees")');
    expect(based?.variables).toEqual({ c: 'https://api.orchard.example' });
  });
});
