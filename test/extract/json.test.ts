import { describe, expect, it } from 'vitest';
import { factsIn, payloadsIn } from './describe-fact.ts';
import { readPage } from './read-page.ts';

const json = (open = 'json', text = '{ "id": 7 }') => `\`\`\`${open}\n${text}\n\`\`\``;
const mdx = { format: 'mdx' } as const;

describe('a JSON fence', () => {
  it.each([
    ['json', '{ "id": 7 }', ['json unknown {id: 7}']],
    ['jsonc', '// a tree\n{ "id": 7, }', ['json unknown {id: 7}']],
    ['json', '"tree": { "id": 7 }', ['json unknown {tree: {id: 7}, ...} part']],
    ['json', '{"id":7}\n{"id":8}', ['json unknown {id: 7}', 'json unknown {id: 8}']],
    [
      'json',
      '// Request\n{"kind":"apple"}\n\n// Response\n{"id":7}',
      ['json request {kind: "apple"}', 'json response {id: 7}'],
    ],
    ['', '{ "id": 7 }', ['json unknown {id: 7}']],
    ['js', '{ "id": 7 }', ['json unknown {id: 7}']],
    ['js', '{ id } = tree', []],
    ['js', 'const tree = { "id": 7 }', []],
    ['', 'kind: apple', []],
    ['yaml', '{ "id": 7 }', []],
    ['json', '...', []],
    ['json', 'trees', []],
    ['json', '{ "$schema": "x", "type": "object" }', ['json unknown {$schema: "x", type: "object"} other']],
    ['json', '{ "mcpServers": {} }', ['json unknown {mcpServers: {}} config']],
    ['json', '{ "success": false }', ['json unknown {success: false} error']],
  ])('```%s %s', (lang, text, expected) => {
    expect(factsIn(json(lang, text))).toEqual(expected);
  });

  it('keeps exact spans in lists, quotes and tabs', () => {
    const text = '> - Send:\n>\n>   ```json\n>   {\n>     "kind": "apple",\n>     "rows": [ ... ]\n>   }\n>   ```';
    expect(factsIn(text)).toEqual(['json unknown {kind: "apple", rows: [...]}']);
    expect(factsIn(`<Tab title="Response">\n\n${json('json', '{\n\t"id": 7\n}')}\n\n</Tab>`, mdx)).toEqual([
      'json response {id: 7}',
    ]);
  });

  it('may stand in MDX inside a fence', () => {
    const nested = `\`\`\`\`mdx-code-block\n<Tabs>\n<TabItem label="Response">\n\n${json()}\n\n</TabItem>\n</Tabs>\n\`\`\`\``;
    expect(factsIn(nested, { format: 'mdx', framework: 'docusaurus' })).toEqual(['json response {id: 7}']);
  });

  it('remembers the words of its lead-in', () => {
    const [payload] = readPage(`The answer looks like this:\n\n${json()}`).mentions;
    expect(payload?.kind === 'payload' && payload.setting).toEqual({ words: 'The answer looks like this:' });
  });
});

describe('what a JSON fence shows', () => {
  it.each([
    ['json title="Response"', 'response'],
    ['json title="Request body"', 'request'],
    ['json 200 OK', 'response 200'],
    ['json title="404 - Not found"', 'response error 404'],
    ['json title="4XX"', 'response error 4XX'],
    ['json filename="request.json"', 'request'],
    ['json response.json', 'response'],
    ['json title="orchard.json" {1,3}', 'unknown config'],
    ['json showLineNumbers {1}', 'unknown'],
    ['json title="❌ Wrong"', 'unknown negated'],
    ['json title="Before (deprecated)"', 'unknown historical'],
  ])('is said by the title: %s', (open, expected) => {
    expect(factsIn(json(open))).toEqual([expected.replace(/^(\w+)/, 'json $1 {id: 7}')]);
  });

  it.each([
    ['The endpoint returns:', 'response'],
    ['Returns the tree:', 'response'],
    ['The response contains the tree.', 'response'],
    ['If all goes well you get this:', 'response'],
    ['Meilleure réponse:', 'unknown'],
    ['Example request:', 'request'],
    ['Send the following JSON:', 'request'],
    ['The request body:', 'request'],
    ['Call the endpoint with this payload:', 'request'],
    ['Request and response bodies, as in the example request and the example response:', 'unknown'],
    ['The following filter returns all old trees:', 'unknown'],
    ['It responds with 201:', 'response 201'],
    ['It fails with `404 Not Found`:', 'response error 404'],
    ['The error response:', 'response error'],
    ['Each webhook payload looks like this:', 'unknown event'],
    ['We send this to your endpoint when a tree falls:', 'unknown event'],
    ['Add this to your configuration:', 'unknown config'],
    ['Put it into `orchard.json`:', 'unknown config'],
    ['The decoded JWT:', 'unknown other'],
    ["Don't send trees like this:", 'unknown negated'],
    ['**Response**', 'response'],
  ])('is said by the lead-in: %s', (lead, expected) => {
    expect(payloadsIn(`${lead}\n\n${json()}`)).toEqual([expected.replace(/^(\w+)/, 'json $1 {id: 7}')]);
  });

  it.each([
    ['## Response', 'response'],
    ['## Example response', 'response'],
    ['## Request body', 'request'],
    ['## Body parameters', 'request'],
    ['## Create sign request', 'unknown'],
    ['## Response\n\n### 200 OK', 'response 200'],
    ['## Parameters\n\n### `options`', 'unknown'],
    ['## Webhook events', 'unknown event'],
    ['## Create a webhook', 'unknown'],
    ['## Webhooks\n\n### Payload', 'unknown event'],
    ['## Webhooks\n\n### Response', 'response'],
    ['## Configuration', 'unknown config'],
    ['## Errors', 'response error'],
  ])('is said by the headings: %s', (heading, expected) => {
    expect(payloadsIn(`${heading}\n\n${json()}`)).toEqual([expected.replace(/^(\w+)/, 'json $1 {id: 7}')]);
  });

  it('is said by the nearest of all', () => {
    expect(factsIn(`## Response\n\nSend the following body:\n\n${json()}`)).toEqual(['json request {id: 7}']);
    expect(factsIn(`Example response:\n\n${json('json title="Request"')}`)).toEqual(['json request {id: 7}']);
    expect(factsIn(`## Response\n\n### The tree\n\nIt is old.\n\n${json()}`)).toEqual(['json unknown {id: 7}']);
  });

  it('is said by the elements around it', () => {
    expect(factsIn(`<ResponseExample>\n\n${json('json 201')}\n\n</ResponseExample>`, mdx)).toEqual([
      'json response {id: 7} 201',
    ]);
    expect(factsIn(`<details>\n<summary>Response</summary>\n\n${json()}\n\n</details>`)).toEqual([
      'json response {id: 7}',
    ]);
    const group = `The response:\n\n<CodeGroup>\n\n${json('json one')}\n\n${json('json two')}\n\n</CodeGroup>`;
    expect(factsIn(group, mdx)).toEqual(['json response {id: 7}', 'json response {id: 7}']);
    const tabs = `The response:\n\n${json('json tab="one"')}\n\n${json('json tab="two"')}`;
    expect(factsIn(tabs, mdx)).toEqual(['json response {id: 7}', 'json response {id: 7}']);
  });

  it('is not said by what introduces another block', () => {
    expect(factsIn(`The response:\n\n${json('text', 'x')}\n\n${json()}`)).toEqual(['json unknown {id: 7}']);
  });
});
