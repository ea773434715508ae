import { describe, expect, it } from 'vitest';
import { mentionsIn, readPage } from './read-page.ts';

const lines = (...text: string[]) => text.join('\n');

describe('operations inside other blocks', () => {
  it.each([
    [
      'a list',
      lines('- Call `GET /trees`', '  - or `PUT /trees`', '', '1. GET /pests'),
      ['GET /trees', 'PUT /trees', 'GET /pests'],
    ],
    ['a task list', lines('- [x] `GET /trees`', '- [ ] POST /trees'), ['GET /trees', 'POST /trees']],
    ['a fence in a list', lines('1. Call:', '', '   ```', '   GET /trees', '   ```'), ['GET /trees']],
    ['a fence of tildes', lines('- Call:', '', '  ~~~http', '  GET /trees', '  ~~~'), ['GET /trees']],
    ['a fence of four back quotes', lines('````http', 'GET /trees', '````'), ['GET /trees']],
    ['indented code', lines('Call:', '', '    GET /trees', '', '\tGET /pests'), ['GET /trees', 'GET /pests']],
    ['a block quote', lines('> Call `GET /trees`', '> or GET /pests'), ['GET /trees', 'GET /pests']],
    ['a lazy block quote', lines('> Call GET', '/trees'), ['GET /trees at «GET\n/trees»']],
    ['a quoted line break', lines('> Call GET', '> /trees'), ['GET /trees at «GET\n> /trees»']],
    ['a quoted fence', lines('> ```http', '> GET /trees', '> ```'), ['GET /trees']],
    ['a list in a quote', lines('> - ```http', '>   GET /trees', '>   ```'), ['GET /trees']],
    ['a footnote', lines('Trees[^1].', '', '[^1]: See `GET /trees`.'), ['GET /trees']],
    ['an admonition', lines(':::note', '', 'Call `GET /trees`.', '', ':::'), ['GET /trees']],
    ['a tight admonition', lines(':::tip', 'Call `GET /trees`.', ':::'), ['GET /trees']],
    ['details', lines('<details>', '<summary>Trees</summary>', '', '`GET /trees`', '', '</details>'), ['GET /trees']],
  ])('%s', (_, text, expected) => {
    expect(mentionsIn(text)).toEqual(expected);
    expect(mentionsIn(text.replaceAll('\n', '\r\n'))).toEqual(expected.map((row) => row.replaceAll('\n', '\r\n')));
  });

  it.each([
    [
      'steps',
      lines(
        '<Steps>',
        '<Step>',
        '',
        '1. Call `GET /trees`:',
        '',
        '   ```',
        '   GET /trees',
        '   ```',
        '',
        '</Step>',
        '</Steps>',
      ),
    ],
    [
      'indented steps',
      lines(
        '<Steps>',
        '  <Step>',
        '    Call `GET /trees`:',
        '    ```http',
        '    GET /trees',
        '    ```',
        '  </Step>',
        '</Steps>',
      ),
    ],
  ])('%s', (_, text) => {
    expect(mentionsIn(text, { format: 'mdx' })).toEqual(['GET /trees', 'GET /trees']);
  });
});

describe('a code group', () => {
  it('gives its samples one number', () => {
    const fence = lines('```http', 'GET /trees', '```');
    const text = lines(
      '<Tabs>',
      '<Tab title="a">',
      '',
      fence,
      '',
      '</Tab>',
      '<Tab title="b">',
      '',
      fence,
      '',
      '</Tab>',
      '</Tabs>',
      '',
      '<CodeGroup>',
      '',
      fence,
      '',
      '</CodeGroup>',
      '',
      fence,
    );
    const { mentions } = readPage(text, { format: 'mdx' });
    expect(mentions.map(({ group }) => group)).toEqual([0, 0, 1, undefined]);
  });

  it('is made by fences side by side that name a tab, until another block comes', () => {
    const fence = (info: string) => lines(`\`\`\`http ${info}`, 'GET /trees', '```', '');
    const text = lines(fence('tab="a"'), fence('title="b" tab="b"'), 'Or:', '', fence('tab="c"'), fence('table="d"'));
    const { mentions } = readPage(text, { format: 'mdx' });
    expect(mentions.map(({ group }) => group)).toEqual([0, 0, 1, undefined]);
  });
});

describe('a fence whose content is MDX', () => {
  const page = lines(
    '- Call it:',
    '',
    '  ````mdx-code-block',
    '  <Tabs>',
    '  <TabItem value="http">',
    '',
    '  Call [`GET /trees/{id}`][one].',
    '',
    '  ```http',
    '  POST /trees',
    '  ```',
    '',
    '  [one]: api.mdx#operation/getTree',
    '',
    '  </TabItem>',
    '  </Tabs>',
    '  ````',
  );

  it.each([page, page.replaceAll('\n', '\r\n')])('is read as a document at its place', (text) => {
    expect(mentionsIn(text, { format: 'mdx', framework: 'docusaurus' })).toEqual([
      'GET /trees/{id} id getTree',
      'POST /trees',
    ]);
  });

  it('that does not parse is a sample like any other', () => {
    const text = lines('```mdx-code-block', '<Tabs>', '```', '', '`GET /trees`');
    expect(mentionsIn(text, { format: 'mdx', framework: 'docusaurus' })).toEqual(['GET /trees']);
  });
});

describe('a page that does not parse', () => {
  it('has nothing but its failure', () => {
    const page = readPage('# Trees\n\n<Tabs>\n\n`GET /trees`\n', { format: 'mdx' });
    expect(page).toMatchObject({ headings: [], mentions: [], failure: { span: { start: 9, end: 15 } } });
  });
});
