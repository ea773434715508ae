// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { factsIn } from './sample-facts.ts';

const js = (code: string) => factsIn('js', code);
const TREES = '"https://api.orchard.example/trees"';
const posted = (value: string) => js(`fetch(${TREES}, { method: "POST", body: JSON.stringify(${value}) })`);

describe('a value that JavaScript sends', () => {
  it.each([
    ['{ name: "Old Oak", "age": 3, \'deep\': { x: `y` } }', "{name: 'Old Oak', age: 3, deep: {x: 'y'}}"],
    ['{ a: -2.5, b: 1_000, c: true, d: null, e: undefined }', '{a: -2.5, b: 1000, c: true, d: null}'],
    ['{ rows: [1, "x", row] }', "{rows: [1, 'x', ?row]}"],
    ['{ name, "at": new Date(), id: `${prefix}-1` }', '{name: ?name, at: ?new Date(), id: ?`${prefix}-1`}'],
    ['{ [key]: 1, ripe: true }', '{ripe: true, …}'],
    ['{ ...defaults, ripe: true }', '{ripe: true, …}'],
    ['{ ...{ ripe: true }, age: 1 }', '{ripe: true, age: 1}'],
    ['{ ripe: true, ... }', '{ripe: true, …}'],
    ['{ tree: { ... } }', '{tree: {…}}'],
    ['{ ripe: true, /* ... */ }', '{ripe: true, …}'],
    ['{ ripe: true, // a remark\n}', '{ripe: true}'],
    ['{\n  ripe: true,\n  // other fields\n}', '{ripe: true, …}'],
    ['{ toJSON() {}, on: () => 1, ripe: true } as const', '{ripe: true}'],
    ['({ ripe: (true) } satisfies Tree)', '{ripe: true}'],
    ['trees.map((tree) => ({ name: tree.name }))', '[{name: ?tree.name}, …]'],
    ['[...trees, { name: "Oak" }]', "[{name: 'Oak'}, …]"],
    ['{ quote: "a\\"b\\u0041" }', "{quote: 'a\"bA'}"],
  ])('%s', (code, expected) => {
    expect(posted(code)).toEqual([`body ${expected}`]);
  });

  it.each(['tree', 'makeTree()', '`${tree}`'])('is not shown by %s', (code) => {
    expect(posted(code)).toEqual([]);
  });

  it('is followed through names to where it is written', () => {
    const code = `const name = "Old Oak";\nconst more = { age: 3 };\nconst tree = { name, ...more };\n`;
    expect(js(`${code}fetch(${TREES}, { method: "POST", body: JSON.stringify(tree) })`)).toEqual([
      "body {name: 'Old Oak', age: 3}",
    ]);
  });

  it('may gain members on the way', () => {
    const code = `const tree = { age: 3 };\ntree.name = "Oak";\nif (ripe) tree["ripe"] = true;\n`;
    expect(js(`${code}fetch(${TREES}, { method: "POST", body: JSON.stringify(tree) })`)).toEqual([
      "body {age: 3, name: 'Oak', ripe: true, …}",
    ]);
  });

  it('is unknown where a name has another value in another branch', () => {
    const code = `let age = 3;\nif (old) age = 300;\n`;
    expect(js(`${code}fetch(${TREES}, { method: "POST", body: JSON.stringify({ age }) })`)).toEqual([
      'body {age: ?age}',
    ]);
  });

  it('does not grow without end', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `const v${i + 1} = { x: v${i}, y: v${i} };`).join('\n');
    expect(js(`const v0 = {};\n${lines}\nfetch(${TREES}, { body: JSON.stringify(v60) })`)).toHaveLength(1);
  });
});

