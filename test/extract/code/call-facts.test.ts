// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of samples are what is tested.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, readPage } from '../read-page.ts';
import { samplesOf } from './read-sample.ts';

describe('the facts of a call', () => {
  it('stand on the page behind their request, and name it', () => {
    const text = [
      '# Trees',
      '',
      '- Plant one:',
      '',
      '  ```js',
      '  fetch("https://api.orchard.example/rows");',
      '  const res = await fetch("https://api.orchard.example/trees", {',
      '    method: "POST",',
      '    body: JSON.stringify({ name: "Oak" }),',
      '  });',
      '  (await res.json()).id;',
      '  ```',
      '',
    ].join('\n');
    const { mentions } = readPage(text);
    const facts = mentions.filter((mention) => mention.kind === 'payload' || mention.kind === 'field');
    expect(facts.map(({ kind, request, span }) => [kind, request, cut(text, span)])).toEqual([
      ['payload', 1, '{ name: "Oak" }'],
      ['field', 1, 'id'],
    ]);
    expect(mentions[1]?.kind).toBe('operation');
  });

  it('have their places in indented code that looks like a fence', () => {
    const text =
      '<Tab>\n\n    ```python\n    r = requests.get("https://api.orchard.example/trees")\n    r.json()["id"]\n    ```\n\n</Tab>\n';
    const spans = readPage(text).mentions.map(({ span }) => cut(text, span));
    expect(spans).toEqual(['requests.get("https://api.orchard.example/trees', 'id']);
  });
});

const SCRAPS = [
  'fetch("https://a.example/t", ',
  'const d = await r.json()',
  'const r = await ',
  '.then((r) => r.json())',
  '.then(({ a, b: [c] }) => ',
  '{ body: JSON.stringify(',
  '{ a: ',
  '`{"a": ${x}, "b": "',
  '\'{"a": [1, ',
  '...',
  '})',
  ')',
  ']',
  '\n',
  ';',
  'd.a[0].b',
  'd["a"]',
  'new URLSearchParams(',
  'form.append("a", ',
  'const form = new FormData();',
  'if (r.status === 404) {',
  'for (const x of d.a) x.b;',
  'requests.post("https://a.example/t", json=',
  'r = ',
  '{"a": ',
  '**x, ',
  'for x in r.json()["a"]:\n  x["b"]\n',
  '[x["a"] for x in ',
  'json.dumps(',
  'headers={',
  'def f(a, b=1):\n  return ',
  '# ...\n',
  '🌳',
  '\\"',
];

describe('broken code', () => {
  it('is read without an exception, and all spans lie inside it', () => {
    const text = fc.array(fc.constantFrom(...SCRAPS), { maxLength: 30 }).map((scraps) => scraps.join(''));
    fc.assert(
      fc.property(fc.constantFrom('js', 'python'), text, (lang, code) => {
        for (const { facts = [] } of samplesOf(lang, code)) {
          for (const span of JSON.stringify(facts).matchAll(/"start":(\d+),"end":(\d+)/g)) {
            const [start, end] = [Number(span[1]), Number(span[2])];
            expect(start >= 100 && start <= end && end <= 100 + code.length).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  const call = 'fetch("https://a.example/t", { method: "POST", body: ';
  it.each([
    ['js', `${call}JSON.stringify(${'{a:'.repeat(20_000)}`],
    ['js', `${call}'${'{"a":'.repeat(20_000)}' })`],
    ['js', `const d = await ${call}1 }).json(); d${'.a'.repeat(20_000)}`],
    ['js', `const f = new FormData();${'f.append("a", 1);'.repeat(5000)}${`${call}f });`.repeat(1000)}`],
    ['python', `requests.post("https://a.example/t", json=${'{"a":'.repeat(10_000)}`],
    ['python', `d = requests.get("https://a.example/t").json()\nd${'["a"]'.repeat(10_000)}`],
  ])('does not run away (%#)', (lang, code) => {
    const before = performance.now();
    expect(samplesOf(lang, code).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(8000);
  });
});
