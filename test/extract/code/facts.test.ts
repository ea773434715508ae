import { describe, expect, it } from 'vitest';
import { factsIn } from '../describe-fact.ts';

const url = 'https://api.orchard.example/trees';
const fence = (lang: string, ...lines: readonly string[]) => [`\`\`\`${lang}`, ...lines, '```'].join('\n');
const sh = (...lines: readonly string[]) => factsIn(fence('bash', ...lines));
const http = (...lines: readonly string[]) => factsIn(fence('http', ...lines));

describe('a curl command', () => {
  it.each([
    [`-d '{"kind":"apple","age":12}'`, ['curl request {kind: "apple", age: 12}']],
    [`--data-raw "{\\"kind\\": \\"$kind\\"}"`, ['curl request {kind: "$kind"}']],
    [`-d '{"kind": "'"$KIND"'", "age": '$AGE'}'`, ['curl request {kind: "$KIND", age: ?$AGE}']],
    [`--json '{"kind":"apple"}'`, ['curl request {kind: "apple"} as application/json']],
    [
      `-H 'content-type: application/json; charset=utf-8' -d '{"a":1}'`,
      ['curl header content-type=application/json; charset=utf-8', 'curl request {a: 1} as application/json'],
    ],
    ['-d kind=apple -d "age=$AGE"', ['curl request {kind: apple, age: ?$AGE}']],
    [
      `-d 'kind=apple&rows[]=2' --data-urlencode 'note=old & dry'`,
      ['curl request {kind: apple, rows[]: 2, note: old & dry}'],
    ],
    [`-H 'Content-Type: application/json' -d a=b`, ['curl header Content-Type=application/json']],
    [`--data-urlencode note@note.txt -d kind=apple`, ['curl request {note: ?note.txt, kind: apple}']],
    [
      `-F 'photo=@tree.png;type=image/png' -F kind=apple -F 'meta={"a":1};type=application/json'`,
      ['curl request {photo: ?@tree.png;type=image/png, kind: apple, meta: {"a":1}} as multipart/form-data'],
    ],
    ['-d @tree.json', []],
    ['-d "$BODY"', []],
    ['-d @tree.json -d kind=apple', []],
    [`-H 'X-Api-Key: $KEY' -H "Accept: */*" -H 'X-Empty;'`, ['curl header X-Api-Key', 'curl header Accept=*/*']],
    ['-H "Authorization: Bearer $TOKEN"', ['curl header Authorization=Bearer $TOKEN']],
    ['-u ana:secret', ['curl header Authorization=Basic …']],
    [`-b 'session=abc; theme=dark' -b jar.txt`, ['curl cookie session=abc', 'curl cookie theme=dark']],
    [`-G -d limit=2 --data-urlencode 'q=<kind>'`, ['curl query limit=2', 'curl query q']],
    [`-d '{"a": 1' -H 'b: c' -d '`, ['curl header b=c']],
  ])('sends with %s', (options, expected) => {
    const facts = sh(`curl ${url} ${options}`);
    expect(facts.map((fact) => fact.replace(/ of [A-Z]+ https:\S+$/, ''))).toEqual(expected);
    expect(facts.every((fact) => fact.endsWith(url))).toBe(true);
  });

  it('takes its data from a heredoc, a pipe or a variable', () => {
    const sent = [`curl request {kind: "apple"} of POST ${url}`];
    expect(sh(`curl ${url} -d @- <<JSON`, '{"kind":"apple"}', 'JSON')).toEqual(sent);
    expect(sh(`curl --data-binary @- ${url} <<'EOF'`, '{"kind":"apple"}', 'EOF')).toEqual(sent);
    expect(sh(`echo '{"kind":"apple"}' | curl -d @- ${url}`)).toEqual(sent);
    expect(sh("cat > tree.json <<'EOF'", '{"kind":"apple"}', 'EOF', `curl ${url} -d @tree.json`)).toEqual(sent);
    expect(sh(`echo '{"kind":"apple"}' > tree.json && curl ${url} -d @tree.json`)).toEqual(sent);
    expect(sh(`echo '{"kind":"apple"' > tree.json`, `echo '}' >> tree.json`, `curl ${url} -d @tree.json`)).toEqual([]);
    expect(sh(`BODY='{"kind":"apple"}'`, `curl -d "$BODY" ${url}`)).toEqual(sent);
  });

  it('says so with the stance of its comment', () => {
    expect(sh('# deprecated', `curl "${url}?limit=2"`)).toEqual([
      `curl query limit=2 deprecated of GET ${url}?limit=2`,
    ]);
  });

  it('may stand between back quotes', () => {
    expect(factsIn(`Call \`curl -H 'X-Row: 7' ${url}\`.`)).toEqual([`curl header X-Row=7 of GET ${url}`]);
  });
});

