import { describe, expect, it } from 'vitest';
import { frameworkOf, isFrameworkId } from '../../src/frameworks/index.ts';
import { canonicalUrl } from '../../src/site/site-index.ts';
import { type RouteVector, readRouteVectors, vectorsArePresent } from './shared-vectors.ts';

/** Folder of pages in the vectors' projects, where it stands before their files. */
const folders: Readonly<Record<string, RegExp>> = {
  docusaurus: /^docs\//,
  hugo: /^content\//,
  nextra: /^(?:src\/)?(?:content|app)\//,
  starlight: /^src\/content\/docs\//,
};

describe.skipIf(!vectorsArePresent)('routes (need ../shared/vectors)', () => {
  describe.each(['docusaurus', 'fumadocs', 'hugo', 'mintlify', 'mkdocs', 'nextra', 'starlight', 'vitepress'])(
    'of %s',
    (id) => {
      const vectors = vectorsArePresent ? readRouteVectors(id).filter(isPage) : [];
      it.each(vectors)('$file with $config', (vector) => {
        const url = addressOf(id, vector);
        expect(url === undefined ? null : canonicalUrl(url)).toBe(
          vector.url === null ? null : canonicalUrl(decodeURIComponent(vector.url)),
        );
      });
    },
  );
});

/** Pictures are no pages, and where a redirect leads is another question. */
function isPage({ file, alias }: RouteVector & { readonly alias?: boolean }): boolean {
  return /\.(?:mdx?|tsx)$/.test(file) && alias !== true;
}

function addressOf(id: string, { file, config, frontmatter = {} }: RouteVector): string | undefined {
  const { router, exclude } = frameworkOf(isFrameworkId(id) ? id : 'github');
  const options = { ...config, ...config?.i18n };
  const locale = config?.locale;
  const below = file.replace(folders[id] ?? '', '');
  if (exclude.includes('**/_*') && /(?:^|\/)_/.test(below) && id === 'docusaurus') return undefined;
  const folder = /(?:^|\/)app\//.test(file) ? 'app' : 'content';
  const route = router?.route(withoutLocale(below, locale), { folder, frontmatter, project: { options } });
  if (route === undefined) return undefined;
  const url = baseOf(id, config) + route;
  return id === 'fumadocs' && config?.i18n ? router?.localize?.(url || '/', locale, { options }) : url || '/';
}

function withoutLocale(file: string, locale: string | undefined): string {
  if (locale === undefined) return file;
  return file.replace(`.${locale}.`, '.').replace(new RegExp(`^${locale}/`), '');
}

function baseOf(id: string, config: RouteVector['config']): string {
  const { baseUrl = '', base = '', basePath = '', baseURL = '/base', routeBasePath } = config ?? {};
  const prefix =
    id === 'hugo' ? baseURL.replace(/^https:\/\/[^/]+/, '') : base || baseUrl || (basePath && `/${basePath}`);
  const site = prefix.replace(/\/$/, '');
  return id === 'docusaurus' && routeBasePath !== undefined ? `${site}/${routeBasePath}` : site;
}
