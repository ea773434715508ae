import { describe, expect, it } from 'vitest';
import { readPage } from '../read-page.ts';
import { fieldsIn, statusesIn } from './read-facts.ts';

describe('a field in a sentence', () => {
  it.each([
    ['Use the `species` query parameter.', ['query species']],
    ['The fields `age` and `height` are numbers.', ['unknown age', 'unknown height']],
    ['The `age` and `height` fields in the response.', ['response age', 'response height']],
    ['It requires the `X-Orchard-Id` header.', ['header X-Orchard-Id']],
    ['Send the X-Orchard-Id header.', ['header X-Orchard-Id']],
    ['Add `tree.owner` as a field, or the `fruits[].weight` property.', ['unknown fruits.[].weight']],
    ['Put the `species` field in the request body.', ['request species']],
    ['The `limit` parameter defaults to `20`.', ['unknown limit default=20']],
    ['The default of `page_size` is `20`.', ['unknown page_size default=20']],
    ['`page_size` defaults to `20` if `mode` is set.', []],
    ['`state` must be one of `ripe`, `green` or `rotten`.', ['unknown state values=ripe|green|rotten!']],
    ['`state` is `ripe` or `green`.', ['unknown state values=ripe|green']],
    ['`state` can be `ripe`, `green`, or a custom word.', ['unknown state values=ripe|green']],
    ['If `state` is `ripe` or `green`, wait.', []],
    ['`state` is `"ripe" | "green"`.', ['unknown state values=ripe|green!']],
    ['The `species` field is required.', ['unknown species required=true']],
    ['The `species` field is required if `age` is given.', ['unknown species']],
    ['The `old_name` field is deprecated.', ['unknown old_name deprecated=true deprecated']],
    ['Set `keep_fruit` to `true`.', ['unknown keep_fruit value=true']],
    ['Pass `tree_id` to `plant_tree`.', []],
    ['The `species` field was renamed from `kind`.', ['unknown species historical']],
    ['It does not support the `actions` parameter.', ['unknown actions negated']],
    ['See the `trees` list, `config.json` and `tree.created`.', []],
    ['The `title` attribute of your trees.', []],
    ['The CSV header `Species` names it.', []],
    ['The `POST` parameter and `--species` field.', []],
  ])('%s', (text, expected) => {
    expect(fieldsIn(text)).toEqual(expected);
  });

  it('belongs to the only operation of its sentence', () => {
    const text = 'Call `GET /trees` with the `limit` parameter. The `age` field is new.';
    const { mentions } = readPage(text);
    expect(mentions).toMatchObject([
      { kind: 'operation' },
      { kind: 'field', path: ['limit'], request: 0 },
      { kind: 'field', path: ['age'] },
    ]);
    expect(mentions[2]).not.toHaveProperty('request');
  });

  it('has the heading for its setting', () => {
    expect(readPage('## Webhook payload\n\nThe `age` field.').mentions).toMatchObject([
      { source: 'prose', setting: { topic: 'event', words: 'Webhook payload' } },
    ]);
    expect(readPage('## The `age` field').mentions).toMatchObject([{ source: 'heading', path: ['age'] }]);
  });
});

describe('a status in a sentence', () => {
  it.each([
    ['It returns `204`.', ['204']],
    ['It answers with 204 No Content.', ['204 No Content']],
    ['Without a tree you get a 404 (Not Found) response.', ['404 Not Found']],
    ['A second request fails with HTTP 429.', ['429']],
    ['`{}` gives `400`.', ['400']],
    ['It returns `400`, `401` or a `403`.', ['400', '401', '403']],
    ['The status code is 201.', ['201']],
    ['It answers 409 Gone.', ['409 Gone']],
    ['`GET /trees/{id}` returns 404 if it does not exist.', ['404']],
    ['4xx errors say why.', ['4XX']],
    ['It never returns a `404`.', ['404 negated']],
    ['It returns 422 instead of a 400.', ['422']],
    ['Your endpoint must answer with `200`.', ['200 reader']],
    ['To accept it, return a `204`.', ['204 reader']],
    ['The limit is `100`, up to 500 trees.', []],
    ['It returns 200 trees on page 404.', []],
    ['Listen on port 500. It costs $404.', []],
    ['Statuses 200-299 are fine.', []],
    ['It returns `999`.', []],
  ])('%s', (text, expected) => {
    expect(statusesIn(text)).toEqual(expected);
  });

  it('belongs to the only operation of its sentence', () => {
    expect(readPage('`DELETE /trees/{id}` returns `204`.').mentions).toMatchObject([
      { kind: 'operation' },
      { kind: 'status', code: '204', request: 0 },
    ]);
  });

  it('may head a section', () => {
    expect(readPage('### 404 Not Found').mentions).toMatchObject([{ source: 'heading', code: '404' }]);
  });
});
