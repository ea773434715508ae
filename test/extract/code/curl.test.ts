// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

const sh = (code: string) => read('bash', code);

describe('the method of a curl command', () => {
  it.each([
    ['curl https://api.orchard.example/trees', 'GET~'],
    ['curl -X POST https://api.orchard.example/trees', 'POST'],
    ['curl -XPOST https://api.orchard.example/trees', 'POST'],
    ['curl --request PATCH https://api.orchard.example/trees', 'PATCH'],
    ['curl --request=PATCH https://api.orchard.example/trees', 'PATCH'],
    ['curl https://api.orchard.example/trees -X DELETE', 'DELETE'],
    ['curl -sSX POST https://api.orchard.example/trees', 'POST'],
    ['curl -sS https://api.orchard.example/trees', 'GET~'],
    ['curl -X "put" https://api.orchard.example/trees', 'PUT'],
    ['curl -I https://api.orchard.example/trees', 'HEAD~'],
    ["curl -d '{}' https://api.orchard.example/trees", 'POST~'],
    ["curl https://api.orchard.example/trees --data-raw '{}'", 'POST~'],
    ["curl --json '{}' https://api.orchard.example/trees", 'POST~'],
    ['curl -F file=@harvest.csv https://api.orchard.example/trees', 'POST~'],
    ['curl -T harvest.csv https://api.orchard.example/trees', 'PUT~'],
    ['curl -G -d ripe=true https://api.orchard.example/trees', 'GET~'],
    ["curl -X GET -d '{}' https://api.orchard.example/trees", 'GET'],
    ['curl -X $METHOD https://api.orchard.example/trees', '?'],
    ['curl -i -L POST https://api.orchard.example/trees', '?'],
    ['curl –X POST https://api.orchard.example/trees', '?'],
  ])('%s is %s', (command, method) => {
    expect(sh(command)).toEqual([`${method} https://api.orchard.example/trees`]);
  });

  it('stands where the word stands, or on what implies it', () => {
    const code = "curl -sXPUT https://api.orchard.example/trees\ncurl --data '{}' https://api.orchard.example/trees";
    const spans = samplesOf('bash', code).map(({ method }) => method && covered(code, method.span));
    expect(spans).toEqual(['PUT', '--data']);
  });
});

