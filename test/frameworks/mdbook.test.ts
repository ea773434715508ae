import { describe, expect, it } from 'vitest';
import { mdbook } from '../../src/frameworks/mdbook.ts';
import { idsOf } from './ids-of.ts';

describe('ids of mdBook 0.5', () => {
  it.each([
    ['letters, numbers, _ and - stay in lower case', '## `--ripe`: Méthode_1 (v2.0)', ['--ripe-méthode_1-v20']],
    ['each space is a hyphen', '## Trees &  rows', ['trees---rows']],
    ['capitals of all scripts are lowered', '## Übersicht ΟΔΟΣ', ['übersicht-οδος']],
    ['tags, comments and images leave nothing', '## Trees <b>now</b> <!-- x --> ![map](map.png)', ['trees-now']],
    ['typed dashes are dashes, escaped and coded ones are not', '## a--b \\-\\- `--c`', ['ab------c']],
    ['an empty heading is a section', '## ::\n\n## ::', ['section', 'section-1']],
    ['the first free number is taken', '## Row\n\n## Row\n\n## Row 1\n\n## Row', ['row', 'row-1', 'row-1-1', 'row-2']],
    ['ids that are written are not counted', '## Row {#row}\n\n## Row', ['row', 'row']],
    ['a number of a footnote is not known', '## Row[^1]\n\n[^1]: A note.', ['dynamic']],
  ])('%s', async (_, text, ids) => {
    expect(await idsOf({ text, framework: 'mdbook', project: { version: '0.5.2' } })).toEqual(ids);
  });

  it.each([
    ['## Trees {#all__trees}', 'all__trees'],
    ['## Trees{.wide #a #b}', 'b'],
    ['## Trees ## {id=grove}', 'grove'],
    ['Trees\n{#below}\n===', 'below'],
    ['## Trees ## {.wide}', 'trees'],
    ['## Trees {#inner} ##', 'trees-inner'],
    ['## Trees {#a\\}', 'trees-a'],
  ])('reads the attributes of %j', async (text, id) => {
    expect(await idsOf({ text, framework: 'mdbook', project: { version: '0.5.2' } })).toEqual([id]);
  });

  it('leaves open what mdBook 0.4 does otherwise, unless the version is known', async () => {
    const text = '## Übersicht\n\n## a--b\n\n## Trees';
    expect(await idsOf({ text, framework: 'mdbook' })).toEqual(['dynamic', 'dynamic', 'trees']);
    expect(await idsOf({ text, framework: 'mdbook', project: { version: '0.4.52' } })).toEqual([
      'Übersicht',
      'a--b',
      'trees',
    ]);
  });
});

it.each([
  ['trees.md', '/trees.html'],
  ['Trees/Old ones.md', '/Trees/Old ones.html'],
  ['README.md', '/'],
  ['trees/README.md', '/trees/'],
  ['trees/index.md', '/trees/'],
  ['SUMMARY.md', undefined],
])('mdBook puts %s at %s', (file, route) => {
  expect(mdbook.router?.route(file, { folder: 'src', frontmatter: {}, project: {} })).toBe(route);
});
