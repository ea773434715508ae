import type { Framework } from './framework.ts';
import { mintlifyGenerated } from './mintlify-generated.ts';
import { mintlifyIds } from './mintlify-ids.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';

/** Mintlify: pages lie beside `docs.json`, and `/snippets` are parts of pages. */
export const mintlify: Framework = {
  id: 'mintlify',
  markers: ['docs.json', 'mint.json'],
  markerText: { 'docs.json': /"\$schema"\s*:\s*"[^"]*mintlify|"navigation"\s*:/ },
  packages: [],
  roots: ['.'],
  baseUrl: '',
  mdIsMdx: true,
  foreignMarks: ['heading-id'],
  exclude: ['snippets/**', '**/{README,LICENSE,CHANGELOG,CONTRIBUTING}.md'],
  ignoreFile: '.mintignore',
  ids: mintlifyIds,
  router: { route: mintlifyRoute, relative: 'both', extensions: true },
  generated: mintlifyGenerated,
  components: genericComponents,
  frontmatter: [...genericFrontmatter, { key: 'openapi', form: 'call' }, { key: 'api', form: 'call' }],
  importAliases: {},
};

/** The path without its extension; `index` is its folder. Front matter has no say (@mintlify/common, `slug/`). */
function mintlifyRoute(file: string): string {
  return `/${file.replace(/\.mdx?$/, '')}`.replace(/\/index$/, '');
}
