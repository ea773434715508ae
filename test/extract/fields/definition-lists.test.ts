import { describe, expect, it } from 'vitest';
import { coveredBy, fieldsIn, fieldsOf } from './read-facts.ts';

const mdx = { format: 'mdx' } as const;

describe('terms with their definitions behind a colon', () => {
  const marked = '`species`\n: (string, required) The kind.\n\n`age`\n:   integer, optional. Years.';

  it('are a list of fields', () => {
    expect(fieldsIn(marked)).toEqual([
      'unknown species type=string required=true',
      'unknown age type=integer required=false',
    ]);
    expect(fieldsIn(`### Query parameters\n\nspecies\n: The kind.\n\n**age**\n: Years.`)).toEqual([
      'query species',
      'query age',
    ]);
  });

  it('have exact spans', () => {
    expect(fieldsOf(marked).map((field) => coveredBy(field, marked))).toEqual([
      { name: 'species', type: 'string', required: 'required' },
      { name: 'age', type: 'integer', required: 'optional' },
    ]);
  });

  it('need words above where nothing marks them', () => {
    expect(fieldsIn('`species`\n: The kind.\n\n`age`\n: Years.')).toEqual([]);
    expect(
      fieldsIn('Response fields:\n\n`species`\n: The kind.\n\n`age`\n: Years.\n\nMore.\n\n`next`\n: No list of it.'),
    ).toEqual(['response species', 'response age']);
  });

  it('are no fields where a sentence breaks', () => {
    expect(fieldsIn('Response fields:\n\nThe `species` is\n: odd as it is.\n\nThe `age`\n: too.')).toEqual([]);
    expect(fieldsIn('Response fields:\n\n`species`\nThe kind: apple.\n\n`age`\nYears: three.')).toEqual([]);
  });
});

describe('a `<dl>`', () => {
  it.each([
    [
      'in lines',
      '<dl>\n  <dt>`species`</dt>\n  <dd>(string, required) The kind.</dd>\n  <dt>`age`</dt>\n  <dd>(integer) Years.</dd>\n</dl>',
    ],
    [
      'in blocks',
      '<dl>\n\n<dt>\n\n`species`\n\n</dt>\n\n<dd>\n\n(string, required) The kind.\n\n</dd>\n\n<dt>`age`</dt>\n<dd>(integer) Years.</dd>\n\n</dl>',
    ],
  ])('is a list of fields %s', (_, text) => {
    expect(fieldsIn(text, mdx)).toEqual(['unknown species type=string required=true', 'unknown age type=integer']);
    expect(fieldsOf(text, mdx).map((field) => coveredBy(field, text))).toEqual([
      { name: 'species', type: 'string', required: 'required' },
      { name: 'age', type: 'integer' },
    ]);
  });

  it('takes bare words as names below a heading that says so', () => {
    const list =
      '<dl>\n<dt>species</dt>\n<dd>The kind.</dd>\n<dt>planted_at</dt>\n<dd>When.</dd>\n<dt>Old ones</dt>\n</dl>';
    expect(fieldsIn(`## Request body\n\n${list}`, mdx)).toEqual(['request species', 'request planted_at']);
    expect(fieldsIn(`## Trees\n\n${list}`, mdx)).toEqual([]);
  });
});
