import { slug } from 'github-slugger';
import type { Framework, RouteContext } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';
import { redoclyIds } from './redocly-ids.ts';

/** Redocly Realm, Revel and Reef: Markdown is Markdoc. */
export const redocly: Framework = {
  id: 'redocly',
  // `redocly.yaml` alone configures the linter of API descriptions.
  markers: [],
  packages: ['@redocly/realm', '@redocly/revel', '@redocly/reef', '@redocly/portal'],
  roots: ['.'],
  baseUrl: '',
  mdIsMdx: false,
  exclude: [],
  ids: redoclyIds,
  router: { route: redoclyRoute, relative: 'file', extensions: true },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: {},
};

/**
 * `content-slugs-loader.js` of @redocly/realm slugs the whole path, whose slashes and dots stay; `index` is its folder, and
 * the `@` of a folder that holds a version goes. `slug` in the front matter, a path or several, stands instead
 * ("Front matter configuration options").
 */
function redoclyRoute(file: string, { frontmatter }: RouteContext): string {
  const chosen = [frontmatter.slug].flat().find((path) => typeof path === 'string' && path !== '');
  if (typeof chosen === 'string') return `/${chosen}`.replace(/^\/{2,}/, '/').replace(/(?<=[^/])\/+$/, '');
  const path = `/${file.replace(/\.[^./]+$/, '')}`.replace(/\/index$/, '').replaceAll('/@', '/');
  return path === '' ? '/' : path.replace(/[^/.]+/g, (name) => slug(name));
}
