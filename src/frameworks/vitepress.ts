import type { Framework, RouteContext } from './framework.ts';
import { genericComponents, genericFrontmatter } from './operation-vocabulary.ts';
import { vitepressIds } from './vitepress-ids.ts';
import { rewriteFile } from './vitepress-rewrites.ts';

/** VitePress: the project's folder is the one that holds `.vitepress`. Ids and routes after vitepress 1.6. */
export const vitepress: Framework = {
  id: 'vitepress',
  markers: ['.vitepress/config.{js,ts,mjs,mts}', '.vitepress/config/index.{js,ts,mjs,mts}'],
  packages: ['vitepress'],
  roots: ['.', 'docs'],
  baseUrl: '',
  mdIsMdx: false,
  hasAttributeLists: true,
  exclude: [],
  ids: vitepressIds,
  router: { route: vitepressRoute, relative: 'both', extensions: true, localize: vitepressLocalize },
  components: genericComponents,
  frontmatter: genericFrontmatter,
  importAliases: { '@/': '' },
};

/**
 * The path of the file behind `rewrites`, with `.html` unless `cleanUrls`; `index` is its folder, `README` is a page like
 * any other. A file with `[name]` in its path is the template of pages that only its loader knows ("Routing", "Dynamic Routes").
 */
function vitepressRoute(file: string, { project: { options } }: RouteContext): string | undefined {
  const page = file.replace(/\.mdx?$/, '.md');
  if (/\[\w+\]/.test(page)) return undefined;
  const path = rewriteFile(page, options?.rewrites)?.replace(/^\/*/, '/').replace(/\.md$/, '');
  if (path === undefined) return undefined;
  if (path.endsWith('/index')) return path.slice(0, -'index'.length);
  return options?.cleanUrls === true ? path : `${path}.html`;
}

/** A language other than the site's own is a folder like any other (`locales`). */
function vitepressLocalize(url: string, locale: string | undefined): string {
  return locale === undefined ? url : `/${locale}${url === '/' ? '' : url}`;
}
