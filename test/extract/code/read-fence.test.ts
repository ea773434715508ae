import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covered, read, samplesOf } from './read-sample.ts';

const LANGUAGES = [
  '',
  'bash',
  'http',
  'json',
  'js',
  'tsx',
  'html',
  'python',
  'go',
  'php',
  'ruby',
  'java',
  'cs',
  'mermaid',
];
const SCRAPS = [
  'curl ',
  '-X ',
  'POST ',
  'GET ',
  '/trees',
  'https://api.orchard.example',
  '$BASE',
  '${',
  '}',
  '$(',
  ')',
  '`',
  '"',
  "'",
  '\\',
  '\n',
  '<id>',
  '{{',
  '<<EOF',
  'fetch(',
  'requests.get(',
  'f"',
  ' + ',
  '`${',
  'http.Get(',
  'URL=',
  '&',
  '?a=b',
  ' #',
  'deprecated',
  '-d ',
  '--next ',
  'Host: ',
  'const url = ',
  'new URL(',
  '->>',
  ': ',
  '…',
  '🌳',
  '\r\n',
  '\0',
];

function expectSound(lang: string, code: string): void {
  for (const sample of samplesOf(lang, code)) {
    const spans = [
      sample.span,
      sample.target.span,
      sample.target.pathSpan,
      sample.method?.span,
      sample.target.host?.span,
    ];
    for (const span of spans.filter((each) => each !== undefined)) {
      expect(span.start).toBeGreaterThanOrEqual(100);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(100 + code.length);
    }
  }
}

describe('any text at all', () => {
  it('is read without an exception, and spans lie inside the file', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...SCRAPS), { maxLength: 40 }).map((scraps) => scraps.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), text, (lang, code) => expectSound(lang, code)),
      { numRuns: 3000 },
    );
  });

  it.each([
    'curl ',
    '((((',
    '"a" + ',
    '$(',
    '`${',
    'GET /a?',
    '&',
    ' ',
    '<a',
    '{{',
    '\\\n',
    "'",
    'curl $(',
    'x=(',
    '😀',
  ])('may repeat "%s" without end', (scrap) => {
    for (const lang of LANGUAGES) {
      for (const lead of ['curl https://a.example/', 'fetch(', 'requests.get(', '']) {
        expectSound(lang, lead + scrap.repeat(400));
      }
    }
  });
});

describe('a fence of several kinds', () => {
  it('gives its samples in the order in which they stand', () => {
    expect(read('', 'GET /trees\n\ncurl -X POST https://api.orchard.example/trees\n\nDELETE /trees/7')).toEqual([
      'GET /trees',
      'POST https://api.orchard.example/trees',
      'DELETE /trees/7',
    ]);
  });

  it('may carry the wrong language', () => {
    expect(read('python', 'curl --request POST \\\n  --url https://api.orchard.example/trees')).toEqual([
      'POST https://api.orchard.example/trees',
    ]);
  });

  it('may have none', () => {
    expect(read('', "await fetch('/trees')")).toEqual(['GET~ /trees']);
    expect(read('', "requests.post('https://api.orchard.example/trees')")).toEqual([
      'POST https://api.orchard.example/trees',
    ]);
  });

  it('is left to other readers where it is MDX', () => {
    expect(read('mdx-code-block', 'curl https://api.orchard.example/trees')).toEqual([]);
  });

  it('gives text that names the method only where a word states it', () => {
    const code = 'curl -XPUT https://api.orchard.example/trees\ncurl https://api.orchard.example/trees';
    expect(samplesOf('sh', code).map(({ text, span }) => [text, covered(code, span).slice(0, 6)])).toEqual([
      ['PUT https://api.orchard.example/trees', 'curl -'],
      ['https://api.orchard.example/trees', 'curl h'],
    ]);
  });
});
