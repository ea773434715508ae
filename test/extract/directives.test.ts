import { describe, expect, it } from 'vitest';
import { directivesIn } from './read-page.ts';

const lines = (...text: string[]) => text.join('\n');
const comment = { md: (text: string) => `<!-- ${text} -->`, mdx: (text: string) => `{/* ${text} */}` } as const;

describe.each(['md', 'mdx'] as const)('directives in %s', (format) => {
  const directive = comment[format];
  const read = (...text: string[]) => directivesIn(lines(...text), { format });

  it('silence the next line', () => {
    expect(
      read(directive('specwins-disable-next-line unknown-path -- moves soon'), '', '`GET /trees`', 'more'),
    ).toEqual(['disable-next-line [unknown-path] «`GET /trees`» because moves soon']);
  });

  it('silence their own line', () => {
    const line = `Call \`GET /trees\` ${directive('specwins-disable-line wrong-method, unknown-path')} now`;
    expect(read(line, 'more')).toEqual([`disable-line [wrong-method unknown-path] «${line}»`]);
  });

  it('silence the file', () => {
    const text = lines('Before', '', directive('specwins-disable-file wrong-host'), '', 'after');
    expect(read(text)).toEqual([`disable-file [wrong-host] «${text}»`]);
  });

  it('silence from one mark to another', () => {
    const inside = lines(directive('specwins-disable unknown-path -- history'), '', '`GET /trees`', '', '');
    expect(read(inside + directive('specwins-enable unknown-path'), '', 'after')).toEqual([
      `disable [unknown-path] «${inside}» because history`,
    ]);
  });

  it('end at the end of the page where nothing enables them', () => {
    const text = lines(directive('specwins-disable'), '', 'to the end');
    expect(read('Before', '', text)).toEqual([`disable [] «${text}»`]);
  });

  it('may lie in one another', () => {
    const [outer, inner] = [directive('specwins-disable unknown-path'), directive('specwins-disable wrong-host')];
    const body = lines(inner, '', 'b', '', '');
    const enabled = lines(`${body}${directive('specwins-enable wrong-host')}`, '', 'c', '', '');
    expect(read(outer, '', `${enabled}${directive('specwins-enable')}`, '', 'd')).toEqual([
      `disable [unknown-path] «${outer}\n\n${enabled}»`,
      `disable [wrong-host] «${body}»`,
    ]);
  });

  it.each([
    ['a fence', lines('```http', 'GET /trees', '', 'GET /pests', '```')],
    ['a long fence', lines('````md', '```', 'GET /trees', '```', '````')],
    ['a fence that is not closed', lines('~~~', 'GET /trees')],
    ['a table', lines('| Method | Path |', '|---|:-:|', '| GET | /trees |', '| PUT | /trees |')],
    ['a table without outer pipes', lines('Method | Path', '--- | ---', 'GET | /trees')],
    ['the first item of a list', '- `GET /trees`'],
    ['a heading', '## GET /trees'],
  ])('before %s cover it', (_, block) => {
    expect(read(directive('specwins-disable-next-line'), '', block)).toEqual([`disable-next-line [] «${block}»`]);
    if (!block.startsWith('~~~'))
      expect(read(directive('specwins-disable-next-line'), '', block, '', 'after')).toEqual([
        `disable-next-line [] «${block}»`,
      ]);
  });

  it('may stand above one another', () => {
    const [one, other] = [
      directive('specwins-disable-next-line wrong-host'),
      directive('specwins-disable-next-line wrong-method'),
    ];
    expect(read(one, '', other, '', '`GET /trees`')).toEqual([
      'disable-next-line [wrong-host] «`GET /trees`»',
      'disable-next-line [wrong-method] «`GET /trees`»',
    ]);
  });

  it('stand in lists and quotes', () => {
    const inList = lines('- a', '', `  ${directive('specwins-disable-next-line')}`, '  - `GET /trees`', '  - b');
    expect(read(inList)).toEqual(['disable-next-line [] «  - `GET /trees`»']);
    const quoted = lines(`> ${directive('specwins-disable-next-line')}`, '> ', '> `GET /trees`');
    expect(read(quoted)).toEqual(['disable-next-line [] «> `GET /trees`»']);
  });

  it('keep their reach with Windows line ends', () => {
    const text = lines(directive('specwins-disable-next-line'), '', '```http', 'GET /trees', '```', '', 'after');
    expect(directivesIn(text.replaceAll('\n', '\r\n'), { format })).toEqual([
      'disable-next-line [] «```http\r\nGET /trees\r\n```\r»',
    ]);
  });

  it('are silent about comments which are none', () => {
    expect(
      read(directive('specwins-disabled'), '', directive('specwins-hush x'), '', directive('see specwins-disable')),
    ).toEqual([]);
  });
});

describe('other places of directives', () => {
  it.each(['```bash specwins-ignore', '```bash title="trees" specwins-ignore', '~~~ http specwins-ignore'])(
    '%s',
    (open) => {
      const fence = lines(open, 'curl https://api.orchard.example/trees', open.slice(0, 3));
      expect(directivesIn(lines('a', '', fence, '', 'b'))).toEqual([`ignore-fence [] «${fence}»`]);
    },
  );

  it('hold for a fence only where the meta says the word alone', () => {
    expect(directivesIn('```bash no-specwins-ignore-here\nx\n```')).toEqual([]);
  });

  it('may be several in one piece of HTML, with their own places', () => {
    const text = lines(
      '<div>',
      '<!-- specwins-disable-line a --> <!-- specwins-disable-next-line b -->',
      'GET /trees',
      '</div>',
    );
    expect(directivesIn(text)).toEqual([
      'disable-line [a] «<!-- specwins-disable-line a --> <!-- specwins-disable-next-line b -->»',
      'disable-next-line [b] «GET /trees»',
    ]);
  });

  it('may take several lines', () => {
    const text = lines('> <!-- specwins-disable-next-line', '> unknown-path', '> -- moves soon -->', '> `GET /trees`');
    expect(directivesIn(text)).toEqual(['disable-next-line [unknown-path] «> `GET /trees`» because moves soon']);
  });

  it('are HTML comments in MDX where the framework takes them away', () => {
    const text = lines('<!-- specwins-disable-next-line unknown-path -->', '`GET /trees`');
    expect(directivesIn(text, { format: 'mdx', framework: 'docusaurus' })).toEqual([
      'disable-next-line [unknown-path] «`GET /trees`»',
    ]);
  });
});
