import { describe, expect, it } from 'vitest';
import { coveredBy, fieldsIn, fieldsOf } from './read-facts.ts';

describe('a list of fields', () => {
  it.each([
    [
      '- `species` (string, required): The kind.\n- `age` (integer, optional, default: `3`): Years.\n- `old`: (deprecated) x',
      [
        'unknown species type=string required=true',
        'unknown age type=integer required=false default=3',
        'unknown old deprecated=true deprecated',
      ],
    ],
    [
      '- **species** (string) – The kind. One of `apple` or `pear`.\n- **tree_age** – Years.',
      ['unknown species type=string values=apple|pear!', 'unknown tree_age'],
    ],
    [
      '- `owner` (object): x\n  - `name` (string): x\n- `fruits` (object[]): x\n  - `weight` (number): x',
      [
        'unknown owner type=object',
        'unknown owner.name type=string',
        'unknown fruits type=object[]',
        'unknown fruits.[].weight type=number',
      ],
    ],
    [
      '- `when` (string, required if `age` is set): x\n- `age` string, optional – x',
      ['unknown when type=string', 'unknown age type=string required=false'],
    ],
    ['- `state` (string): one of\n  - `ripe`: x\n  - `green`: x', ['unknown state type=string']],
  ])('%s', (text, expected) => {
    expect(fieldsIn(text)).toEqual(expected);
  });

  it('needs words above where nothing marks its items', () => {
    const list = '- `species`: The kind.\n- `age`: Years.';
    expect(fieldsIn(`The response has these fields:\n\n${list}`)).toEqual(['response species', 'response age']);
    expect(fieldsIn(`### Query parameters\n\n${list}`)).toEqual(['query species', 'query age']);
    expect(fieldsIn(`The \`tree\` object has the following fields:\n\n${list}`)).toEqual([
      'unknown tree.species',
      'unknown tree.age',
    ]);
    expect(fieldsIn(`Trees know these words:\n\n${list}`)).toEqual([]);
    expect(fieldsIn(`The field can be set to these values:\n\n${list}`)).toEqual([]);
  });

  it('may stand in an item of another list', () => {
    const text = '1. Plant a tree.\n2. Send it with these parameters:\n   - `species`: x\n   - `age`: x';
    expect(fieldsIn(text)).toEqual(['unknown species', 'unknown age']);
  });

  it('may list the values of a field', () => {
    expect(fieldsIn('`state` is one of:\n\n- `ripe`: x\n- `green`: x')).toEqual(['unknown state values=ripe|green!']);
  });

  it('leaves what is not ticked off for later', () => {
    expect(fieldsIn('Request fields:\n\n- [x] `species`\n- [ ] `age`')).toEqual([
      'request species',
      'request age negated',
    ]);
  });

  it.each([
    '- `npm install`: installs\n- `npm test`: tests',
    '- `--species` (string): x\n- `--age` (integer): x',
    '- `src/trees.ts`: x\n- `trees.json`: x',
    'Fields:\n\n- `/trees`: x\n- `GET /pests`: x',
    '- `ORCHARD_URL` (required): x\n- `ORCHARD_KEY` (required): x',
    '- **Harvest** (optional): x\n- **Planting**: x',
    'The fields:\n\n- `species` of a tree are many.\n- `age` is none.',
  ])('is none: %s', (text) => {
    expect(fieldsIn(text)).toEqual([]);
  });

  it('covers what it claims', () => {
    const text = '- **`age`** (`integer`, **required**, default `3`): Years, either `1`, `2` or `3`.';
    const [field] = fieldsOf(text);
    expect(field && coveredBy(field, text)).toEqual({
      name: 'age',
      type: 'integer',
      required: 'required',
      default: '3',
      values: '1 2 3',
    });
    expect(field).toMatchObject({ source: 'list', block: 0, stance: 'claim' });
  });
});
