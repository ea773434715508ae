import { slug } from 'github-slugger';
import type { Framework, RouteContext } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';
import { starlightIds } from './starlight-ids.ts';

/** Starlight on Astro; `astro.config` alone marks any Astro site, so only the package decides. */
export const starlight: Framework = {
  id: 'starlight',
  markers: [],
  packages: ['@astrojs/starlight'],
  versionOf: 'astro',
  roots: ['src/content/docs'],
  baseUrl: '',
  mdIsMdx: false,
  fixedIds: ['_top'],
  exclude: ['**/_*'],
  ids: starlightIds,
  router: { route: starlightRoute, relative: 'both', extensions: false },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': 'src/', '~/': 'src/' },
};

/**
 * Astro's glob loader (`getContentEntryIdAndSlug` in its `content/utils.js`) slugs each segment; `slug` in the front matter
 * stands for the whole. Starlight (`slugToParam` in `utils/slugs.js`, `docsLoader`) drops a last `index`, normalizes, and
 * emits neither drafts nor files whose own name begins with `_`; folders may.
 */
function starlightRoute(file: string, { frontmatter }: RouteContext): string | undefined {
  const segments = file.replace(/\.[^./]+$/, '').split('/');
  if (frontmatter.draft === true || segments.at(-1)?.startsWith('_')) return undefined;
  const chosen = frontmatter.slug ? trimSlashes(String(frontmatter.slug)) : undefined;
  const id = chosen ?? segments.map((segment) => slug(segment)).join('/');
  const path = `/${id}`.replace(/\/index$/, '').normalize();
  return path.endsWith('/') ? path : `${path}/`;
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+/, '').replace(/(?<!\/)\/+$/, '');
}
