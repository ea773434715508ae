import { describe, expect, it } from 'vitest';
import { factsIn } from './sample-facts.ts';

const py = (code: string) => factsIn('python', code);
const TREES = '"https://api.orchard.example/trees"';

describe('a value that Python sends', () => {
  it.each([
    ['{"name": "Old Oak", "age": -3, "ripe": True, "row": None}', "{name: 'Old Oak', age: -3, ripe: true, row: null}"],
    ['{"rows": [1, (2, 3), row]}', '{rows: [1, [2, 3], ?row]}'],
    ['{"name": f"{prefix}-1", "at": now()}', '{name: ?f"{prefix}-1", at: ?now()}'],
    ['dict(name="Oak", age=age)', "{name: 'Oak', age: ?age}"],
    ['{**defaults, "ripe": True}', '{ripe: true, …}'],
    ['{key: 1, "ripe": True}', '{ripe: true, …}'],
    ['{"ripe": True, ...}', '{ripe: true, …}'],
    ['{\n  "ripe": True,\n  # ...\n}', '{ripe: true, …}'],
    ['[{"name": tree} for tree in trees]', '[{name: ?tree}, …]'],
  ])('%s', (code, expected) => {
    expect(py(`requests.post(${TREES}, json=${code})`)).toEqual([`body ${expected} as application/json «json»`]);
  });

  it('may gain members on the way', () => {
    const code = `tree = {"age": 3}\ntree["name"] = "Oak"\nif ripe:\n    tree.update({"ripe": True})\n`;
    expect(py(`${code}requests.post(${TREES}, json=tree)`)).toEqual([
      "body {age: 3, name: 'Oak', ripe: true, …} as application/json «json»",
    ]);
  });
});

describe('a body in Python', () => {
  it.each([
    ['data={"kind": "oak", "age": 3}', 'body {kind: ‹oak›, age: ‹3›} as application/x-www-form-urlencoded «data»'],
    ['data={"age": 3}, headers=headers()', 'body {age: ‹3›}'],
    ['data=json.dumps({"age": 3})', 'body {age: 3}'],
    ['data=json.dumps({"age": 3}).encode("utf-8")', 'body {age: 3}'],
    ['data=\'{"age": 3}\'', 'body {age: 3}'],
    [
      'files={"photo": photo}, data={"name": "Oak"}',
      'body {name: ‹Oak›, photo: ?photo} as multipart/form-data «files»',
    ],
  ])('requests.post(url, %s)', (given, expected) => {
    expect(py(`requests.post(${TREES}, ${given})`)).toEqual([expected]);
  });

  it('is no form where a header says JSON', () => {
    const code = `requests.post(${TREES}, data={"age": 3}, headers={"Content-Type": "application/json"})`;
    expect(py(code)).toEqual([
      'header Content-Type = application/json',
      'body {age: 3} as application/json «application/json»',
    ]);
  });

  it('is what urllib is given', () => {
    const code = `urllib.request.Request(${TREES}, data=json.dumps({"age": 3}).encode(), headers={"X-Row": "4"})`;
    expect(py(code)).toEqual(['header X-Row = 4', 'body {age: 3}']);
  });
});

describe('headers and parameters in Python', () => {
  it.each([
    [
      'headers={"Authorization": f"Bearer {token}", "X-Row": row}',
      ['header Authorization = Bearer {token}', 'header X-Row'],
    ],
    ['params={"limit": 10, "cursor": cursor}', ['query limit = 10', 'query cursor']],
    ['params=[("limit", 10)]', ['query limit = 10']],
    ['cookies={"season": "1"}', ['cookie season = 1']],
    ['auth=(user, password)', ['header Authorization at «auth»']],
  ])('%s', (given, expected) => {
    const lines = py(`requests.get(${TREES}, ${given})`);
    expect(lines).toEqual(expected.map((line) => (line.includes('at «auth»') ? 'header Authorization' : line)));
  });

  it('come from a session as well', () => {
    const code = `s = requests.Session()\ns.headers.update({"X-Row": "4"})\ns.headers["X-Tree"] = tree\ns.get(${TREES})`;
    expect(py(code)).toEqual(['header X-Row = 4', 'header X-Tree']);
    expect(py(`with httpx.Client(headers={"X-Row": "4"}) as c:\n    c.get(${TREES})`)).toEqual(['header X-Row = 4']);
  });
});

describe('what Python reads of an answer', () => {
  const read = (code: string) => py(`r = requests.get(${TREES})\n${code}`);

  it.each([
    ['r.json()["tree"]["id"]', ['tree', 'tree.id']],
    ['data = r.json()\ndata["tree"]; data.get("row", {}).get("id")', ['tree', 'row', 'row.id']],
    ['for tree in r.json()["trees"]:\n    tree["id"]', ['trees', 'trees.[].id']],
    ['ids = [tree["id"] for tree in r.json()["trees"]]', ['trees', 'trees.[].id']],
    ['for i, tree in enumerate(r.json()["trees"][:5]):\n    tree["id"]', ['trees', 'trees.[].id']],
    ['r.json()["trees"][-1]["id"]', ['trees', 'trees.[].id']],
    ["print(f\"{r.json()['tree']['id']}\")", ['tree', 'tree.id']],
    ['data = r.json() or {}\ndata["id"]', ['id']],
    ['json.loads(r.read().decode())["id"]', ['id']],
  ])('%s', (code, expected) => {
    expect(read(code).toSorted()).toEqual(expected.map((path) => `response ${path}`).toSorted());
  });

  it.each([
    ['r["id"]', 'the answer itself'],
    ['r.headers["X-Row"]', 'a header'],
    ['if x:\n    r = other()\nr.json()["id"]', 'a name which may have got another value'],
    ['data = r.json()\ndata["own"] = 1\nprint(data["own"])', 'a key which the sample itself sets'],
    ['data = r.json()\ndata[key]["id"]', 'a key that is not named'],
    ['for k, v in r.json().items():\n    v["id"]', 'a value without a name'],
    ['run = client.runs.retrieve(1)\nrun["output"]; run.output', 'what an SDK gives'],
    ['data = r.json()\ndef f(data):\n    return data["id"]', 'a parameter of the same name'],
  ])('%s is no field of the answer: %s', (code) => {
    expect(read(code)).toEqual([]);
  });

  it('belongs to the request which was sent last', () => {
    const code = `d = r.json()\nd["id"]\nr = requests.get("https://api.orchard.example/rows")\nd = r.json()\nd["row"]`;
    expect(read(code)).toEqual(['response id', '# https://api.orchard.example/rows', 'response row']);
  });

  it('may come by aiohttp, urllib and functions', () => {
    const aio = `async with aiohttp.ClientSession() as s:\n    async with s.get(${TREES}) as r:\n        d = await r.json()\n        d["id"]`;
    const urllib = `q = urllib.request.Request(${TREES})\nwith urllib.request.urlopen(q) as r:\n    json.load(r)["id"]`;
    const helper = `def trees():\n    r = requests.get(${TREES})\n    r.raise_for_status()\n    return r.json()\ntrees()["id"]`;
    for (const code of [aio, urllib, helper]) expect(py(code)).toEqual(['response id']);
  });

  it('is an error where a condition says so', () => {
    const code =
      'if r.status_code == 201:\n    r.json()["id"]\nelif r.status_code == 404:\n    r.json()["detail"]\nelse:\n    r.json()["error"]';
    expect(read(code)).toEqual([
      'status 201',
      'response id 201',
      'status 404',
      'response detail error 404',
      'response error error',
    ]);
  });
});