describe('other commands', () => {
  it.each([
    [
      `http POST ${url} kind=apple age:=12 ripe:=true X-Row:7 limit==2`,
      ['curl query limit=2', 'curl header X-Row=7', 'curl request {kind: "apple", age: 12, ripe: true}'],
    ],
    [`http -f POST ${url} kind=apple photo@tree.png`, ['curl request {kind: apple, photo: ?tree.png}']],
    [`wget --header 'X-Row: 7' --post-data 'kind=apple' ${url}`, ['curl header X-Row=7', 'curl request {kind: apple}']],
  ])('%s', (command, expected) => {
    expect(sh(command).map((fact) => fact.replace(/ of [A-Z]+ https:\S+$/, ''))).toEqual(expected);
  });
});

describe('what stands behind a command', () => {
  it('may be its answer', () => {
    expect(sh(`curl ${url}/7`, '', '{ "id": 7 }')).toEqual([`json response {id: 7} of GET ${url}/7`]);
    expect(sh(`curl ${url}/7 | jq`, '# Response', '{ "id": 7, ... }')).toEqual([
      `json response {id: 7, ...} of GET ${url}/7`,
    ]);
    expect(sh(`$ curl -i ${url}/9`, 'HTTP/2 404', 'content-type: application/json', '', '{"error":"gone"}')).toEqual([
      `status 404 of GET ${url}/9`,
      `json response {error: "gone"} as application/json error 404 of GET ${url}/9`,
    ]);
  });

  it('may be another command, or what that made of the answer', () => {
    expect(sh(`curl ${url}`, 'cat > tree.json <<EOF', '{ "id": 7 }', 'EOF')).toEqual([]);
    expect(sh(`curl ${url} | grep id`, '{ "id": 7 }')).toEqual([]);
    expect(sh(`curl ${url}`, '[ -f trees ] && exit')).toEqual([]);
    expect(sh(`curl ${url}`, '{ echo done; }')).toEqual([]);
    expect(sh(`curl ${url}/.well-known`, '[...]')).toEqual([]);
  });

  it('may be jq', () => {
    expect(sh(`ID=$(curl -s ${url} | jq -r '.trees[0].id')`)).toEqual([`jq response trees.[].id of GET ${url}`]);
    expect(sh(`curl ${url} | jq --arg k "$K" '.trees[] | select(.kind == $k)' -r`)).toEqual([
      `jq response trees of GET ${url}`,
      `jq response trees.[].kind of GET ${url}`,
    ]);
    expect(sh(`curl ${url} -o x; jq .id x.json`, `curl ${url} | jq -n .id`, `curl ${url} | tee x | jq .id`)).toEqual(
      [],
    );
  });
});

describe('raw HTTP', () => {
  it('has headers, a body, a status and an answer', () => {
    expect(
      http(
        'POST /trees?dry=true HTTP/1.1',
        'Host: api.orchard.example',
        'Content-Type: application/json',
        '',
        '{ "kind": "apple" }',
        '',
        'HTTP/1.1 201 Created',
        'Content-Type: application/json; charset=utf-8',
        '',
        '{ "id": 7 }',
      ),
    ).toEqual(
      [
        'url query dry=true',
        'http header Host=api.orchard.example',
        'http header Content-Type=application/json',
        'http request {kind: "apple"} as application/json',
        'status 201 "Created"',
        'http response {id: 7} as application/json 201',
      ].map((fact) => `${fact} of POST /trees?dry=true`),
    );
  });

  it('may send a form, or be a lone answer', () => {
    expect(http('POST /token', 'Accept: */*', '', 'grant_type=password&scope=<scope>')).toEqual([
      'http header Accept=*/* of POST /token',
      'http request {grant_type: password, scope: ?<scope>} of POST /token',
    ]);
    expect(http('HTTP/1.1 403 Forbidden', '', '{"error":"no"}')).toEqual([
      'status 403 "Forbidden"',
      'http response {error: "no"} error 403',
    ]);
  });

  it('of a console has its body right below', () => {
    expect(factsIn(fence('json', 'GET /trees/_search', '{ "q": "apple" }'))).toEqual([
      'http request {q: "apple"} of GET /trees/_search',
    ]);
    expect(factsIn(fence('', 'GET /trees', '', '[{ "id": 7 }]'))).toEqual(['http response [{id: 7}] of GET /trees']);
    expect(factsIn(fence('', 'POST /trees', '', '{ "id": 7 }'))).toEqual(['http unknown {id: 7} of POST /trees']);
    expect(factsIn(fence('', 'GET /trees', 'Returns: all trees', 'PUT /trees'))).toEqual([]);
  });
});

describe('a query', () => {
  it.each([
    ['`GET /trees?limit=20&kind=<kind>`', ['url query limit=20', 'url query kind']],
    ['`/trees?filter[kind]=apple&ids[]=1`', ['url query filter[kind]=apple', 'url query ids[]=1']],
    ['`GET /trees?{query}`, `GET /trees?:filter`, `GET /trees?PARAMS`, `GET /trees?key=value`', []],
    ['`GET /trees?q=old%20apple&sort=YOUR_SORT`', ['url query q', 'url query sort']],
  ])('%s', (text, expected) => {
    expect(factsIn(text).map((fact) => fact.replace(/ of .*$/, ''))).toEqual(expected);
  });
});
