import { wrap } from '../src/text/wrap.ts';

/** The first steps on a site of one framework: what the README says, and a small site on which a test tries it. */
export interface QuickStart {
  readonly title: string;
  readonly framework: string;
  /** What it is known by. */
  readonly detected: string;
  /** What is read beside the pages. */
  readonly reads: string;
  /** What there may be to configure, in a sentence, and the file. */
  readonly when: string;
  readonly config: string;
  /** The folder of the pages, as it is detected. */
  readonly root: string;
  readonly site: Readonly<Record<string, string>>;
  /** What a run finds, as `file rule`; the same with the configuration and without. */
  readonly finds: readonly string[];
}

const specText = `openapi: 3.1.0
info: { title: Orchard API, version: 2.3.0 }
servers: [{ url: https://api.orchard.example/v2 }]
paths:
  /orchards/{orchardId}/harvests:
    get:
      parameters: [{ name: orchardId, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: The harvests } }
`;

/** It has a path that was renamed, and a heading with a dash, of which every framework makes another id. */
const harvests = (anchor: string) => `---
title: Harvests
---

Call \`GET /orchards/{orchardId}/harvest\` for the list, and read [how to pick](#${anchor}).

## Picking — by hand

\`\`\`sh
curl "$BASE_URL/orchards/$ORCHARD_ID/harvests"
\`\`\`
`;

const index = (link: string) => `---
title: Orchard
---

See [harvests](${link}).
`;

