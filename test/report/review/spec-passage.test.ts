import { describe, expect, it } from 'vitest';
import { quoteFile } from '../../../src/report/review/quoted-file.ts';
import { specPassage } from '../../../src/report/review/spec-passage.ts';

describe('the passage of a spec', () => {
  it.each([
    [
      'a YAML mapping',
      'paths:\n  /trees:\n    # all\n    get:\n      tags: [trees]\n\n      summary: All\n    post: {}\n',
      'get:',
      ['1 paths:', '2   /trees:', '4*    get:', '5*      tags: [trees]', '6*', '7*      summary: All'],
    ],
    [
      'a YAML list whose items stand under the first letter of its key',
      'Tree:\n  required:\n  - id\n  - kind\n  type: object\n',
      'required:',
      ['1 Tree:', '2*  required:', '3*  - id', '4*  - kind'],
    ],
    [
      'indented JSON, with the bracket that ends it',
      '{\n  "get": {\n    "tags": [\n      "trees"\n    ],\n    "x": 1\n  }\n}\n',
      '"tags"',
      ['2   "get": {', '3*    "tags": [', '4*      "trees"', '5*    ],'],
    ],
  ])('is the block of %s below the keys around it', (_, text, at, expected) => {
    const { lines, left } = specPassage(quoteFile(text), text.indexOf(at));
    expect(lines.map((line) => `${line.number}${line.marked ? '*' : ' '}${line.text}`)).toEqual(expected);
    expect(left).toBe(0);
  });

  it('ends after some lines and says how many are left', () => {
    const text = `Tree:\n${Array.from({ length: 40 }, (_, index) => `  part${index}: x\n`).join('')}Leaf:\n`;
    const { lines, left } = specPassage(quoteFile(text), 0);
    expect([lines.length, left]).toEqual([9, 32]);
  });

  it('is a piece of the line where the spec is one line', () => {
    const text = `{"a":"${'🍏'.repeat(400)}","get":{"tags":["trees"]},"b":"${'x'.repeat(900)}"}`;
    const [line] = specPassage(quoteFile(text), text.indexOf('"get"')).lines;
    expect(line?.text.length).toBeLessThan(400);
    expect(line?.text).toMatch(/^….*…$/u);
    expect(line?.text.slice(line.mark?.from).startsWith('"get":{"tags":["trees"]}')).toBe(true);
    expect(line?.text).not.toMatch(/\p{Cs}/u);
  });
});
