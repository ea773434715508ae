import { expect, test } from 'vitest';
import { parsePathTemplate } from '../../src/truth/openapi/path-template.ts';

const literal = (text: string) => ({ kind: 'literal', text });
const template = (text: string, names: string[], pieces: string[]) => ({ kind: 'template', text, names, pieces });

test.each([
  ['/', []],
  ['/trees', [literal('trees')]],
  ['/trees/', [literal('trees')]],
  ['/trees/{tree}', [literal('trees'), template('{tree}', ['tree'], ['', ''])]],
  ['/photos/{id}.json', [literal('photos'), template('{id}.json', ['id'], ['', '.json'])]],
  ['/x/{a}-{b}', [literal('x'), template('{a}-{b}', ['a', 'b'], ['', '-', ''])]],
  ['/x/{id}:copy', [literal('x'), template('{id}:copy', ['id'], ['', ':copy'])]],
  ['/trees/{tree}?ripe=1', [literal('trees'), template('{tree}', ['tree'], ['', ''])]],
  ['/trees#felled', [literal('trees')]],
  ['/{proxy+}', [template('{proxy+}', ['proxy'], ['', ''])]],
  ['/{a/b}/c', [template('{a/b}', ['a/b'], ['', '']), literal('c')]],
  ['/{broken/c', [literal('{broken'), literal('c')]],
  ['/trees(ripe={ripe})', [template('trees(ripe={ripe})', ['ripe'], ['trees(ripe=', ')'])]],
])('takes %s apart', (text, segments) => {
  expect(parsePathTemplate(text)).toEqual(segments);
});