export const quickStarts: readonly QuickStart[] = [
  {
    title: 'Fumadocs',
    framework: 'fumadocs',
    detected: '`source.config.*`, or `fumadocs-*` in `package.json`',
    reads:
      '`content/docs`, `meta.json`, the `loader()` and `createRelativeLink` of your app, redirects in `next.config.*`',
    when: 'Say which server a variable of your samples is:',
    config: `specs:
  orchard:
    path: spec/orchard.yaml
    hosts: { $BASE_URL: https://api.orchard.example/v2 }
`,
    root: 'content/docs',
    site: {
      'source.config.ts':
        "import { defineDocs } from 'fumadocs-mdx/config';\nexport const docs = defineDocs({ dir: 'content/docs' });\n",
      'package.json': '{ "dependencies": { "fumadocs-core": "16.15.13" } }\n',
      'spec/orchard.yaml': specText,
      'content/docs/meta.json': '{ "pages": ["index", "harvests", "trees"] }\n',
      'content/docs/index.mdx': index('/docs/harvests#picking--by-hand'),
      'content/docs/harvests.mdx': harvests('picking-by-hand'),
    },
    finds: [
      'content/docs/harvests.mdx broken-anchor',
      'content/docs/harvests.mdx unknown-path',
      'content/docs/meta.json missing-nav-page',
    ],
  },
  {
    title: 'Docusaurus',
    framework: 'docusaurus',
    detected: '`docusaurus.config.*`, or `@docusaurus/core` in `package.json`',
    reads: 'the folders of all docs plugins, `sidebars.*`, `baseUrl`, `routeBasePath`, redirects of the client plugin',
    when: 'Leave out pages that a plugin makes from the spec:',
    config: `docs: { exclude: ['api/**'] }
`,
    root: 'docs',
    site: {
      'docusaurus.config.js': "module.exports = { title: 'Orchard', baseUrl: '/', presets: [['classic', {}]] };\n",
      'sidebars.js': "module.exports = { docs: ['intro', 'harvests', 'trees'] };\n",
      'openapi.yaml': specText,
      'docs/intro.md': index('./02-harvests.md#picking--by-hand'),
      'docs/02-harvests.md': harvests('picking-by-hand'),
    },
    finds: ['docs/02-harvests.md broken-anchor', 'docs/02-harvests.md unknown-path', 'sidebars.js missing-nav-page'],
  },
  {
    title: 'Mintlify',
    framework: 'mintlify',
    detected: '`docs.json` with `navigation`, or `mint.json`',
    reads:
      'all pages beside it but `snippets`, which count where they are imported; navigation, redirects, pages made of operations',
    when: 'Where old guides stay online, weigh them less:',
    config: `overrides:
  - files: ['v1/**']
    rules: { unknown-path: warn, unknown-response-field: warn }
`,
    root: '.',
    site: {
      'docs.json':
        '{ "$schema": "https://mintlify.com/docs.json", "navigation": { "pages": ["index", "harvests", "trees"] } }\n',
      'openapi.yaml': specText,
      'index.mdx': index('/harvests#picking-—-by-hand'),
      'harvests.mdx': harvests('picking-by-hand'),
    },
    finds: ['docs.json missing-nav-page', 'harvests.mdx broken-anchor', 'harvests.mdx unknown-path'],
  },
  {
    title: 'Nextra',
    framework: 'nextra',
    detected: '`nextra` in `package.json`',
    reads:
      '`content`, `pages` or `app`, `_meta.*` as far as they are literal, `contentDirBasePath` and redirects in `next.config.*`',
    when: 'Where pages of other kinds lie among them, say which are guides:',
    config: `docs: { root: content, exclude: ['blog/**'] }
`,
    root: 'content',
    site: {
      'package.json': '{ "dependencies": { "nextra": "4.6.1" } }\n',
      'openapi.yaml': specText,
      'content/_meta.js': "export default { index: 'Orchard', harvests: 'Harvests', trees: 'Trees' };\n",
      'content/index.mdx': index('/harvests#picking--by-hand'),
      'content/harvests.mdx': harvests('picking-by-hand'),
    },
    finds: [
      'content/_meta.js missing-nav-page',
      'content/harvests.mdx broken-anchor',
      'content/harvests.mdx unknown-path',
    ],
  },
  {
    title: 'Starlight',
    framework: 'starlight',
    detected: '`@astrojs/starlight` in `package.json`',
    reads:
      '`src/content/docs`, `slug` in front matter, `base` and redirects in `astro.config.*`; the version of Astro decides on ids',
    when: 'Hold them against the spec as it is on another branch:',
    config: `specs: { orchard: { git: 'main:openapi.yaml' } }
`,
    root: 'src/content/docs',
    site: {
      'package.json': '{ "dependencies": { "@astrojs/starlight": "0.42.4", "astro": "7.3.5" } }\n',
      'astro.config.mjs': "import { defineConfig } from 'astro/config';\nexport default defineConfig({});\n",
      'openapi.yaml': specText,
      'src/content/docs/index.mdx': index('/harvests/#picking--by-hand'),
      'src/content/docs/harvests.md': harvests('picking-by-hand'),
    },
    finds: ['src/content/docs/harvests.md broken-anchor', 'src/content/docs/harvests.md unknown-path'],
  },
  {
    title: 'VitePress',
    framework: 'vitepress',
    detected: '`.vitepress/config.*`, or `vitepress` in `package.json`',
    reads: 'the folder that holds `.vitepress`, `rewrites`, `cleanUrls` and `base`',
    when: 'Say what a component of your own holds:',
    config: `components:
  Call: { method: verb, path: to }      # <Call verb="GET" to="/harvests" />
`,
    root: 'docs',
    site: {
      'docs/.vitepress/config.mts':
        "import { defineConfig } from 'vitepress';\nexport default defineConfig({ cleanUrls: true });\n",
      'openapi.yaml': specText,
      'docs/index.md': index('./harvests.md#picking-—-by-hand'),
      'docs/harvests.md': harvests('picking-by-hand'),
    },
    finds: ['docs/harvests.md broken-anchor', 'docs/harvests.md unknown-path'],
  },
];

/** The first steps as the README tells them. */
export function describeQuickStarts(): string {
  return quickStarts
    .map(({ title, detected, reads, when, config }) =>
      [
        `### ${title}`,
        wrap(`Known by ${detected}. Read are ${reads}. ${when}`, 140).join('\n'),
        `\`\`\`yaml\n${config.trimEnd()}\n\`\`\``,
      ].join('\n\n'),
    )
    .join('\n\n');
}
