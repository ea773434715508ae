import { describe, expect, it } from 'vitest';
import { readPage } from '../read-page.ts';
import { coveredBy, fieldsIn, fieldsOf, statusesIn } from './read-facts.ts';

const table = (head: string, ...rows: string[]) =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');

describe('a table of fields', () => {
  it.each([
    [
      'type, required and default',
      table(
        'Parameter | Type | Required | Default | Description',
        '`limit` | integer | No | `20` | How many.',
        '`species` | string[] | yes | - | Which.',
        'sort | "age" \\| "height" | ✗ | "age" | Order.',
        '`when` | date-time | If `sort` is set | none | Since.',
      ),
      [
        'unknown limit type=integer required=false default=20',
        'unknown species type=string[] required=true',
        'unknown sort required=false default=age values=age|height!',
        'unknown when type=date-time',
      ],
    ],
    [
      'marks beside the name',
      table(
        'Field | Type | Description',
        '`age?` | number | Years.',
        '`height` (optional) | number | Metres.',
        '**`id`** (required) | string | Id.',
        '`old`, `older` | string | Two names.',
      ),
      [
        'unknown age type=number required=false',
        'unknown height type=number required=false',
        'unknown id type=string required=true',
        'unknown old',
        'unknown older',
      ],
    ],
    [
      'nested names',
      table(
        'Field | Type | Description',
        '`fruits[].weight` | number | x',
        '`owner` | object | x',
        '&nbsp;&nbsp;`name` | string | x',
        '↳ `email` | string | x',
        '`rows` | object[] | x',
        '└ `id` | string | x',
      ),
      [
        'unknown fruits.[].weight type=number',
        'unknown owner type=object',
        'unknown owner.name type=string',
        'unknown owner.email type=string',
        'unknown rows type=object[]',
        'unknown rows.[].id type=string',
      ],
    ],
    [
      'claims in the description',
      table(
        'Field | Description',
        '`state` | One of `ripe`, `green` or `rotten`. Defaults to `green`.',
        '`mode` | Required. The mode, for example `fast` or `slow`.',
        '`kind` | Deprecated. Must be `apple` or `pear`, or a custom kind.',
        '`size` | Either `small` or `large` must be given.',
        '`page` | Optional, if `limit` is set.',
        '`depth` | Depth (default: 3)',
        '`speed` | Default `2` when `mode` is `fast`.',
      ),
      [
        'unknown state default=green values=ripe|green|rotten!',
        'unknown mode required=true values=fast|slow',
        'unknown kind deprecated=true values=apple|pear deprecated',
        'unknown size',
        'unknown page',
        'unknown depth default=3',
        'unknown speed',
      ],
    ],
    [
      'a column of values, and one of places',
      table(
        'Name | In | Values',
        '`species` | query | `apple`, `pear`',
        '`id` | path | ',
        '`X-Orchard` | header | north, south',
      ),
      ['query species values=apple|pear!', 'path id', 'header X-Orchard values=north|south!'],
    ],
  ])('may state %s', (_, text, expected) => {
    expect(fieldsIn(text)).toEqual(expected);
  });

  it.each([
    ['## Query parameters\n\n', 'query'],
    ['## Trees\n\nThe request body takes these fields:\n\n', 'request'],
    ['## Create a tree\n\n### Response\n\n#### Tree\n\n', 'response'],
    ['## Headers in requests and path parameters\n\n', 'unknown'],
    ['## Trees\n\n', 'unknown'],
    ['## Response\n\nQuery parameters:\n\n', 'query'],
  ])('has the place of the nearest words: %s', (lead, place) => {
    expect(fieldsIn(`${lead}${table('Name | Type', '`species` | string')}`)).toEqual([`${place} species type=string`]);
  });

  it('goes on from the object that the sentence above names', () => {
    const rows = table('Field | Type', '`weight` | number');
    expect(fieldsIn(`The \`fruit\` object has these fields:\n\n${rows}`)).toEqual(['unknown fruit.weight type=number']);
    expect(fieldsIn(`Each item of the \`fruits\` array has:\n\n${rows}`)).toEqual([
      'unknown fruits.[].weight type=number',
    ]);
  });

  it('covers what it claims, and says where it stands', () => {
    const text = `## Webhook payload\n\n${table('Field | Type | Default', '`weight?` | `number` | `"0.5"`')}`;
    const [field] = fieldsOf(text);
    expect(field && coveredBy(field, text)).toEqual({ name: 'weight', type: 'number', required: '?', default: '0.5' });
    expect(field).toMatchObject({
      source: 'table',
      text: 'weight',
      block: text.indexOf('|'),
      setting: { topic: 'event', words: 'Webhook payload' },
    });
  });

  it.each([
    table('Option | Required | Description', '`species` | yes | x'),
    table('Argument | Description', '`--species` | x', '`--age` | x'),
    table('Name | Required | Description', '`ORCHARD_URL` | yes | x', '`ORCHARD_KEY` | yes | x'),
    table('Name | Description', '`tree.created` | A tree was planted.'),
    table('Metric | Description', '`trees_total` | x'),
    table('Parameter | Type | Description', '`onRipe` | () => void | x'),
    table('Name | Type', 'The Orchard | farm', 'Old Mill | farm'),
    table('Field | Label | Type', '`tree` | repeated | Tree'),
    table('Feature | Description', '`fast` | x'),
  ])('is none: %s', (text) => {
    expect(fieldsIn(text)).toEqual([]);
  });

  it('says that fields are not there', () => {
    const rows = table('Field | Type', '`age` | number');
    expect(fieldsIn(`These fields are not supported:\n\n${rows}`)).toEqual(['unknown age type=number negated']);
    expect(fieldsIn(table('Field | Description', '`age` | Removed in v2.'))).toEqual(['unknown age historical']);
  });

  it('ties a row to the operation that it names', () => {
    const text = table('Parameter | Type | Used by', '`limit` | integer | `GET /trees`');
    expect(readPage(text).mentions).toMatchObject([{ kind: 'operation' }, { kind: 'field', request: 0 }]);
  });
});

describe('a table of values', () => {
  it('states those of the field that the words above name', () => {
    const rows = table('Value | Description', '`ripe` | x', '`green` | x');
    expect(fieldsIn(`The \`state\` field can be:\n\n${rows}`)).toEqual([
      'unknown state',
      'unknown state values=ripe|green',
    ]);
    expect(fieldsIn(`\`state\` is one of these values:\n\n${rows}`)).toEqual(['unknown state values=ripe|green!']);
    expect(fieldsIn(`Values of trees:\n\n${rows}`)).toEqual([]);
  });
});

describe('a table of statuses', () => {
  it.each([
    [table('Status | Meaning', '200 | OK', '`404` | No such tree', '4XX | Other'), ['200 OK', '404', '4XX']],
    [table('Code | Reason', '201 | Created', '409 Gone | x'), ['201 Created', '409 Gone']],
    [table('Error | Code', 'none | 400', 'many | `422`'), ['400', '422']],
    [table('Code | Country', '840 | US', '276 | DE'), []],
    [table('Status | Meaning', '200-299 | fine', '400-499 | not fine'), []],
    [`Your server answers with:\n\n${table('Status | Effect', '200 | done')}`, ['200 reader']],
  ])('%s', (text, expected) => {
    expect(statusesIn(text)).toEqual(expected);
  });

  it('ties a status to the operation of its row', () => {
    const text = table('Method | Path | Status', 'POST | `/trees` | 201');
    expect(readPage(text).mentions).toMatchObject([{ kind: 'operation' }, { kind: 'status', code: '201', request: 0 }]);
  });
});