describe('the address of a curl command', () => {
  it('is not the value of an option', () => {
    expect(
      sh(
        'curl -u ana:secret -o trees.json -w "%{http_code}" -x http://proxy.example:8080 --max-time 10 --cacert /etc/ca.pem -b a=/b --resolve x:80:1.1.1.1 https://api.orchard.example/trees -H "Referer: https://orchard.example/a"',
      ),
    ).toEqual(['GET~ https://api.orchard.example/trees']);
  });

  it('may follow `--url`, stand behind continued lines, or lack a scheme', () => {
    expect(
      sh('curl --request POST \\\n  --url https://api.orchard.example/trees \\\n  --data \'{\n "a": 1 }\''),
    ).toEqual(['POST https://api.orchard.example/trees']);
    expect(sh('curl --url=localhost:7700/trees')).toEqual(['GET~ localhost:7700/trees']);
    expect(sh('curl ORCHARD_URL/trees')).toEqual(['GET~ ORCHARD_URL/trees']);
    expect(sh('curl {your-slug}.orchard.example/trees')).toEqual(['GET~ {your-slug}.orchard.example/trees']);
  });

  it.each([
    ['curl $BASE_URL/trees/$ID', '$BASE_URL/trees/$ID'],
    ['curl "${BASE_URL}/trees/$ID?ripe=true"', '${BASE_URL}/trees/$ID?ripe=true'],
    ["curl 'https://api.orchard.example/trees/'\"$ID\"'/fruit'", 'https://api.orchard.example/trees/$ID/fruit'],
    ['curl "https://api.orchard.example/trees/\\$ID"', 'https://api.orchard.example/trees/$ID'],
    ['curl https://api.orchard.example/trees/<your-id>/fruit', 'https://api.orchard.example/trees/<your-id>/fruit'],
    ['curl https://api.orchard.example/trees/<your id>', 'https://api.orchard.example/trees/<your id>'],
    ['curl https://api.orchard.example/trees/{id}', 'https://api.orchard.example/trees/{id}'],
    ['curl “https://api.orchard.example/trees”', 'https://api.orchard.example/trees'],
    ['curl.exe https://api.orchard.example/trees', 'https://api.orchard.example/trees'],
    ['curl {{ base }}/trees', '{{ base }}/trees'],
    ['curl https://api.orchard.example/trees?a=1&b=2 -s', 'https://api.orchard.example/trees?a=1&b=2'],
    ['curl https://api.orchard.example/trees\\?a=1', 'https://api.orchard.example/trees?a=1'],
    ['curl https://api.orchard.example/…', 'https://api.orchard.example/…'],
    ['curl "https://api.orchard.example/trees/$(jq -r .id tree.json)"', 'https://api.orchard.example/trees/${json}'],
    ['curl "${BASE:-http://localhost:7700}/trees"', '${BASE}/trees'],
    ["curl 'https://api.orchard.example/trees/\n123'", 'https://api.orchard.example/trees/123'],
    ["curl 'https://api.orchard.example/trees?q=a b'", 'https://api.orchard.example/trees?q=a'],
  ])('%s', (command, address) => {
    expect(sh(command)).toEqual([`GET~ ${address}`]);
  });

  it('keeps exact spans through quotes, escapes and placeholders', () => {
    const code = 'curl "https://api.orchard.example"/trees/<tree id>/\'fruit\'';
    const [sample] = samplesOf('bash', code);
    expect(sample?.target.segments.map(({ span }) => covered(code, span))).toEqual(['trees', '<tree id>', 'fruit']);
    expect(sample && covered(code, sample.span)).toBe('curl "https://api.orchard.example"/trees/<tree id>/\'fruit');
  });

  it('gives one sample for each of several addresses, and for each part of `--next`', () => {
    expect(sh('curl https://api.orchard.example/trees https://api.orchard.example/fruits')).toHaveLength(2);
    expect(sh('curl -d a=b https://api.orchard.example/trees --next -I https://api.orchard.example/fruits')).toEqual([
      'POST~ https://api.orchard.example/trees',
      'HEAD~ https://api.orchard.example/fruits',
    ]);
  });

  it('takes no remnant of a header for an address', () => {
    expect(sh('curl -H accept: */* -H "Content-Type": "application/json" https://api.orchard.example/trees')).toEqual([
      'GET~ https://api.orchard.example/trees',
    ]);
  });

  it('adds what `-G` sends to the query', () => {
    const code = "curl -G https://api.orchard.example/trees --data-urlencode 'q=old apple' -d 'limit=2&ripe=true'";
    const [sample] = samplesOf('bash', code);
    expect(sample?.target.query.map(({ name, span }) => [name, covered(code, span)])).toEqual([
      ['q', 'q'],
      ['limit', 'limit'],
      ['ripe', 'ripe'],
    ]);
  });
});

