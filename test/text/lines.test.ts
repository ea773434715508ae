import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexLines } from '../../src/text/lines.ts';
import { nearestName } from '../../src/text/nearest-name.ts';
import { fillTemplate } from '../../src/text/template.ts';

it('counts lines and columns from 1, with either line end', () => {
  const lines = indexLines('apples\r\npears\n\nplums');
  expect(lines.count).toBe(4);
  expect(lines.locate(0)).toEqual({ line: 1, column: 1, offset: 0 });
  expect(lines.locate(8)).toEqual({ line: 2, column: 1, offset: 8 });
  expect(lines.locate(14)).toEqual({ line: 3, column: 1, offset: 14 });
  expect(lines.locate(99)).toEqual({ line: 4, column: 6, offset: 20 });
  expect([1, 2, 3, 4, 5].map((line) => lines.text(line))).toEqual(['apples', 'pears', '', 'plums', '']);
});

it('counts UTF-16 code units, as editors do', () => {
  expect(indexLines('🍎 tree').locate(3)).toEqual({ line: 1, column: 4, offset: 3 });
});

it('leads back from every offset to the same offset', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '🍐') });
  fc.assert(
    fc.property(text, (content) => {
      const lines = indexLines(content);
      for (let offset = 0; offset <= content.length; offset += 1) {
        const { line, column } = lines.locate(offset);
        expect(lines.start(line) + column - 1).toBe(offset);
      }
    }),
  );
});

it('fills a template once, from own properties of the data', () => {
  expect(fillTemplate('`{path}` and {path}, {other} {toString}', { path: '/trees/{other}' })).toBe(
    '`/trees/{other}` and /trees/{other}, {other} {toString}',
  );
});

it('takes a name for a misspelt one only where it is close', () => {
  expect(nearestName('unknwon-path', ['unknown-path', 'wrong-method'])).toBe('unknown-path');
  expect(nearestName('harvest', ['unknown-path', 'wrong-method'])).toBeUndefined();
  expect(nearestName('harvest', [])).toBeUndefined();
});
