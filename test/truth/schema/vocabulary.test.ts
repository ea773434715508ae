import { expect, test } from 'vitest';
import { openVocabularies, vocabularyOf } from '../../../src/truth/schema/vocabulary.ts';
import { loadText } from '../orchard.ts';

const spec = `
openapi: 3.1.0
tags: [{ name: harvests }]
paths:
  /trees/{tree_id}:
    get:
      operationId: readTree
      tags: [trees]
      description: Needs the scope orchard-read, see pruned_at.
      parameters: [{ name: with_owner, in: query }, { name: X-Api-Key, in: header }]
      responses: { '200': { headers: { X-Rate: {} }, content: { application/json: { example: { leaf_count: 3 } } } } }
webhooks: { treeFell: {} }
components:
  schemas:
    Tree:
      properties:
        properties: { type: object, properties: { public_metadata: {}, apiKey: {} } }
        state: { enum: [planted, felled] }
        example: { const: oak }
`;

test('knows what each word names', async () => {
  const { has } = await vocabulary();
  const known = [
    ['public_metadata', 'property'],
    ['properties', 'property'],
    ['example', 'property'],
    ['tree_id', 'parameter'],
    ['with_owner', 'parameter'],
    ['X-Api-Key', 'header'],
    ['X-Rate', 'header'],
    ['felled', 'value'],
    ['oak', 'value'],
    ['readTree', 'operation'],
    ['treeFell', 'event'],
    ['trees', 'path'],
    ['trees', 'tag'],
    ['harvests', 'tag'],
    ['Tree', 'schema'],
  ] as const;
  expect(known.filter(([word, kind]) => !has(word, kind))).toEqual([]);
  expect([has('felled'), has('felled', 'property'), has('leaf_count'), has('type')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['api_key', { word: 'apiKey', kind: 'property', likeness: 'respelt' }],
  ['metadata_public', { word: 'public_metadata', kind: 'property', likeness: 'reordered' }],
  ['public_metdata', { word: 'public_metadata', kind: 'property', likeness: 'slip' }],
  ['felld', { word: 'felled', kind: 'value', likeness: 'slip' }],
  ['oka', undefined],
  ['harvest_moon', undefined],
])('knows what `%s` probably meant', async (word, expected) => {
  expect((await vocabulary()).nearest(word)).toEqual(expected);
});

test('looks for a neighbour among one kind of names only where asked to', async () => {
  expect((await vocabulary()).nearest('felld', 'property')).toBeUndefined();
});

test('takes the nearest of several, and of equally near ones the first', () => {
  const near = (...names: string[]) => {
    const properties = Object.fromEntries(names.map((name) => [name, {}]));
    return vocabularyOf(() => [{ properties }]).nearest('ripeness_score')?.word;
  };
  expect([
    near('ripenes_scor', 'ripenes_score', 'ripeness_scores'),
    near('ripeness_scores', 'ripenes_score', 'ripenes_scor'),
    near('ripenesses_score', 'ripeness_scare_x', 'ripenes_scor'),
    near('rjpenezz_skare', 'harvest_moon'),
  ]).toEqual(['ripenes_score', 'ripeness_scores', 'ripenesses_score', undefined]);
});

test('knows whether a word occurs anywhere, also in texts and examples', async () => {
  const { occursAnywhere } = await vocabulary();
  const words = [
    'pruned_at',
    'leaf_count',
    'orchard-read',
    'orchard',
    'public_metadata',
    'public_metadata.apiKey',
    'Schlüssel',
  ];
  expect(words.filter((word) => !occursAnywhere(word))).toEqual([]);
  expect(['pruned', 'leafCount', 'metadata', 'public_metadata.colour'].filter(occursAnywhere)).toEqual([]);
});

test('gathers the words of a spec when it is first asked', () => {
  let asked = 0;
  const open = openVocabularies(() => {
    asked += 1;
    return [];
  });
  const first = open('orchard');
  expect([asked, first.has('tree'), open('orchard') === first, first.has('leaf'), asked]).toEqual([
    0,
    false,
    true,
    false,
    1,
  ]);
});

async function vocabulary() {
  const truth = await loadText(spec);
  return openVocabularies(truth.documents.valuesOf)('orchard');
}