describe('where a command stands', () => {
  it.each([
    'TREES=$(curl -s https://api.orchard.example/trees | jq .)',
    'TREES=`curl -s https://api.orchard.example/trees`',
    'until curl -sf https://api.orchard.example/trees; do sleep 1; done',
    'for i in 1 2; do\n  curl https://api.orchard.example/trees\ndone',
    'plant() {\n  curl https://api.orchard.example/trees\n}',
    'cd orchard && curl https://api.orchard.example/trees | jq',
    'sudo time env A=b curl https://api.orchard.example/trees',
    'echo 7 | xargs -I{} curl https://api.orchard.example/trees',
    '$ curl https://api.orchard.example/trees',
    '% curl https://api.orchard.example/trees',
    'ana@orchard:~$ curl https://api.orchard.example/trees',
    '> curl https://api.orchard.example/trees',
    'RUN curl https://api.orchard.example/trees',
    '- run: curl https://api.orchard.example/trees',
    '{\n  "build": "RUN curl https://api.orchard.example/trees",\n}',
    '{ "trees": "curl https://api.orchard.example/trees" }',
    "It's here:\ncurl https://api.orchard.example/trees",
    'curl ^\n  https://api.orchard.example/trees',
    'curl `\n  https://api.orchard.example/trees',
    'curl \\  \n  https://api.orchard.example/trees',
  ])('%s', (code) => {
    expect(sh(code)).toEqual(['GET~ https://api.orchard.example/trees']);
  });

  it('may be followed by its output and by other commands', () => {
    const code = [
      '# Plant',
      "curl -X POST https://api.orchard.example/trees -d '{}'",
      '{"status":"it\'s ok"}',
      '# Fell',
      'curl -X DELETE https://api.orchard.example/trees/7',
    ].join('\n');
    expect(sh(code)).toEqual(['POST https://api.orchard.example/trees', 'DELETE https://api.orchard.example/trees/7']);
  });

  it('goes on over a line whose backslash was forgotten', () => {
    expect(sh("curl https://api.orchard.example/trees\n  -d '{}'")).toEqual([
      'POST~ https://api.orchard.example/trees',
    ]);
  });

  it('is not where curl is only spoken of', () => {
    expect(
      sh('apt-get install -y curl ca-certificates\nwhich curl\ncurl --version\n# curl https://a.example/x'),
    ).toEqual([]);
    expect(read('ts', 'execSync("curl https://api.orchard.example/trees")')).toEqual([]);
  });
});

describe('variables of a shell sample', () => {
  it('carry their literal values, earlier ones filled in', () => {
    const [sample] = samplesOf('bash', 'BASE=https://api.orchard.example\nexport URL="$BASE/v1"\ncurl $URL/trees');
    expect(sample?.variables).toEqual({ URL: 'https://api.orchard.example/v1' });
  });

  it('take the default that an expansion gives', () => {
    const [sample] = samplesOf('bash', 'BASE=${BASE:-http://localhost:7700}\ncurl "$BASE/trees"');
    expect(sample?.variables).toEqual({ BASE: 'http://localhost:7700' });
  });

  it('lead to the assignment where the variable is the whole address', () => {
    const code = 'URL=https://api.orchard.example/trees\ncurl $OPTIONS "$URL"';
    const [sample, ...others] = samplesOf('bash', code);
    expect(others).toEqual([]);
    expect(sample && covered(code, sample.target.span)).toBe('https://api.orchard.example/trees');
  });
});

describe('the stance of a sample', () => {
  it.each([
    ['# Deprecated: plant a tree\ncurl https://api.orchard.example/trees', 'deprecated'],
    ['curl https://api.orchard.example/trees # removed in v2', 'historical'],
    ['# Legacy\ncurl https://api.orchard.example/trees', 'historical'],
    ['# Replaces the deprecated call\ncurl https://api.orchard.example/trees', 'claim'],
    ['# Delete old trees\ncurl https://api.orchard.example/trees', 'claim'],
    ['# Deprecated\n\ncurl https://api.orchard.example/trees', 'claim'],
  ])('%s is a %s', (code, stance) => {
    expect(samplesOf('bash', code).map((sample) => sample.stance)).toEqual([stance]);
  });
});

describe('other commands', () => {
  it.each([
    ['http POST :8080/trees kind=apple', 'POST :8080/trees'],
    ['http PUT https://api.orchard.example/trees', 'PUT https://api.orchard.example/trees'],
    ['https api.orchard.example/trees kind=apple', 'POST~ api.orchard.example/trees'],
    ['http -a ana:x api.orchard.example/trees q==apple', 'GET~ api.orchard.example/trees'],
    ['wget -qO- https://api.orchard.example/trees', 'GET~ https://api.orchard.example/trees'],
    ['wget --method=PUT --body-data={} https://api.orchard.example/trees', 'PUT https://api.orchard.example/trees'],
    ['wget --post-data a=b https://api.orchard.example/trees', 'POST~ https://api.orchard.example/trees'],
  ])('%s', (code, expected) => {
    expect(sh(code)).toEqual([expected]);
  });
});
