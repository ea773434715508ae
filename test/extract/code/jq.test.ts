import { describe, expect, it } from 'vitest';
import { readFilter } from '../../../src/extract/code/jq-filter.ts';

const picked = (text: string) =>
  readFilter({ text }).map(({ path, start, end }) => `${path.join('.')}«${text.slice(start, end)}»`);

describe('a jq filter picks', () => {
  it.each([
    ['.', []],
    ['.kind', ['kind«kind»']],
    ['.tree.kind', ['tree.kind«kind»']],
    ['.trees[].id', ['trees.[].id«id»']],
    ['.trees[]', ['trees«trees»']],
    ['.[0].id', ['[].id«id»']],
    ['.[] .id', ['[].id«id»']],
    ['.trees[0:5]', ['trees«trees»']],
    ['.["old-kind"].name?', ['old-kind.name«name»']],
    ['."old-kind"', ['old-kind«old-kind»']],
    ['.tree | .kind', ['tree«tree»', 'tree.kind«kind»']],
    ['.id, .kind', ['id«id»', 'kind«kind»']],
    ['{id, age: .years}', ['id«id»', 'years«years»']],
    ['.trees[] | {id, "kind"}', ['trees«trees»', 'trees.[].id«id»', 'trees.[].kind«kind»']],
    ['.trees[] | select(.kind == "apple") | .id', ['trees«trees»', 'trees.[].kind«kind»', 'trees.[].id«id»']],
    ['.trees | map(.id) | length', ['trees«trees»', 'trees.[].id«id»']],
    ['map(select(.ripe)) | .[0].id', ['[].ripe«ripe»', '[].id«id»']],
    ['.trees | length', ['trees«trees»']],
    ['.error // .message', ['error«error»', 'message«message»']],
    ['[.trees[].id] | .[0].kind', ['trees.[].id«id»']],
    ['"\\(.id): \\(.kind)"', ['id«id»', 'kind«kind»']],
    ['(.tree).kind', ['tree«tree»', 'tree.kind«kind»']],
    ['.trees | to_entries | .[].key', ['trees«trees»']],
    ['.trees | sort_by(.age) | .[0]', ['trees«trees»']],
    ['.. | .id?', []],
    ['.tree as $t | $t.kind', ['tree«tree»']],
    ['if .ripe then .id else .kind end', []],
    ['.a ==', ['a«a»']],
    ['{a: ', []],
    ['', []],
  ])('%s', (filter, expected) => {
    expect(picked(filter)).toEqual(expected);
  });

  it.each(['(', '[', '{', '.a', '.a|', '.[', '"\\(', '{a:', 'map(', '"', ','])('nothing endless from %s', (text) => {
    readFilter({ text: text.repeat(50_000) });
  });
});
