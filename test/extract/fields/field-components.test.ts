import { describe, expect, it } from 'vitest';
import { coveredBy, fieldsIn, fieldsOf } from './read-facts.ts';

const mdx = { format: 'mdx', framework: 'mintlify' } as const;

describe('components that state a field', () => {
  it.each([
    [
      '<ParamField query="limit" type="integer" default="20" required>How many.</ParamField>',
      ['query limit type=integer required=true default=20'],
    ],
    ['<ParamField path="tree_id" type="string" required={true} />', ['path tree_id type=string required=true']],
    ['<ParamField header="X-Orchard" deprecated />', ['header X-Orchard deprecated=true deprecated']],
    [
      '<ParamField body="state" type="string" enum={[\'ripe\', \'green\']} required={false} />',
      ['request state type=string required=false values=ripe|green!'],
    ],
    [
      '<ResponseField name="age" type="number" default={3}>\n  Years. One of `1`, `2`.\n</ResponseField>',
      ['response age type=number default=3 values=1|2!'],
    ],
    [
      '<ParamField body="trees" type="Object[]">\n  Trees.\n\n  <Expandable title="properties">\n    <ResponseField name="species" type="string">x</ResponseField>\n  </Expandable>\n</ParamField>',
      ['request trees type=Object[]', 'request trees.[].species type=string'],
    ],
    [
      '## Query parameters\n\n<Property name="limit" type="integer" required />',
      ['query limit type=integer required=true'],
    ],
    ['<Param name="id" in="path" type="string" />', ['path id type=string']],
    ['<ParamField body="Javascript" type="--javascript" />', []],
    ['<ParamField path="layer" type="BuildLayer" />', []],
    ['<ParamField path="options" type="object" />', []],
    ['<ParamField query={name} />', []],
    ['<Field label="x" />', []],
  ])('%s', (text, expected) => {
    expect(fieldsIn(text, mdx)).toEqual(expected);
  });

  it('may list them as an object', () => {
    const text =
      "## Request body\n\n<TypeTable type={{ species: { type: 'string', required: true, description: 'x' }, age: { type: 'number', default: '3' } }} />";
    expect(fieldsIn(text, mdx)).toEqual([
      'request species type=string required=true',
      'request age type=number default=3',
    ]);
    expect(fieldsIn("<TypeTable type={{ onRipe: { type: '() => void' } }} />", mdx)).toEqual([]);
  });

  it('cover what they claim', () => {
    const text = '<ParamField query="required_age" type="number" required default="3" />';
    const [field] = fieldsOf(text, mdx);
    expect(field && coveredBy(field, text)).toEqual({
      name: 'required_age',
      type: 'number',
      required: 'required',
      default: '3',
    });
    expect(field?.claims.required?.span.start).toBe(text.indexOf(' required ') + 1);
  });
});
