import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNavigation } from '../../src/discover/navigation/read-navigation.ts';
import { walkFiles } from '../../src/discover/walk-files.ts';
import type { FrameworkId } from '../../src/frameworks/framework.ts';
import type { NavTarget } from '../../src/site/navigation.ts';
import { writeProject } from '../project.ts';

interface Site {
  readonly framework: FrameworkId;
  /** The docs root below the project, '' for the project itself. */
  readonly root?: string;
}

/** Each entry as `text -> target`; that its span holds its text is seen to on the way. */
function read(files: Readonly<Record<string, string>>, { framework, root = '' }: Site) {
  const project = writeProject(files);
  const folder = join(project, root);
  const navigation = readNavigation({ root: folder, project, framework }, walkFiles(folder));
  if (!navigation) return undefined;
  const entries = navigation.entries.map(({ file, span, text, target }) => {
    expect(readFileSync(file, 'utf8').slice(span.start, span.end)).toBe(text);
    return `${text} -> ${describeTarget(target)}`;
  });
  return { entries, generated: navigation.generated, open: navigation.open };
}

function entriesOf(files: Readonly<Record<string, string>>, site: Site): readonly string[] | undefined {
  return read(files, site)?.entries;
}

function describeTarget(target: NavTarget): string {
  switch (target.kind) {
    case 'page':
    case 'folder':
    case 'excluded':
      return `${target.kind} ${target.path}`;
    case 'id':
      return `id ${target.id}`;
    case 'url':
      return `url ${target.url}`;
    case 'other':
      return 'other';
  }
}

const json = (value: unknown) => JSON.stringify(value, undefined, 2);

it('reads nothing where the framework has no navigation files, or the site has none', () => {
  expect(read({ 'index.md': '' }, { framework: 'vitepress' })).toBeUndefined();
  expect(read({ 'docs/intro.md': '' }, { framework: 'docusaurus', root: 'docs' })).toBeUndefined();
  expect(read({ 'index.mdx': '' }, { framework: 'fumadocs' })).toBeUndefined();
  expect(read({ 'index.mdx': '' }, { framework: 'mintlify' })).toBeUndefined();
  expect(read({ 'index.mdx': '' }, { framework: 'nextra' })).toBeUndefined();
  expect(read({ 'docs/index.md': '' }, { framework: 'mkdocs', root: 'docs' })).toBeUndefined();
  expect(read({ 'SUMMARY.md': '# How it went\n\n[Trees](trees.md)\n' }, { framework: 'github' })).toBeUndefined();
});

