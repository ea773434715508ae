import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

describe('how a sentence means what it names', () => {
  it.each([
    ['Call `GET /trees`.', ['claim']],
    ['`POST /trees` does not accept arrays.', ['claim']],
    ['`DELETE /trees/{id}` does not exist.', ['negated']],
    ['There is no `POST /trees`.', ['negated']],
    ['`PUT /trees` is not supported.', ['negated']],
    ["The API doesn't have a `PUT /trees`.", ['negated']],
    ['Instead of `GET /v1/trees`, call `GET /v2/trees`.', ['negated', 'claim']],
    ['`GET /trees` is deprecated.', ['deprecated']],
    ['`GET /trees` is deprecated; use `GET /v2/trees` instead.', ['deprecated', 'claim']],
    ['`GET /trees` is deprecated, use `GET /v2/trees`.', ['deprecated', 'claim']],
    ['`GET /trees` is deprecated in favour of `GET /v2/trees`.', ['deprecated', 'claim']],
    ['`/cp/trees` is an older alias of `/api/trees`.', ['deprecated', 'deprecated']],
    ['`GET /trees` was renamed to `GET /v2/trees`.', ['historical', 'claim']],
    ['`GET /trees` has been removed.', ['historical']],
    ['`GET /trees` is no longer available.', ['historical']],
    ['`GET /v2/trees` replaces `GET /trees`.', ['claim', 'historical']],
    ['`GET /v2/trees` (was `GET /trees`)', ['claim', 'historical']],
    ['Formerly `GET /trees`.', ['historical']],
    ['It used to use `GET /trees`.', ['historical']],
    ['A template can be used to make copies with `POST /trees`.', ['claim']],
    ['It used to list them at `GET /trees`.', ['historical']],
    ['Old: `GET /trees` → `GET /v2/trees`', ['historical', 'claim']],
    ['~~`GET /trees`~~ `GET /v2/trees`', ['historical', 'claim']],
    ['It was removed. Call `GET /trees`.', ['claim']],
    ['Call `GET /trees`. The rest is deprecated.', ['claim']],
  ])('%s', (text, expected) => {
    expect(readPage(text).mentions.map(({ stance }) => stance)).toEqual(expected);
  });

  it('lets a heading put everything under it into the past, up to the next of its level', () => {
    const text = '## Deprecated endpoints\n\n`GET /a`\n\n### More\n\n`GET /b`\n\n## Now\n\n`GET /c`';
    expect(readPage(text).mentions.map(({ stance }) => stance)).toEqual(['historical', 'historical', 'claim']);
  });
});
