import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../src/frameworks/index.ts';
import { readRouteVectors, vectorsArePresent } from './shared-vectors.ts';

describe('routes of mkdocs', () => {
  it.each([
    ['index.md', '/'],
    ['README.md', '/'],
    ['trees/index.md', '/trees/'],
    ['trees/README.md', '/trees/'],
    ['trees/pruning.md', '/trees/pruning/'],
    ['trees/readme.md', '/trees/readme/'],
    ['01-Trees/Old Oaks.md', '/01-Trees/Old Oaks/'],
    ['(group)/v1.2.markdown', '/(group)/v1.2/'],
    ['früchte/äpfel.md', '/früchte/äpfel/'],
  ])('are folders: %s', (file, url) => {
    expect(mkdocsRoute(file)).toBe(url);
  });

  it.each([
    ['index.md', '/index.html'],
    ['README.md', '/index.html'],
    ['trees/README.md', '/trees/index.html'],
    ['trees/pruning.md', '/trees/pruning.html'],
    ['trees/v1.2.md', '/trees/v1.2.html'],
  ])('are files without use_directory_urls: %s', (file, url) => {
    expect(mkdocsRoute(file, { use_directory_urls: false })).toBe(url);
  });

  const pages = vectorsArePresent ? readRouteVectors('mkdocs').filter(({ file }) => file.endsWith('.md')) : [];
  it.skipIf(!vectorsArePresent).each(pages)(
    'are those of File(): $file with $config (needs ../shared)',
    ({ file, config, url }) => {
      expect(mkdocsRoute(file, { ...config })).toBe(decodeURIComponent(url ?? ''));
    },
  );
});

describe('routes of Jekyll', () => {
  it.each([
    ['index.md', '/'],
    ['trees/README.md', '/trees/'],
    ['trees/index.markdown', '/trees/'],
    ['trees/pruning.md', '/trees/pruning.html'],
    ['Trees/v1.2.md', '/Trees/v1.2.html'],
  ])('end in .html: %s', (file, url) => {
    expect(jekyllRoute(file)).toBe(url);
  });

  it('are the permalink of the page, where it is written out', () => {
    expect(jekyllRoute('trees/pruning.md', { permalink: '/care/pruning/' })).toBe('/care/pruning/');
    expect(jekyllRoute('trees/pruning.md', { permalink: 'care/pruning' })).toBe('/care/pruning');
    expect(jekyllRoute('trees/pruning.md', { permalink: '/care/:title/' })).toBe('/trees/pruning.html');
  });

  it('are absent where the page is not published', () => {
    expect(jekyllRoute('trees/pruning.md', { published: false })).toBeUndefined();
  });
});

function mkdocsRoute(file: string, options: Readonly<Record<string, unknown>> = {}): string | undefined {
  return frameworkOf('mkdocs').router?.route(file, { folder: 'docs', frontmatter: {}, project: { options } });
}

function jekyllRoute(file: string, frontmatter: Readonly<Record<string, unknown>> = {}): string | undefined {
  return frameworkOf('kramdown-gfm').router?.route(file, { folder: 'docs', frontmatter, project: {} });
}