describe('of Mintlify', () => {
  const mintlify: Site = { framework: 'mintlify' };

  it('holds the pages of all divisions, however they lie in one another', () => {
    const navigation = {
      languages: [
        {
          language: 'en',
          versions: [
            {
              version: '1.0',
              tabs: [
                { tab: 'Guides', groups: [{ group: 'Start', root: 'start', pages: ['intro', '/trees/plant'] }] },
                { tab: 'More', dropdowns: [{ dropdown: 'D', anchors: [{ anchor: 'A', pages: ['./anchored.mdx'] }] }] },
                {
                  tab: 'Menu',
                  menu: [{ item: 'M', products: [{ product: 'P', pages: [{ group: 'G', pages: ['deep'] }] }] }],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(entriesOf({ 'docs.json': json({ navigation }) }, mintlify)).toEqual([
      'start -> page start',
      'intro -> page intro',
      '/trees/plant -> page trees/plant',
      './anchored.mdx -> page anchored.mdx',
      'deep -> page deep',
    ]);
  });

  it('holds links, operations and addresses elsewhere', () => {
    const navigation = {
      global: {
        anchors: [
          { anchor: 'Status', href: 'https://status.orchard.dev' },
          { anchor: 'Blog', href: '/blog' },
        ],
      },
      pages: [
        'GET /trees',
        'specs/orchard.json post /trees',
        'webhook tree.ripe',
        'PRUNE /trees',
        'https://orchard.dev',
        'get-started',
      ],
    };
    expect(read({ 'docs.json': json({ navigation }) }, mintlify)).toEqual({
      entries: [
        'https://status.orchard.dev -> other',
        '/blog -> url /blog',
        'GET /trees -> other',
        'specs/orchard.json post /trees -> other',
        'webhook tree.ripe -> other',
        'PRUNE /trees -> other',
        'https://orchard.dev -> other',
        'get-started -> page get-started',
      ],
      generated: ['api-reference'],
      open: undefined,
    });
  });

  it('tells the folders of pages which are made from specs', () => {
    const navigation = {
      tabs: [
        { tab: 'API', openapi: 'orchard.json' },
        { tab: 'Trees', openapi: { source: 'trees.json', directory: '/trees-api/' }, pages: ['GET /trees'] },
        { tab: 'Both', openapi: ['a.json', { source: 'b.json', directory: 'b' }] },
        { tab: 'Events', asyncapi: 'events.yaml' },
        { tab: 'Graph', graphql: 'schema.graphql' },
        { tab: 'SDK', sdk: { format: 'typedoc', source: 'sdk.json', directory: 'kit' } },
      ],
    };
    expect(read({ 'docs.json': json({ navigation }) }, mintlify)?.generated).toEqual([
      'api-reference',
      'trees-api',
      'b',
      'graphql-reference',
      'kit',
    ]);
  });

  it('is followed into the files that `$ref` names, from the folder of the file that names them', () => {
    const files = {
      'docs.json': json({ navigation: { $ref: './config/navigation.json' } }),
      'config/navigation.json': json({
        groups: [
          { $ref: 'start.json', pages: ['own'] },
          { group: 'T', pages: { $ref: './trees.json' } },
        ],
      }),
      'config/start.json': json({ group: 'Start', root: 'start', pages: ['replaced'] }),
      'config/trees.json': json(['trees/plant', 'trees/prune']),
    };
    expect(read(files, mintlify)).toEqual({
      entries: [
        'start -> page start',
        'own -> page own',
        'trees/plant -> page trees/plant',
        'trees/prune -> page trees/prune',
      ],
      generated: [],
      open: undefined,
    });
  });

  it('is open where a file that it names is missing, broken, outside or around in a circle', () => {
    const open = (reference: string, files = {}) =>
      read({ 'docs.json': json({ navigation: { pages: ['intro', { $ref: reference }] } }), ...files }, mintlify);
    expect(open('./config/navigation.json')).toEqual({
      entries: ['intro -> page intro'],
      generated: [],
      open: '`config/navigation.json`, which `docs.json` names, is not there',
    });
    expect(open('a.json', { 'a.json': '{' })?.open).toBe('`a.json` cannot be read');
    expect(open('../a.json')?.open).toBe('`../a.json`, which `docs.json` names, is not there');
    expect(open('a.json', { 'a.json': '{ "pages": [{ "$ref": "a.json" }] }' })?.open).toBe(
      '`a.json` leads back to itself',
    );
    expect(read({ 'docs.json': json({ navigation: { pages: [{ sourceRef: '/other' }] } }) }, mintlify)?.open).toBe(
      '`docs.json` takes them from another repository',
    );
  });

  it('is open where docs.json is broken, and passes over comments and trailing commas', () => {
    const broken = { entries: [], generated: [], open: '`docs.json` cannot be read' };
    expect(read({ 'docs.json': '{ "navigation": { "pages": ["intro"' }, mintlify)).toEqual(broken);
    expect(read({ 'docs.json': '['.repeat(100_000) }, mintlify)).toEqual(broken);
    expect(
      entriesOf({ 'docs.json': '\uFEFF{ "navigation": { "pages": ["intro", /* ripe */], }, }' }, mintlify),
    ).toEqual(['intro -> page intro']);
    expect(read({ 'docs.json': '{ "name": "Orchard" }' }, mintlify)).toBeUndefined();
  });

  it('is read from the older mint.json too, whose tabs make pages below their own address', () => {
    const mint = {
      navigation: [{ group: 'Start', pages: ['intro', { group: 'Trees', pages: ['trees/plant'] }] }],
      tabs: [
        { name: 'API', url: 'api', openapi: '/orchard.json' },
        { name: 'Guides', url: 'guides' },
      ],
    };
    expect(read({ 'mint.json': json(mint) }, mintlify)).toEqual({
      entries: ['intro -> page intro', 'trees/plant -> page trees/plant'],
      generated: ['api'],
      open: undefined,
    });
  });

  it('looks up no page outside a docs root that is a part of the project', () => {
    const files = {
      'docs.json': json({ navigation: { pages: ['guides/intro', 'api/trees'] } }),
      'guides/intro.mdx': '',
    };
    expect(entriesOf(files, { framework: 'mintlify', root: 'guides' })).toEqual([
      'guides/intro -> page intro',
      'api/trees -> other',
    ]);
  });
});

describe('of Fumadocs', () => {
  const fumadocs: Site = { framework: 'fumadocs' };

  it('holds items of every form', () => {
    const pages = [
      'index',
      '---Trees---',
      '---[Sprout]Trees---',
      '---',
      'plant',
      'plant.mdx',
      'tools/saw',
      'tools',
      '../climate',
      '!prune',
      '[Shop](https://shop.orchard.dev)',
      '[Cart][Shop](/shop)',
      'external:[Blog](/blog)',
      '[Icon]plant',
      '...tools',
      '...',
      'z...a',
    ];
    const files = {
      'meta.json': json({ pages: ['guides'] }),
      'guides/meta.json': json({ pages }),
      'guides/index.mdx': '',
      'guides/plant.mdx': '',
      'guides/prune.mdx': '',
      'guides/tools/saw.md': '',
      'climate.mdx': '',
    };
    expect(entriesOf(files, fumadocs)).toEqual([
      'index -> page guides/index',
      '---Trees--- -> other',
      '---[Sprout]Trees--- -> other',
      '--- -> other',
      'plant -> page guides/plant',
      'plant.mdx -> page guides/plant.mdx',
      'tools/saw -> page guides/tools/saw',
      'tools -> folder guides/tools',
      '../climate -> page climate',
      '!prune -> excluded guides/prune',
      '[Shop](https://shop.orchard.dev) -> other',
      '[Cart][Shop](/shop) -> url /shop',
      'external:[Blog](/blog) -> url /blog',
      '[Icon]plant -> page guides/[Icon]plant',
      '...tools -> folder guides/tools',
      '... -> folder guides',
      'z...a -> folder guides',
      'guides -> page guides',
    ]);
  });

  it('holds the index of a folder that leaves it out, as the folder itself leads there', () => {
    const of = (meta: unknown) =>
      entriesOf(
        {
          'meta.json': json({ pages: ['trees'] }),
          'trees/meta.json': json(meta),
          'trees/index.mdx': '',
          'trees/plant.mdx': '',
        },
        fumadocs,
      )?.slice(1);
    expect(of({ pages: ['plant'] })).toEqual([' -> page trees/index', 'plant -> page trees/plant']);
    expect(of({ pages: ['!index', 'plant'] })).toEqual(['!index -> excluded trees/index', 'plant -> page trees/plant']);
    expect(of({ root: true, pages: ['plant'] })).toEqual(['plant -> page trees/plant']);
    expect(of({ pagesIndex: 'plant', pages: [] })).toEqual(['plant -> page trees/plant']);
    expect(of({ pagesIndex: '[Trees](/trees)', pages: [] })).toEqual(['[Trees](/trees) -> url /trees']);
  });

  it('holds everything where a meta.json lists nothing', () => {
    const files = { 'meta.json': json({ title: 'Orchard' }), 'index.mdx': '', 'trees/plant.mdx': '' };
    expect(entriesOf(files, fumadocs)).toEqual([' -> folder ']);
  });

  it('leaves folders with a list of their own to that list, where all of a folder is listed', () => {
    const files = {
      'meta.json': json({ pages: ['...'] }),
      'index.mdx': '',
      'trees/plant.mdx': '',
      'trees/old/graft.mdx': '',
      'harvests/meta.json': json({ pages: ['pick'] }),
      'harvests/pick.mdx': '',
      'harvests/lost.mdx': '',
    };
    expect(entriesOf(files, fumadocs)).toEqual([
      'pick -> page harvests/pick',
      '... -> page index',
      '... -> page harvests',
      '... -> folder trees',
    ]);
  });

  it('holds what lies beside folders with lists where the root has none', () => {
    const files = {
      'index.mdx': '',
      'trees/meta.json': json({ pages: ['plant'] }),
      'trees/plant.mdx': '',
      'tools/saw.mdx': '',
    };
    expect(entriesOf(files, fumadocs)).toEqual([
      ' -> page index',
      ' -> folder tools',
      ' -> page trees',
      'plant -> page trees/plant',
    ]);
  });

  it('is read in every language, and from YAML', () => {
    const files = {
      'meta.yaml': 'pages:\n  - trees # all of them\n  - "harvests"\n',
      'meta.de.json': json({ pages: ['trees'] }),
      'meta.$.json': json({ pages: ['...'] }),
      'metadata.json': json({ pages: ['nothing'] }),
      'trees.mdx': '',
      'trees.de.mdx': '',
    };
    expect(entriesOf(files, fumadocs)).toEqual([
      '... -> folder ',
      'trees -> page trees',
      'trees -> page trees',
      'harvests -> page harvests',
    ]);
  });

  it('takes a page from another language where languages have folders and this one lacks it', () => {
    const files = {
      'en/meta.json': json({ pages: ['trees'] }),
      'en/trees.mdx': '',
      'de/meta.json': json({ pages: ['trees', 'harvests'] }),
      'de/index.mdx': '',
    };
    expect(entriesOf(files, fumadocs)).toContain('trees -> page en/trees');
    expect(entriesOf(files, fumadocs)).toContain('harvests -> page de/harvests');
  });

  it('is open where a meta.json is broken, and still holds the others', () => {
    const files = {
      'meta.json': json({ pages: ['trees'] }),
      'trees/meta.json': '{ "pages": [ ',
      'trees/plant.mdx': '',
    };
    expect(read(files, fumadocs)).toEqual({
      entries: ['trees -> folder trees'],
      generated: [],
      open: '`trees/meta.json` cannot be read',
    });
  });
});

describe('of Docusaurus', () => {
  const docusaurus: Site = { framework: 'docusaurus', root: 'docs' };
  const sidebars = (text: string, name = 'sidebars.js') => read({ [name]: text, 'docs/intro.md': '' }, docusaurus);

  it('holds items of every form', () => {
    const text = `
      // @ts-check
      const trees = ['trees/plant', { type: 'ref', id: 'shared' }];
      /** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
      const sidebars = {
        guides: [
          'intro',
          { type: 'doc', id: 'start', label: 'Start' },
          { type: 'link', label: 'Shop', href: 'https://shop.orchard.dev' },
          { type: 'link', label: 'Blog', href: '/blog' },
          { type: 'html', value: '<hr>' },
          { type: 'category', label: 'Trees', link: { type: 'doc', id: 'trees/index' }, items: [...trees, 'trees/prune'] },
          { type: 'category', label: 'Harvests', link: { type: 'generated-index' }, items: [{ type: 'autogenerated', dirName: 'harvests' }] },
          { Tools: ['tools/saw'], 'More tools': ['tools/ladder'] },
        ],
        api: { Reference: ['api/overview'] },
        all: [{ type: 'autogenerated', dirName: '.' }],
      };
      module.exports = sidebars;
    `;
    expect(sidebars(text)).toEqual({
      entries: [
        'intro -> id intro',
        'start -> id start',
        'https://shop.orchard.dev -> other',
        '/blog -> url /blog',
        'html -> other',
        'trees/index -> id trees/index',
        'trees/plant -> id trees/plant',
        'shared -> id shared',
        'trees/prune -> id trees/prune',
        'harvests -> folder harvests',
        'tools/saw -> id tools/saw',
        'tools/ladder -> id tools/ladder',
        'api/overview -> id api/overview',
        '. -> folder ',
      ],
      generated: [],
      open: undefined,
    });
  });

  it('is read from TypeScript and JSON', () => {
    const typescript = `
      import type { SidebarsConfig } from '@docusaurus/plugin-content-docs';
      const parts = { trees: [\`trees/plant\`] as const };
      const docs: string[] = parts['trees'];
      export default { docs, "ca\\u0066e": ['caf\\xe9'] } satisfies SidebarsConfig;
    `;
    expect(sidebars(typescript, 'sidebars.ts')).toEqual({
      entries: ['trees/plant -> id trees/plant', 'caf\\xe9 -> id café'],
      generated: [],
      open: undefined,
    });
    expect(sidebars('{ "docs": ["intro"] }', 'sidebars.json')?.entries).toEqual(['intro -> id intro']);
    expect(sidebars('{ "docs": ["intro" }', 'sidebars.json')?.open).toBe('`sidebars.json` cannot be read');
  });

  it.each([
    ['an imported list', `import api from './docs/api/sidebar'; export default { docs: ['intro'], api };`],
    ['a spread call', `export default { docs: ['intro', ...require('./docs/api/sidebar')] };`],
    [
      'a mapped list',
      `export default { docs: ['intro', { type: 'category', label: 'T', items: names.map((n) => n) }] };`,
    ],
    ['an item that is a call', `export default { docs: ['intro', page('trees')] };`],
    ['an id that is made', `export default { docs: ['intro', { type: 'doc', id: \`\${prefix}/trees\` }] };`],
    ['a list that is added to later', `const docs = ['intro']; docs.push('trees'); export default { docs };`],
    ['exports that are added to later', `module.exports = { docs: ['intro'] }; module.exports.api = require('./api');`],
    ['a list that a function may fill', `const docs = ['intro']; addTrees(docs); export default { docs };`],
    ['a computed name', `export default { docs: ['intro'], [name]: ['trees'] };`],
    ['a file that breaks off', `export default { docs: ['intro', `],
  ])('is open where it is made by code: %s', (_, text) => {
    expect(sidebars(text)).toEqual({
      entries: ['intro -> id intro'],
      generated: [],
      open: '`sidebars.js` makes them by code',
    });
  });

  it('is open as a whole where the file is a program', () => {
    const open = { entries: [], generated: [], open: '`sidebars.js` makes them by code' };
    expect(sidebars(`module.exports = makeSidebars();`)).toEqual(open);
    expect(sidebars(`export const sidebars = { docs: ['intro'] };`)).toEqual(open);
    expect(sidebars(`const a = [b]; const b = [a]; export default { a };`)?.open).toBe(open.open);
    expect(sidebars(`export default ${'['.repeat(20_000)}`)?.open).toBeDefined();
  });

  it('stays readable where names stand for one another over and over', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `const a${index + 1} = [...a${index}, ...a${index}];`);
    const text = `const a0 = ['intro'];\n${lines.join('\n')}\nexport default { docs: a40 };`;
    expect(sidebars(text)?.open).toBeDefined();
  });

  it('is the file which the configuration names for this docs root', () => {
    const config = `
      export default {
        presets: [['classic', { docs: { path: 'docs', sidebarPath: require.resolve('./nav/main.js') } }]],
        plugins: [
          ['@docusaurus/plugin-content-docs', { id: 'api', path: 'api', sidebarPath: './nav/api.js' }],
          ['@docusaurus/plugin-content-docs', { id: 'legal', path: 'legal' }],
          ['@docusaurus/plugin-content-docs', { id: 'plain', path: 'plain', sidebarPath: false }],
        ],
      } satisfies Config;
    `;
    const files = {
      'docusaurus.config.ts': config,
      'sidebars.js': `export default { docs: ['unused'] };`,
      'nav/main.js': `export default { docs: ['intro'] };`,
      'nav/api.js': `export default { api: ['trees'] };`,
      'docs/intro.md': '',
      'api/trees.md': '',
    };
    const of = (root: string) => entriesOf(files, { framework: 'docusaurus', root });
    expect(of('docs')).toEqual(['intro -> id intro']);
    expect(of('api')).toEqual(['trees -> id trees']);
    expect(of('i18n/de/docusaurus-plugin-content-docs/current')).toEqual(['intro -> id intro']);
    expect(of('i18n/de/docusaurus-plugin-content-docs-api/current')).toEqual(['trees -> id trees']);
    expect(of('legal')).toBeUndefined();
    expect(of('plain')).toBeUndefined();
    expect(of('elsewhere')).toBeUndefined();
  });

  it('is looked for by name where the configuration is made by code', () => {
    const files = {
      'docusaurus.config.js': `module.exports = async () => ({ presets: [['classic', { docs: { sidebarPath: "./nav.js" } }]] });`,
      'nav.js': `module.exports = { docs: ['intro'] };`,
    };
    expect(entriesOf(files, docusaurus)).toEqual(['intro -> id intro']);
    const computed = {
      'docusaurus.config.js': `module.exports = { presets: [['classic', { docs: { sidebarPath: path.join(root, 'sidebars.js') } }]] };`,
      'sidebars.js': `module.exports = { docs: ['intro'] };`,
    };
    expect(entriesOf(computed, docusaurus)).toEqual(['intro -> id intro']);
  });

  it('is another file for each version', () => {
    const files = {
      'sidebars.js': `module.exports = { docs: ['intro'] };`,
      'versioned_sidebars/version-1.0-sidebars.json': json({ docs: ['old'] }),
      'versioned_docs/version-1.0/old.md': '',
      'api_versioned_sidebars/version-1.0-sidebars.json': json({ docs: ['older'] }),
    };
    expect(entriesOf(files, { framework: 'docusaurus', root: 'versioned_docs/version-1.0' })).toEqual([
      'old -> id old',
    ]);
    expect(entriesOf(files, { framework: 'docusaurus', root: 'api_versioned_docs/version-1.0' })).toEqual([
      'older -> id older',
    ]);
    expect(entriesOf(files, { framework: 'docusaurus', root: 'versioned_docs/version-2.0' })).toBeUndefined();
  });
});

describe('of Nextra', () => {
  const nextra: Site = { framework: 'nextra', root: 'content' };

  it('holds what keys name, and all pages that none names', () => {
    const meta = `
      import type { MetaRecord } from 'nextra';
      const trees = { title: 'Trees', display: 'hidden' };
      export default {
        index: 'Home',
        trees,
        'harvests': <b>Harvests</b>,
        '---': { type: 'separator', title: 'More' },
        '*': { theme: { toc: false } },
        shop: { title: 'Shop', href: 'https://shop.orchard.dev' },
        blog: { title: 'Blog', href: '/blog' },
        about: { type: 'page', title: t('About') },
        unsure: pick(),
        missing: '',
      } satisfies MetaRecord;
    `;
    const files = {
      'content/_meta.tsx': meta,
      'content/index.mdx': '',
      'content/trees/plant.mdx': '',
      'content/trees/_meta.js': 'export default { plant: "Plant" }',
      'content/harvests.mdx': '',
      'content/about.md': '',
    };
    expect(read(files, nextra)).toEqual({
      entries: [
        ' -> folder ',
        'index -> page index',
        'trees -> page trees',
        'harvests -> page harvests',
        '--- -> other',
        '* -> other',
        'https://shop.orchard.dev -> other',
        '/blog -> url /blog',
        'about -> page about',
        'unsure -> other',
        'missing -> page missing',
        'plant -> page trees/plant',
      ],
      generated: [],
      open: undefined,
    });
  });

  it('holds the items of menus and of the one global file', () => {
    const files = {
      'app/_meta.global.ts': `export default {
        versions: { type: 'menu', items: { new: { title: 'New', href: '/new' }, old: 'Old' } },
        trees: { type: 'page', items: { plant: '', tools: { items: { saw: '' } } } },
      }`,
      'content/trees/plant.mdx': '',
    };
    expect(entriesOf(files, nextra)).toEqual([
      ' -> folder ',
      'versions -> other',
      '/new -> url /new',
      'trees -> page trees',
      'plant -> page trees/plant',
      'tools -> page trees/tools',
      'saw -> page trees/tools/saw',
    ]);
  });

  it('looks up no page that is code, here or in the app folder', () => {
    const files = {
      'content/_meta.js': `export default { showcase: '', blog: '', trees: '' }`,
      'content/trees.mdx': '',
      'app/(site)/blog/page.jsx': '',
      'src/app/showcase/[id]/page.tsx': '',
    };
    expect(entriesOf(files, nextra)?.slice(1)).toEqual(['showcase -> other', 'blog -> other', 'trees -> page trees']);
    const pages = {
      'pages/_meta.json': '{ "index": "Home", "shop": "Shop", "api": "API" }',
      'pages/index.tsx': '',
      'pages/shop/index.jsx': '',
      'pages/api.mdx': '',
    };
    expect(entriesOf(pages, { framework: 'nextra', root: 'pages' })?.slice(1)).toEqual([
      'index -> other',
      'shop -> other',
      'api -> page api',
    ]);
  });

  it('names folders with a page in them below the app folder', () => {
    const files = {
      'app/_meta.ts': `export default { index: '', trees: '', code: '' }`,
      'app/page.mdx': '',
      'app/(docs)/trees/page.mdx': '',
      'app/code/page.tsx': '',
    };
    expect(entriesOf(files, { framework: 'nextra', root: 'app' })?.slice(1)).toEqual([
      'index -> page page',
      'trees -> page (docs)/trees/page',
      'code -> other',
    ]);
  });

  it('is read in every language', () => {
    const files = {
      'pages/_meta.de-DE.json': '{ "trees": "Bäume" }',
      'pages/trees.de-DE.mdx': '',
      'pages/trees.en-US.mdx': '',
    };
    expect(entriesOf(files, { framework: 'nextra', root: 'pages' })).toEqual([
      ' -> folder ',
      'trees -> page trees.de-DE',
    ]);
  });

  it('is open where a file is made by code or broken', () => {
    expect(read({ 'content/_meta.js': 'export default { index: "", ...rest }' }, nextra)?.open).toBe(
      '`_meta.js` makes them by code',
    );
    expect(read({ 'content/trees/_meta.js': 'export default () => ({})' }, nextra)?.open).toBe(
      '`trees/_meta.js` makes them by code',
    );
    expect(read({ 'content/_meta.json': '{ "index": ' }, nextra)?.open).toBe('`_meta.json` cannot be read');
  });
});

describe('of MkDocs', () => {
  const mkdocs: Site = { framework: 'mkdocs', root: 'docs' };
  const nav = (text: string, files = {}) => read({ 'mkdocs.yml': text, 'docs/index.md': '', ...files }, mkdocs);

  it('holds pages with and without titles, and links', () => {
    const text = `
site_name: !ENV [NAME, Orchard]
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
nav:
  - index.md
  - Start: 'start.md' # first
  - Trees:
      - "trees/README.md"
      - Plant: ./trees/plant.md
  - Shop: https://shop.orchard.dev
  - Site: /site/
  - API: swagger.html
  - 2024: 2024.md
  - Empty:
`;
    expect(nav(text)).toEqual({
      entries: [
        'index.md -> page index.md',
        'start.md -> page start.md',
        'trees/README.md -> page trees/README.md',
        './trees/plant.md -> page trees/plant.md',
        'https://shop.orchard.dev -> other',
        '/site/ -> url /site/',
        'swagger.html -> other',
        '2024.md -> page 2024.md',
      ],
      generated: [],
      open: undefined,
    });
  });

  it('holds the folders of plugins that fill them in', () => {
    const text = 'nav:\n  - index.md\n  - Trees: trees/\n  - Tools: tools/*.md\n  - Old: ... | old/**\n  - ...\n';
    expect(nav(text)?.entries).toEqual([
      'index.md -> page index.md',
      'trees/ -> folder trees',
      'tools/*.md -> folder tools',
      '... | old/** -> folder old',
      '... -> folder ',
    ]);
  });

  it('takes all pages where it is left out, and is inherited', () => {
    expect(nav('site_name: Orchard\n')).toBeUndefined();
    expect(nav('nav:\n')).toBeUndefined();
    expect(nav('INHERIT: ./base/mkdocs.yml\n', { 'base/mkdocs.yml': 'nav: [index.md]\n' })?.entries).toEqual([
      'index.md -> page index.md',
    ]);
    expect(nav('INHERIT: mkdocs.yml\n')).toBeUndefined();
  });

  it('is open where parts of it come from elsewhere', () => {
    expect(nav('nav:\n  - index.md\n  - Trees: !ENV NAV\n')).toEqual({
      entries: ['index.md -> page index.md'],
      generated: [],
      open: '`mkdocs.yml` takes them from elsewhere',
    });
    expect(nav("nav:\n  - Trees: '!include ./trees/mkdocs.yml'\n")?.open).toBe(
      '`mkdocs.yml` includes another navigation',
    );
    expect(nav('nav: [index.md]\nplugins: [search, gen-files: {}]\n')?.open).toBe(
      'the plugin `gen-files` of `mkdocs.yml` adds to them',
    );
    expect(nav('nav: [index.md]\nplugins:\n  material/blog:\n    enabled: true\n')?.generated).toEqual(['blog']);
  });

  it('is open where mkdocs.yml is broken', () => {
    expect(nav('nav: [index.md\n')).toEqual({ entries: [], generated: [], open: '`mkdocs.yml` cannot be read' });
  });

  it('finds pages in the folders and suffixes of languages', () => {
    const text = 'plugins: [i18n]\nnav: [trees.md, harvests.md]\n';
    expect(nav(text, { 'docs/en/trees.md': '', 'docs/de/trees.md': '', 'docs/harvests.en.md': '' })?.entries).toEqual([
      'trees.md -> page de/trees.md',
      'trees.md -> page en/trees.md',
      'harvests.md -> page harvests.en.md',
    ]);
  });

  it('survives anchors within themselves', () => {
    expect(nav('nav: &a\n  - index.md\n  - *a\n')?.entries).toContain('index.md -> page index.md');
  });
});

describe('of mdBook and GitBook', () => {
  const summary = `# Summary

[Introduction](README.md)

# [Title](title.md)

- [Trees](./trees/README.md)
    - [Plant](trees/how%20to%20plant.md "a title")
    - [Prune \`]( \`](<trees/how to prune.md>)
- [Draft]()
- [Place](trees.md#roots)
* [Shop](https://shop.orchard.dev)

---

[![](cover.png)](cover.md)
`;

  it('holds the links of chapters, in lists and around them', () => {
    expect(entriesOf({ 'src/SUMMARY.md': summary }, { framework: 'mdbook', root: 'src' })).toEqual([
      'README.md -> page README.md',
      './trees/README.md -> page trees/README.md',
      'trees/how%20to%20plant.md -> page trees/how to plant.md',
      'trees/how to prune.md -> page trees/how to prune.md',
      ' -> other',
      'trees.md#roots -> page trees.md',
      'https://shop.orchard.dev -> other',
      'cover.md -> page cover.md',
    ]);
  });

  it('is read behind a byte order mark', () => {
    expect(entriesOf({ 'SUMMARY.md': '\uFEFF- [Trees](trees.md)\n' }, { framework: 'mdbook' })).toEqual([
      'trees.md -> page trees.md',
    ]);
  });

  it('is read for plain Markdown where it is GitBook’s', () => {
    const plain: Site = { framework: 'github' };
    expect(entriesOf({ 'SUMMARY.md': '# Table of contents\n\n* [Trees](trees.md)\n' }, plain)).toEqual([
      'trees.md -> page trees.md',
    ]);
    expect(entriesOf({ 'SUMMARY.md': '* [Trees](trees.md)\n', '.gitbook.yaml': '' }, plain)).toEqual([
      'trees.md -> page trees.md',
    ]);
  });
});