describe('a body in JavaScript', () => {
  it.each([
    ['{ body: \'{"age": [1]}\' }', 'body {age: [1]}'],
    ['{ body: "{\\"age\\": 1}" }', 'body {age: 1}'],
    ['{ body: `{"name": "${name}", "age": ${age}}` }', 'body {name: ?"${name}", age: ?${age}}'],
    [
      '{ body: new URLSearchParams({ kind: "oak", age: 3, id }) }',
      'body {kind: ‹oak›, age: ‹3›, id: ?id} as application/x-www-form-urlencoded «URLSearchParams»',
    ],
    ['{ body: "kind=oak" }', undefined],
    ['{ body }', undefined],
  ])('fetch(url, %s)', (options, expected) => {
    expect(js(`fetch(${TREES}, ${options})`)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('is put together by `append`', () => {
    const code = `const form = new FormData();\nform.append("photo", file);\nform.append('name', "Oak");\n`;
    expect(js(`${code}fetch(${TREES}, { method: "POST", body: form })`)).toEqual([
      'body {photo: ?file, name: ‹Oak›} as multipart/form-data «FormData»',
    ]);
  });

  it.each([
    ['axios.post(U, { age: 1 }, { params: { dry: true } })', ['query dry = true', 'body {age: 1}']],
    ['axios({ url: U, method: "POST", data: { age: 1 } })', ['body {age: 1}']],
    ['axios.get(U, { params: { limit: 3, cursor } })', ['query limit = 3', 'query cursor']],
    ['ky.post(U, { json: { age: 1 }, searchParams: { dry: "1" } })', ['query dry = 1', 'body {age: 1}']],
    ['got.post(U, { json: { age: 1 } })', ['body {age: 1}']],
    ['$fetch(U, { method: "POST", body: { age: 1 }, query: { dry: 1 } })', ['query dry = 1', 'body {age: 1}']],
    [
      'superagent.post(U).set("X-Row", "4").query({ dry: 1 }).send({ age: 1 })',
      ['header X-Row = 4', 'query dry = 1', 'body {age: 1}'],
    ],
    ['request({ url: U, method: "POST", json: { age: 1 } })', ['body {age: 1}']],
    ['const api = axios.create();\napi.post(U, { age: 1 })', ['body {age: 1}']],
    [
      'xhr.open("POST", U);\nxhr.send(JSON.stringify({ age: 1 }))',
      ['body {age: 1}'],
      'const xhr = new XMLHttpRequest();\n',
    ],
  ])('%s', (code, expected, before = '') => {
    expect(js(before + code.replaceAll('U', TREES))).toEqual(expected);
  });

  it('is none in the options of an SDK', () => {
    expect(js(`client.trees.create({ name: "Oak" }); await fetch(${TREES});`)).toEqual([]);
  });

  it('has the type that a header states', () => {
    const code = `fetch(${TREES}, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({}) })`;
    expect(js(code)).toEqual([
      'header Content-Type = application/json',
      'body {} as application/json «application/json»',
    ]);
  });
});

describe('headers and parameters in JavaScript', () => {
  it.each([
    ['{ Authorization: `Bearer ${token}` }', ['header Authorization = Bearer ${token}']],
    ['{ Authorization: "Bearer " + token }', ['header Authorization = Bearer ']],
    ['{ Authorization: token, "X-Row": "4" }', ['header Authorization', 'header X-Row = 4']],
    ['{ "X-Api-Key": "YOUR_API_KEY" }', ['header X-Api-Key']],
    ['new Headers({ "X-Row": "4" })', ['header X-Row = 4']],
    ['headers', []],
  ])('headers: %s', (headers, expected) => {
    expect(js(`fetch(${TREES}, { headers: ${headers} })`)).toEqual(expected);
  });

  it('come from a client as well', () => {
    const code = `const api = axios.create({ headers: { "X-Row": "4" } });\napi.get(${TREES}, { headers: { "X-Tree": "5" } })`;
    expect(js(code)).toEqual(['header X-Row = 4', 'header X-Tree = 5']);
  });

  it.each([
    [`const url = new URL(${TREES});\nurl.searchParams.set("limit", "10");\nfetch(url)`, ['query limit = 10']],
    [
      'const params = new URLSearchParams({ limit: 10 });\nparams.append("cursor", cursor);\nfetch(`https://api.orchard.example/trees?${params}`)',
      ['query limit = 10', 'query cursor'],
    ],
  ])('%s', (code, expected) => {
    expect(js(code)).toEqual(expected);
  });
});

describe('what JavaScript reads of an answer', () => {
  const read = (code: string) => js(`const res = await fetch(${TREES});\n${code}`);

  it.each([
    ['const { token, data: { id }, "x-y": z = 1, ...rest } = await res.json();', ['token', 'data', 'data.id', 'x-y']],
    ['const data = await res.json();\ndata.token; data.trees[0].name', ['token', 'trees.[].name', 'trees']],
    ['const data = await res.json();\ndata.trees.map((tree) => tree.id)', ['trees', 'trees.[].id']],
    ['const data = await res.json();\nfor (const { id } of data.trees) plant(id);', ['trees', 'trees.[].id']],
    [
      'const { trees } = await res.json();\ntrees.filter((t) => t.ripe).forEach(({ id }) => id)',
      ['trees', 'trees.[].ripe', 'trees.[].id'],
    ],
    ['(await res.json()).token', ['token']],
    ['const data = (await res.json()) as Trees;\ndata!.token', ['token']],
    ['const data = await res.json();\ndata.trees.length; data.name.includes("x")', ['trees', 'name']],
    ['res.json().then((data) => data?.["next page"])', ['next page']],
    ['let data;\ntry {\n  data = await res.json();\n} catch {}\ndata.token', ['token']],
    ['const tree = (await res.json()).trees.find((t) => t.id);\ntree.name', ['trees', 'trees.[].id', 'trees.[].name']],
    ['const data = await res.json() ?? {};\ndata.token', ['token']],
  ])('%s', (code, expected) => {
    const paths = read(code).map((line) => line.replace(/^response /, '').replace(/ at «.*/, ''));
    expect(paths.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['res.ok; res.status; res.headers.get("x")', 'the answer itself'],
    ['const data = await res.text();\ndata.token', 'a text'],
    ['let data = await res.json();\nif (x) data = {};\ndata.token', 'a name which may have got another value'],
    ['const data = await res.json();\nfunction f(data) { return data.token; }', 'a parameter of the same name'],
    ['const data = await res.json();\ndata[key].name', 'a member that is not named'],
    ['const data = await res.json();\ndata.own = 1;\ndata.own', 'a member which the script itself sets'],
    ['const run = await client.runs.retrieve(id);\nrun.output', 'what an SDK gives'],
    ['const run = await client.track(res);\nrun.output', 'what a function makes of the answer'],
    ['res.data.token', 'a property that fetch does not have'],
  ])('%s is no field of the answer: %s', (code) => {
    expect(read(code)).toEqual([]);
  });

  it.each([
    [`fetch(${TREES}).then((r) => r.json()).then((d) => d.token)`, ['response token']],
    [`fetch(${TREES}).then(async (r) => { return r.json(); }).then(({ token }) => token)`, ['response token']],
    [`const { data } = await axios.get(${TREES});\ndata.token`, ['response token']],
    [`axios.get(${TREES}).then((res) => res.data.trees)`, ['response trees']],
    [`const tree = await ky(${TREES}).json();\ntree.id`, ['response id']],
    [`superagent.get(${TREES}).then((res) => res.body.id)`, ['response id']],
    [`const tree = await $fetch(${TREES});\ntree.id`, ['response id']],
    [`axios.interceptors.response.use((r) => r.data);\nconst r = await axios.get(${TREES});\nr.data.token`, []],
    [
      `async function trees() {\n  const r = await fetch(${TREES});\n  if (!r.ok) return null;\n  return r.json();\n}\nconst t = await trees();\nt.token`,
      ['response token'],
    ],
  ])('%s', (code, expected) => {
    expect(js(code)).toEqual(expected);
  });

  it('belongs to the request whose answer it is', () => {
    const code = `const res = await fetch(${TREES});\nconst data = await res.json();\ndata.token;\nconst r2 = await fetch("https://api.orchard.example/rows");\nconst d2 = await r2.json();\nd2.rows; data.age`;
    expect(js(code)).toEqual(['response token', 'response age', '# https://api.orchard.example/rows', 'response rows']);
  });

  it('is an error where a condition says so', () => {
    expect(read('if (!res.ok) {\n  const e = await res.json();\n  throw new Error(e.message);\n}')).toEqual([
      'response message error',
    ]);
    expect(read('if (res.status === 404) {\n  const e = await res.json();\n  e.message;\n}')).toEqual([
      'status 404',
      'response message error 404',
    ]);
    expect(read('if (res.status !== 204 || res.status > 300) {}')).toEqual([]);
  });

  it('is meant like the request', () => {
    expect(js(`// deprecated\nfetch(${TREES}).then((r) => r.json()).then((d) => d.token)`)).toEqual([
      'response token deprecated',
    ]);
  });
});
